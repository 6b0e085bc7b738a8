// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/backend_thread.h"

#include "backend/execution/handover.h"

namespace snowmelt {

namespace {

struct ToBackend;
struct FromBackend;

} // namespace

BackendThread::BackendThread() : m_anchor(new QObject)
{
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
