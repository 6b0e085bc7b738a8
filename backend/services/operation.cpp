// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/operation.h"

namespace snowmelt {

namespace {

template <typename... Intents>
bool isOneOf(const Intent& intent)
{
    return (std::holds_alternative<Intents>(intent) || ...);
}

} // namespace

Operation::Operation(OperationId id, Request request, Rooms& rooms, Sink sink)
    : m_id(std::move(id)), m_request(std::move(request)), m_rooms(rooms), m_sinks{std::move(sink)}
{
    m_clock.start();
}

bool Operation::isAct() const
{
    return needsFleet() || isOneOf<BuildIntent, ScanIntent>(intent());
}

bool Operation::needsFleet() const
{
    return isOneOf<UpIntent, DownIntent, SwapIntent, RebirthIntent>(intent());
}

void Operation::say(EventBody body)
{
    const Event event{m_id, QDateTime::currentDateTimeUtc(), std::move(body)};
    if (isAct())
        record(event);
    for (const Sink& sink : m_sinks)
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
    if (m_journalFailure)
        m_cancel.cancel();
}

Emit Operation::voice()
{
    return [this](EventBody body) { say(std::move(body)); };
}

void Operation::finish(Finished finished)
{
    if (m_journalFailure && finished.outcome == OutcomeKind::Cancelled)
        finished = failedWith(*m_journalFailure, finished.safety);
    finished.ms = m_clock.elapsed();
    say(finished);
}

Finished failedWith(const Error& error, Safety safety)
{
    const bool refused = error.code == ErrorCode::LeaseHeld;
    return {refused ? OutcomeKind::Refused : OutcomeKind::Failed, safety, error, 0};
}

} // namespace snowmelt
