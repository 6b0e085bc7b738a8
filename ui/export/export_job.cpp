// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_job.h"

namespace snowmelt {

ExportJob::~ExportJob()
{
    m_stop = true;
    if (m_thread.joinable())
        m_thread.join();
}

void ExportJob::start(Work work)
{
    Q_ASSERT(!isRunning());
    m_stop = false;
    m_thread = std::thread([this, work = std::move(work)] {
        Result<Done> result = work([this] { return m_stop.load(); });
        {
            const std::lock_guard lock(m_mutex);
            m_result = std::move(result);
        }
        // On the job's own thread: whoever listens directly would else be called on this one.
        QMetaObject::invokeMethod(this, &ExportJob::finished, Qt::QueuedConnection);
    });
}

Result<Done> ExportJob::take()
{
    if (m_thread.joinable())
        m_thread.join();
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_result, Done{});
}

} // namespace snowmelt
