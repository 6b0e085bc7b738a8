// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "ui/export/sheet.h"

#include <QObject>

#include <atomic>
#include <mutex>
#include <thread>

namespace snowmelt {

/// One piece of work at a time on a thread of its own, joined with the job.
class ExportJob final : public QObject
{
    Q_OBJECT
public:
    using Work = std::function<Result<Done>(const ExportStop&)>;

    explicit ExportJob(QObject* parent = nullptr) : QObject(parent) {}
    ~ExportJob() override;

    void start(Work work); ///< only when none is running
    void cancel() { m_stop = true; }
    bool isRunning() const { return m_thread.joinable(); }
    Result<Done> take(); ///< what finished() announced; once

Q_SIGNALS:
    void finished(); ///< on the thread the job lives on

private:
    std::thread m_thread;
    std::atomic<bool> m_stop = false;
    std::mutex m_mutex;
    Result<Done> m_result = Done{};
};

} // namespace snowmelt
