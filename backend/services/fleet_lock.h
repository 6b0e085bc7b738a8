// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QStringList>

#include <memory>
#include <vector>

class QLockFile;

namespace snowmelt {

/// Keeps a second Snowmelt of this home from acting on the same part of a fleet. A dead process's lock is taken over.
/// An act on one group takes that group; one on the whole fleet takes all of them.
class FleetLock
{
public:
    /// All `parts` or none. LeaseHeld {fleet, "program PID@HOST"} when another process has one of them.
    static Result<std::shared_ptr<FleetLock>> take(const QString& home, const QString& fleet, const QStringList& parts);
    /// Whether a living process, this one too, has this part now.
    static bool isHeld(const QString& home, const QString& fleet, const QString& part);
    /// The same of any part of the fleet.
    static bool isAnyHeld(const QString& home, const QString& fleet);
    ~FleetLock();

private:
    explicit FleetLock(std::vector<std::unique_ptr<QLockFile>> files);
    std::vector<std::unique_ptr<QLockFile>> m_files;
};

} // namespace snowmelt
