// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fold_operation.h"

namespace snowmelt {

namespace {

void append(QList<LogEntry>& log, const LogEntry& entry)
{
    // Dropping a tenth at once keeps appending cheap when a build prints a hundred thousand lines.
    if (log.size() >= keptLogLines)
        log.remove(0, keptLogLines / 10);
    log.append(entry);
}

template <typename Told>
bool appendIf(QList<LogEntry>& log, const EventBody& body)
{
    const auto* told = std::get_if<Told>(&body);
    if (told)
        append(log, *told);
    return told;
}

/// What came of it stands between the lines of the log.
bool appendResult(QList<LogEntry>& log, const EventBody& body)
{
    return appendIf<ImageDue>(log, body) || appendIf<ImageBuilt>(log, body) || appendIf<ImageTried>(log, body) ||
           appendIf<StoreVerified>(log, body) || appendIf<ImagesPruned>(log, body);
}

void count(std::optional<ProofTally>& proof, const ImageProved& proved)
{
    ProofTally& sum = proof ? *proof : proof.emplace();
    sum.images += 1;
    sum.different += !proved.differences.isEmpty();
}

void count(std::optional<ScanTally>& tally, const DriftReport& report)
{
    ScanTally& sum = tally ? *tally : tally.emplace();
    const int differences = int(report.differences.size());
    sum.nodes += 1;
    sum.drifted += differences > 0;
    sum.differences += differences;
    sum.unseen += !report.complete();
    sum.hidden += int(report.hidden.size());
}

void countUnseen(std::optional<ScanTally>& tally)
{
    ScanTally& sum = tally ? *tally : tally.emplace();
    sum.unseen += 1;
}

} // namespace

OperationState beganOperation(const Event& event, const Started& started)
{
    OperationState operation;
    operation.id = event.operation;
    operation.verb = started.verb;
    operation.subject = started.subject;
    operation.startedAt = event.at;
    return operation;
}

bool foldOperation(OperationState& operation, const EventBody& body)
{
    if (const auto* progress = std::get_if<Progress>(&body))
        operation.progress = *progress;
    else if (const auto* line = std::get_if<LogLine>(&body))
        append(operation.log, *line);
    else if (const auto* scanned = std::get_if<NodeScanned>(&body))
        count(operation.tally, scanned->report);
    else if (std::holds_alternative<NodeUnseen>(body))
        countUnseen(operation.tally);
    else if (const auto* proved = std::get_if<ImageProved>(&body)) {
        append(operation.log, *proved);
        count(operation.proof, *proved);
    } else if (const auto* made = std::get_if<PlanMade>(&body))
        operation.plan = made->plan;
    else if (const auto* back = std::get_if<RollingBack>(&body))
        operation.rollingBack = *back;
    else if (std::holds_alternative<QuestionAsked>(body))
        ++operation.questions;
    else if (std::holds_alternative<QuestionClosed>(body))
        --operation.questions;
    else if (const auto* finished = std::get_if<Finished>(&body))
        operation.finished = *finished;
    else
        return appendResult(operation.log, body);
    return true;
}

bool isQuiet(const QString& verb, const QString& subject)
{
    static const QStringList quiet{
        QStringLiteral("watch"),         QStringLiteral("images"), QStringLiteral("history"),
        QStringLiteral("drift-history"), QStringLiteral("plan"),   QStringLiteral("report"),
        QStringLiteral("replay"),        QStringLiteral("status"), QStringLiteral("image-diff")};
    // With a subject they remove; without, they list.
    const bool lists = (verb == u"orphans" || verb == u"prune-images") && subject.isEmpty();
    return lists || quiet.contains(verb);
}

bool endedBadly(const OperationState& operation)
{
    if (!operation.finished)
        return false;
    const OutcomeKind outcome = operation.finished->outcome;
    return outcome == OutcomeKind::Failed || outcome == OutcomeKind::Refused;
}

} // namespace snowmelt
