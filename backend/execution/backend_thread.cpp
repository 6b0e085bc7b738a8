// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/backend_thread.h"

namespace snowmelt {

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
    QMetaObject::invokeMethod(m_anchor, std::move(work), Qt::QueuedConnection);
}

void BackendThread::runAndWait(std::function<void()> work)
{
    QMetaObject::invokeMethod(m_anchor, std::move(work), Qt::BlockingQueuedConnection);
}

} // namespace snowmelt
