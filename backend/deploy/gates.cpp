// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/gates.h"

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

double tenths(double value)
{
    return std::round(value * 10) / 10;
}

Error tripped(const GateReading& reading, const QString& node)
{
    return {ErrorCode::GateTripped,
            {reading.gate, QString::number(reading.measured), QString::number(reading.limit), node},
            {}};
}

GateReading health(const GateFacts& facts)
{
    GateReading reading{u"health"_qs, double(facts.greensUp), double(facts.greens)};
    reading.passes = facts.greensUp == facts.greens && facts.unwell.node.isEmpty();
    return reading;
}

GateReading failedRequests(const Gates& gates, const SideTraffic& green)
{
    const double percent = green.requests > 0 ? 100.0 * double(green.failed) / double(green.requests) : 0;
    GateReading reading{u"failed"_qs, tenths(percent), gates.failedPercent};
    reading.known = green.requests >= gates.leastRequests;
    reading.passes = !reading.known || percent <= gates.failedPercent;
    return reading;
}

GateReading latency(const Gates& gates, const GateFacts& facts)
{
    const int blue = std::max(0, facts.blue.probeP95);
    const double limit = std::max(std::round(blue * gates.latencyFactor), double(blue + latencyFloorMs));
    GateReading reading{u"latency"_qs, double(std::max(0, facts.green.probeP95)), limit};
    reading.known =
        facts.blueAnswers >= leastAnswers && facts.greenAnswers >= std::max(leastAnswers, gates.leastRequests);
    reading.passes = !reading.known || reading.measured <= limit;
    return reading;
}

GateReading checks(const Gates& gates, const GateFacts& facts)
{
    const double all = double(gates.checks.size());
    return {u"check"_qs, facts.failedCheck ? all - 1 : all, all, true, !facts.failedCheck};
}

/// "2/10" of its last questions.
std::optional<Error> flaps(const GateFacts& facts)
{
    if (facts.unwell.node.isEmpty())
        return {};
    const QString failed = u"%1/%2"_qs.arg(facts.unwell.failed).arg(ProbeTally::remembered);
    return Error{ErrorCode::GateTripped, {u"health"_qs, failed, facts.healthPath, facts.unwell.node}, {}};
}

std::optional<Error> wrongAnswer(const std::optional<FailedCheck>& failed)
{
    if (!failed)
        return {};
    return Error{ErrorCode::GateTripped, {u"check"_qs, failed->said, failed->check, failed->node}, failed->said};
}

} // namespace

GateVerdict judge(const Gates& gates, const GateFacts& facts)
{
    GateVerdict verdict;
    verdict.readings.append(health(facts));
    verdict.tripped = flaps(facts);
    const auto add = [&verdict](const GateReading& reading, const std::optional<Error>& error) {
        verdict.readings.append(reading);
        if (!reading.passes && !verdict.tripped)
            verdict.tripped = error;
    };
    if (gates.failedPercent >= 0) {
        const GateReading reading = failedRequests(gates, facts.green);
        add(reading, tripped(reading, {}));
    }
    if (gates.latencyFactor > 0) {
        const GateReading reading = latency(gates, facts);
        add(reading, tripped(reading, {}));
    }
    if (!gates.checks.isEmpty())
        add(checks(gates, facts), wrongAnswer(facts.failedCheck));
    return verdict;
}

} // namespace snowmelt
