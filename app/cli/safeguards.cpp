// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/safeguards.h"

#include "app/cli/cli_text.h"
#include "app/cli/tell.h"
#include "app/cli/values.h"

#include <QRegularExpression>

namespace snowmelt {
namespace {

const QString drainOption = QStringLiteral("--drain");
const QString healthOption = QStringLiteral("--health");
const QString maxFailedOption = QStringLiteral("--max-failed");
const QString maxLatencyOption = QStringLiteral("--max-latency");
const QString checkOption = QStringLiteral("--check");
const QString keepGreenOption = QStringLiteral("--keep-green");
const QString acceptOption = QStringLiteral("--accept");
constexpr LimitRange failedPercents{0, 100, -1};
constexpr LimitRange latencyFactors{0.1, 1000, 0};

std::optional<Gates> readGates(const Call& call, const QString& verb)
{
    Gates gates;
    const auto failed = limitValue(call, verb, maxFailedOption, failedPercents, gates.failedPercent);
    if (!failed)
        return std::nullopt;
    const auto latency = limitValue(call, verb, maxLatencyOption, latencyFactors, gates.latencyFactor);
    if (!latency)
        return std::nullopt;
    gates.failedPercent = *failed;
    gates.latencyFactor = *latency;
    gates.checks = call.arguments.options.value(checkOption);
    static const QRegularExpression path(QStringLiteral("^/[\\x21-\\x7e]*"));
    static const QRegularExpression control(QStringLiteral("[\\x00-\\x1f\\x7f]"));
    for (const QString& check : gates.checks) {
        const QString where = check.section(u'=', 0, 0);
        if (path.match(where).capturedLength() == where.size() && !control.match(check).hasMatch())
            continue;
        tellUsage(call.console, CliText::tr("“%1” is no check; expected a PATH from “/”, or PATH=TEXT.").arg(check),
                  verb);
        return std::nullopt;
    }
    return gates;
}

} // namespace

QList<Option> safeguardOptions()
{
    const QString seconds = QStringLiteral("SECONDS");
    return {{drainOption, seconds, CliText::tr("how long open sessions may last on the old nodes (120)")},
            {healthOption, seconds, CliText::tr("how long new nodes may take until they are healthy (60)")},
            {maxFailedOption, QStringLiteral("PERCENT|off"),
             CliText::tr("go back by itself when more of the new nodes’ requests fail (1)")},
            {maxLatencyOption, QStringLiteral("FACTOR|off"),
             CliText::tr("go back by itself when the new nodes’ p95 is so many times the old one (off)")},
            {checkOption, QStringLiteral("PATH[=TEXT]"),
             CliText::tr("every new node must answer this path with 200, and with TEXT in the answer"), true},
            {keepGreenOption, {}, CliText::tr("keep new nodes that failed before the switch, for a look")},
            {acceptOption, QStringLiteral("CODE[,CODE]"),
             CliText::tr("accept these warnings of the plan; any other one stops before the start")}};
}

std::optional<DeployOptions> readSafeguards(const Call& call, const QString& verb)
{
    DeployOptions options;
    const auto drain = secondsValue(call, verb, drainOption, 1, options.drainSeconds);
    if (!drain)
        return std::nullopt;
    const auto health = secondsValue(call, verb, healthOption, 1, options.healthSeconds);
    if (!health)
        return std::nullopt;
    const std::optional<Gates> gates = readGates(call, verb);
    if (!gates)
        return std::nullopt;
    options.drainSeconds = *drain;
    options.healthSeconds = *health;
    options.gates = *gates;
    options.keepGreen = call.arguments.has(keepGreenOption);
    options.accepted = call.arguments.list(acceptOption);
    return options;
}

Option verboseActOption()
{
    return {QStringLiteral("--verbose"),
            {},
            CliText::tr("show the commands of the plan, and where the gates stand even when all pass")};
}

} // namespace snowmelt
