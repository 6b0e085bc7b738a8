// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/backend_thread.h"

#include "backend/execution/handover.h"

#include <openssl/crypto.h>

namespace snowmelt {

namespace {

struct ToBackend;
struct FromBackend;

/// OpenSSL frees what it keeps for each thread as the thread ends, and for all threads as the process ends. Both at
/// once are a double free: QThread::wait() returns before the thread has run the destructors of its thread-local data,
/// so the process may end meanwhile. Here the process ends without it (OPENSSL_init_crypto(3), OPENSSL_INIT_NO_ATEXIT):
/// what is left goes with the process. It must be said before anything of OpenSSL is used.
void leaveOpenSslToTheProcess()
{
    OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
}

} // namespace

BackendThread::BackendThread() : m_anchor(new QObject)
{
    leaveOpenSslToTheProcess();
    m_thread.setObjectName(QStringLiteral("backend"));
    m_anchor->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_anchor, &QObject::deleteLater);
    m_thread.start();
}

BackendThread::~BackendThread()
{
    m_thread.quit();
    m_thread.wait();
}

void BackendThread::post(std::function<void()> work)
{
    QMetaObject::invokeMethod(m_anchor, parcel<ToBackend>(std::move(work)), Qt::QueuedConnection);
}

void BackendThread::runAndWait(std::function<void()> work)
{
    auto told = [work = std::move(work)] {
        work();
        Handover<FromBackend>::give();
    };
    QMetaObject::invokeMethod(m_anchor, parcel<ToBackend>(std::move(told)), Qt::BlockingQueuedConnection);
    Handover<FromBackend>::take();
}

} // namespace snowmelt
