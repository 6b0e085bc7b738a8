// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/operation.h"

#include "models/domain/store_note.h"

namespace snowmelt {

namespace {

template <typename... Intents>
bool isOneOf(const Intent& intent)
{
    return (std::holds_alternative<Intents>(intent) || ...);
}

/// "web-3" is of "web".
QString groupOfNode(const QString& node)
{
    return node.section(u'-', 0, -2);
}

QString groupOf(const Intent& intent)
{
    if (const auto* swap = std::get_if<SwapIntent>(&intent))
        return swap->group;
    if (const auto* rebirth = std::get_if<RebirthIntent>(&intent))
        return groupOfNode(rebirth->node);
    if (const auto* plan = std::get_if<PlanIntent>(&intent))
        return plan->node.isEmpty() ? plan->group : groupOfNode(plan->node);
    if (const auto* resume = std::get_if<ResumeIntent>(&intent))
        return resume->group;
    return {};
}

} // namespace

Operation::Operation(OperationId id, Request request, Rooms& rooms, Sink sink)
    : m_id(std::move(id)), m_request(std::move(request)), m_rooms(rooms), m_sinks{std::move(sink)}
{
    m_group = groupOf(m_request.intent);
    m_clock.start();
}

bool Operation::isAct() const
{
    // Compared with a day somebody chose it is not how the node stands, which the journal tells again later.
    if (const auto* scan = std::get_if<ScanIntent>(&intent()); scan && scan->since.isValid())
        return false;
    if (const auto* update = std::get_if<UpdateLockIntent>(&intent()))
        return update->write;
    if (const auto* prune = std::get_if<PruneImagesIntent>(&intent()))
        return prune->remove;
    return needsFleet() ||
           isOneOf<BuildIntent, ScanIntent, DiffIntent, ControlIntent, ImportImageIntent, SignImageIntent>(intent());
}

bool Operation::isLook() const
{
    return isOneOf<ScanIntent, DiffIntent>(intent());
}

bool Operation::needsFleet() const
{
    if (const auto* resume = std::get_if<ResumeIntent>(&intent()))
        return resume->way.has_value();
    if (const auto* orphans = std::get_if<OrphansIntent>(&intent()))
        return !orphans->remove.isEmpty();
    return isOneOf<UpIntent, DownIntent, SwapIntent, RebirthIntent>(intent());
}

bool Operation::isAttended() const
{
    return !isOneOf<WatchIntent, DriftHistoryIntent, ImagesIntent, BuildIntent, ControlIntent, ReportIntent,
                    ReplayIntent, HistoryIntent, UpdateLockIntent, ImageDiffIntent, VerifyImagesIntent,
                    ExportImageIntent, ImportImageIntent, PaperIntent, SignImageIntent>(intent());
}

std::optional<Error> Operation::tell(const ControlIntent& told, const QString& person)
{
    if (m_control->attached() || m_control->loss())
        return m_control->tell(told.command, person, told.seconds);
    if (told.command != Command::RollBack && told.command != Command::Abort)
        return Error{ErrorCode::NotNow, {verbOf(told.command), told.group, QStringLiteral("notStarted")}, {}};
    m_cancel.cancel();
    return std::nullopt;
}

void Operation::loseLease(const Error& error)
{
    m_leaseLost = error;
    m_control->lose(error); // first: what it stops so does not turn round at the cancel
    m_cancel.cancel();
}

void Operation::say(EventBody body)
{
    const Event event{m_id, QDateTime::currentDateTimeUtc(), std::move(body)};
    const bool wasKept = !m_journalFailure;
    if (isAct())
        record(event);
    tellAll(event);
    if (wasKept && m_journalFailure && isLook())
        tellAll({m_id, event.at, logLine({StoreGap::Journal, *m_journalFailure})});
}

void Operation::tellAll(const Event& event)
{
    const std::vector<Sink> sinks = m_sinks; // one may add another
    for (const Sink& sink : sinks)
        sink(event);
}

void Operation::record(const Event& event)
{
    if (m_journalFailure)
        return;
    if (!m_rooms.journal) {
        m_journalFailure = m_rooms.journalError;
    } else {
        const Result<Done> appended = m_rooms.journal->append(event);
        if (appended.failed())
            m_journalFailure = appended.error();
    }
    if (m_journalFailure && !isLook())
        m_cancel.cancel();
}

Emit Operation::voice()
{
    return [this](EventBody body) { say(std::move(body)); };
}

Emit Operation::voiceFor(const OperationId& journaled)
{
    return [this, journaled](EventBody body) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        record({journaled, now, body});
        tellAll({m_id, now, std::move(body)});
    };
}

void Operation::finish(Finished finished)
{
    if (m_journalFailure && !isLook() && finished.outcome == OutcomeKind::Cancelled)
        finished = failedWith(*m_journalFailure, finished.safety);
    if (m_leaseLost && finished.outcome != OutcomeKind::Done)
        finished = failedWith(*m_leaseLost, finished.safety);
    finished.ms = m_clock.elapsed();
    say(finished);
}

Finished failedWith(const Error& error, Safety safety)
{
    const bool refused = error.code == ErrorCode::LeaseHeld;
    return {refused ? OutcomeKind::Refused : OutcomeKind::Failed, safety, error, 0};
}

} // namespace snowmelt
