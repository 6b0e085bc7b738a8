// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/event_lines.h"

#include "app/cli/cli_text.h"
#include "app/cli/values.h"
#include "models/wording/building_wording.h"
#include "models/wording/lock_wording.h"
#include "models/wording/wording.h"

namespace snowmelt {
namespace {

Line marked(const QString& glyph, TerminalInk ink, const QString& text)
{
    return {{glyph + u' ', ink}, {text, TerminalInk::Plain}};
}

} // namespace

QString EventLines::stepText(int step, StepKind kind) const
{
    return QStringLiteral("[%1/%2] ").arg(step + 1).arg(m_plan.steps.size()) + stepTitle(kind, m_plan);
}

Line EventLines::operator()(const Started& started) const
{
    return {{operationTitle(started.verb, started.subject), TerminalInk::Strong},
            {QStringLiteral(" · ") + started.fleet, TerminalInk::Faint}};
}

Line EventLines::operator()(const NodeUnseen& unseen) const
{
    return marked(QStringLiteral("?"), TerminalInk::Amber, sentence(unseen.error).what);
}

Line EventLines::operator()(const ImageBuilt& built) const
{
    const ImageRecord& image = built.image;
    Line line{{image.ref.text(), TerminalInk::Strong},
              {QStringLiteral(" ") + builtText(built), TerminalInk::Plain},
              {QStringLiteral("  ") + sizeText(image.size) + QStringLiteral("  ") + image.digest.shortHex(),
               TerminalInk::Faint}};
    if (const QString promise = promiseText(built); !promise.isEmpty())
        line.append({QStringLiteral("  ") + promise, TerminalInk::Amber});
    return line;
}

Line EventLines::operator()(const ImageDue& due) const
{
    const QString why = dueText(due);
    if (why.isEmpty())
        return {};
    return {{due.image.text(), TerminalInk::Strong},
            {u' ' + why, TerminalInk::Plain},
            {QStringLiteral("  ") + expectationText(due), TerminalInk::Faint}};
}

Line EventLines::operator()(const LockMoved& moved) const
{
    const QString end = moved.written ? CliText::tr("; its lock is written") : QString();
    return {{moved.image.text(), TerminalInk::Strong}, {u' ' + lockMoveText(moved.changes) + end, TerminalInk::Plain}};
}

Line EventLines::operator()(const ImageProved& proved) const
{
    const Line head = proved.differences.isEmpty() ? marked(QStringLiteral("="), TerminalInk::Plain, {})
                                                   : marked(QStringLiteral("≠"), TerminalInk::Amber, {});
    return head + Line{{proved.image.ref.text(), TerminalInk::Strong},
                       {QStringLiteral(" ") + provedText(proved), TerminalInk::Plain},
                       {QStringLiteral("  ") + proved.image.digest.shortHex(), TerminalInk::Faint}};
}

Line EventLines::operator()(const PlanMade& made)
{
    m_plan = made.plan;
    return {{strategyText(m_plan) + QStringLiteral(": "), TerminalInk::Plain},
            {fromText(m_plan) + QStringLiteral(" → ") + refText(m_plan.to), TerminalInk::Plain}};
}

Line EventLines::operator()(const StepBegun& begun) const
{
    return marked(QStringLiteral("▸"), TerminalInk::Plain, stepText(begun.step, begun.kind));
}

Line EventLines::operator()(const StepDone& done) const
{
    Line line = marked(QStringLiteral("✓"), TerminalInk::Plain, stepText(done.step, done.kind));
    line.append({QStringLiteral("  ") + durationText(done.ms), TerminalInk::Faint});
    return line;
}

Line EventLines::operator()(const StepFailed& failed) const
{
    return marked(QStringLiteral("×"), TerminalInk::Red,
                  stepText(failed.step, failed.kind) + QStringLiteral(": ") + sentence(failed.error).what);
}

Line EventLines::operator()(const RollingBack& rollingBack) const
{
    return marked(QStringLiteral("↶"), TerminalInk::Blue, sentence(rollingBack));
}

Line EventLines::operator()(const TrafficCounted& counted) const
{
    return {{trafficText(counted), TerminalInk::Plain}};
}

Line EventLines::operator()(const WarningsAccepted& accepted) const
{
    return {{acceptedText(accepted.codes), TerminalInk::Plain},
            {QStringLiteral("  ") + accepted.person, TerminalInk::Faint}};
}

Line EventLines::operator()(const LeaseTaken& lease) const
{
    if (lease.from.isEmpty())
        return {{CliText::tr("%1 holds the lease.").arg(lease.holder), TerminalInk::Plain}};
    return marked(QStringLiteral("!"), TerminalInk::Amber,
                  CliText::tr("%1 took the lease over from %2: %3").arg(lease.holder, lease.from, lease.reason));
}

Line EventLines::operator()(const Controlled& told) const
{
    Line line = marked(QStringLiteral("»"), told.refused ? TerminalInk::Amber : TerminalInk::Plain, sentence(told));
    if (told.refused)
        line.append({u' ' + sentence(*told.refused).next, TerminalInk::Plain});
    return line;
}

Line EventLines::operator()(const Paused& paused) const
{
    const QString step = stepText(paused.step, m_plan.steps.value(paused.step).kind);
    return marked(QStringLiteral("‖"), TerminalInk::Amber,
                  CliText::tr("Paused at %1; “continue %2” goes on.").arg(step, m_plan.group));
}

Line EventLines::operator()(const Continued& continued) const
{
    return marked(
        QStringLiteral("▸"), TerminalInk::Plain,
        CliText::tr("Goes on with %1").arg(stepText(continued.step, m_plan.steps.value(continued.step).kind)));
}

Line EventLines::operator()(const ConfigEdited& edited) const
{
    return marked(QStringLiteral("!"), TerminalInk::Amber, sentence(edited));
}

Line EventLines::operator()(const DrainSeen& drain) const
{
    return {{sentence(drain), TerminalInk::Plain}};
}

Line EventLines::operator()(const GatesSeen& seen) const
{
    QStringList said;
    bool passes = true;
    for (const GateReading& gate : seen.gates) {
        said.append(sentence(gate));
        passes = passes && (gate.passes || !gate.known);
    }
    return marked(passes ? QStringLiteral("✓") : QStringLiteral("!"), passes ? TerminalInk::Plain : TerminalInk::Amber,
                  said.join(QStringLiteral(" · ")));
}

Line EventLines::operator()(const ImageSigned& made) const
{
    const QString signer = made.signer.isEmpty() ? CliText::tr("a key without a name") : made.signer;
    return {{made.image.text(), TerminalInk::Strong},
            {u' ' + CliText::tr("is signed by %1").arg(signer), TerminalInk::Plain},
            {QStringLiteral("  ") + made.fingerprint, TerminalInk::Faint}};
}

Line EventLines::operator()(const ImageTried& tried) const
{
    return {{tried.image.ref.text(), TerminalInk::Strong}, {u' ' + triedText(tried), TerminalInk::Plain}};
}

Line EventLines::operator()(const Finished& finished) const
{
    const QString end = outcomeText(finished.outcome) + QStringLiteral(" (") + durationText(finished.ms) +
                        QStringLiteral("). ") + (finished.error ? sentence(*finished.error).what + u' ' : QString()) +
                        sentence(finished.safety, m_plan);
    return {{end, finished.error ? TerminalInk::Red : TerminalInk::Plain}};
}

Line differenceLine(const ImageDifference& difference)
{
    return {{QStringLiteral("    ") + displayText(difference.key), TerminalInk::Strong},
            {QStringLiteral(": ") + memberText(difference), TerminalInk::Plain}};
}

QString trafficText(const TrafficCounted& counted)
{
    const qint64 probes = counted.blue.probes + counted.green.probes;
    const qint64 probesFailed = counted.blue.probesFailed + counted.green.probesFailed;
    const QString sides = counted.blue.requests + counted.green.requests == 0
                              ? QString()
                              : u' ' + CliText::tr("(blue %1, green %2)")
                                           .arg(grouped(counted.blue.requests), grouped(counted.green.requests));
    const QString requests =
        CliText::tr("Requests %1%2, failed %3").arg(grouped(counted.requests), sides, grouped(counted.failed));
    if (probes == 0)
        return requests;
    return requests + QStringLiteral("; ") +
           CliText::tr("own probes %1, failed %2").arg(grouped(probes), grouped(probesFailed));
}

QString fromText(const Plan& plan)
{
    return plan.from.isNull() ? CliText::tr("several images") : plan.from.text();
}

QString acceptedText(const QStringList& codes)
{
    return CliText::tr("Accepted: %1").arg(codes.join(QStringLiteral(", ")));
}

} // namespace snowmelt
