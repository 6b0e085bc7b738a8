// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/simulation/simulated_faults.h"

namespace snowmelt {
namespace {

bool matches(const SimulatedFault& fault, const QString& call, const QString& subject, const QString& text)
{
    return fault.call == call && (fault.subject.isEmpty() || fault.subject == subject) &&
           (fault.containing.isEmpty() || text.contains(fault.containing));
}

} // namespace

void SimulatedFaults::add(SimulatedFault fault)
{
    m_faults << Counted{std::move(fault), 0};
}

void SimulatedFaults::clear()
{
    m_faults.clear();
}

std::optional<SimulatedFault> SimulatedFaults::meet(const QString& call, const QString& subject, const QString& text)
{
    std::optional<SimulatedFault> due;
    for (Counted& counted : m_faults) {
        if (!matches(counted.fault, call, subject, text))
            continue;
        ++counted.met;
        if (!due && (counted.fault.nth == 0 || counted.fault.nth == counted.met))
            due = counted.fault;
    }
    return due;
}

} // namespace snowmelt
