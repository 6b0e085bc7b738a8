// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

#include <memory>

class QLockFile;

namespace snowmelt {

/// Keeps a second Snowmelt on this host from acting on the same fleet. A dead process's lock is taken over.
class FleetLock
{
public:
    /// LeaseHeld {fleet, "program, process PID on HOST"} when another process has it.
    static Result<std::shared_ptr<FleetLock>> take(const QString& home, const QString& fleet);
    ~FleetLock();

private:
    explicit FleetLock(std::unique_ptr<QLockFile> file);
    std::unique_ptr<QLockFile> m_file;
};

} // namespace snowmelt
