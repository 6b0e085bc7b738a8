// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/simulation/simulated_fault.h"

#include <QList>

#include <optional>

namespace snowmelt {

/// The script of faults, and how often each has been met.
class SimulatedFaults
{
public:
    void add(SimulatedFault fault);
    void clear();
    /// Counts this call for every fault that matches it, and returns the first whose turn it is.
    std::optional<SimulatedFault> meet(const QString& call, const QString& subject, const QString& text);

private:
    struct Counted
    {
        SimulatedFault fault;
        int met = 0;
    };
    QList<Counted> m_faults;
};

} // namespace snowmelt
