// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/simulation/simulated_faults.h"

namespace snowmelt {
namespace {

bool matches(const SimulatedFault& fault, const QString& call, const QString& subject, const QString& text)
{
    return (fault.call.isEmpty() || fault.call == call) && (fault.subject.isEmpty() || fault.subject == subject) &&
           (fault.containing.isEmpty() || text.contains(fault.containing));
}

bool isDue(const SimulatedFault& fault, int met)
{
    return fault.nth == 0 || fault.nth == met || (fault.onwards && met > fault.nth);
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
        if (!due && isDue(counted.fault, counted.met))
            due = counted.fault;
    }
    return due;
}

} // namespace snowmelt
