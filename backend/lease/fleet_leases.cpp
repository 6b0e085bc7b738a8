// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/lease/fleet_leases.h"

#include "backend/execution/timing.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr std::chrono::seconds withdrawalLimit{5};
constexpr std::chrono::seconds pauseBetweenReadings{1};

bool isHeld(const LeaseReading& reading, const QString& group)
{
    return std::any_of(reading.leases.cbegin(), reading.leases.cend(), [&group](const LeaseSeen& lease) {
        return (lease.group == group || lease.group.isEmpty()) && !lease.expired;
    });
}

} // namespace

FleetLeases::FleetLeases(std::shared_ptr<LeaseStore> store, QString fleet, LeaseTiming timing)
    : m_store(std::move(store)), m_fleet(std::move(fleet)), m_timing(timing)
{
}

Task<LeaseReading> FleetLeases::read(CallContext context)
{
    Task<LeaseView> looking = m_store->look(context);
    const Result<LeaseView> view = co_await looking;
    if (!view)
        co_return view.as<LeaseReading>();
    const Result<LeaseBook> book = parseBook(view->book, m_store->name());
    if (!book)
        co_return book.as<LeaseReading>();
    co_return readingOf(*book, view->now);
}

/// Whoever finds another revision has lost a race that somebody won: there is no end to wait for but the context's.
Task<LeaseBook> FleetLeases::change(LeaseEdit edit, Begin begin, CallContext context)
{
    std::optional<LeaseView> seen = begin == Begin::WithWhatIsKnown ? m_known : std::nullopt;
    bool isFresh = false;
    while (true) {
        if (!seen) {
            Task<LeaseView> looking = m_store->look(context);
            const Result<LeaseView> view = co_await looking;
            if (!view)
                co_return view.as<LeaseBook>();
            seen = *view;
            isFresh = true;
        }
        const Result<LeaseBook> book = parseBook(seen->book, m_store->name());
        if (!book)
            co_return book;
        const Result<LeaseBook> next = edit(*book, seen->now);
        if (!next && isFresh)
            co_return next;
        if (!next) { // judged by what was there a while ago
            seen.reset();
            continue;
        }
        const bool handOver = begin == Begin::WithALook;
        Task<LeaseView> exchanging = m_store->exchange(bookRevision(seen->book), bookText(*next), handOver, context);
        const Result<LeaseView> view = co_await exchanging;
        if (!view)
            co_return view.as<LeaseBook>();
        seen = *view;
        isFresh = true;
        if (view->written) {
            m_known = *view;
            co_return parseBook(view->book, m_store->name());
        }
    }
}

Task<Done> FleetLeases::changed(LeaseEdit edit, CallContext context)
{
    Task<LeaseBook> changing = change(std::move(edit), Begin::WithWhatIsKnown, context);
    const Result<LeaseBook> book = co_await changing;
    if (!book)
        co_return book.as<Done>();
    co_return Done{};
}

Task<HeldLease> FleetLeases::take(QString group, LeaseHolder holder, QString takeOverReason, CallContext context)
{
    const QString token = makeLeaseToken();
    const TakeWish wish{m_fleet, group, token, holder, int(m_timing.life.count()), takeOverReason};
    const LeaseEdit edit = [wish](LeaseBook book, qint64 now) { return afterTaking(std::move(book), wish, now); };
    Task<LeaseBook> changing = change(edit, Begin::WithALook, context);
    const Result<LeaseBook> book = co_await changing;
    if (book)
        co_return heldLease(*book, token);
    if (book.cancelled() || book.error().code != ErrorCode::LeaseHeld) {
        // The answer may have been lost on its way back: nobody must wait for a holder who does not know it is one.
        Task<Done> withdrawing = release(token, WorkLeft::Open, CallContext::cleanup(withdrawalLimit));
        (void)co_await withdrawing;
    }
    co_return book.as<HeldLease>();
}

Result<LeaseReading> FleetLeases::known() const
{
    if (!m_known)
        return LeaseReading();
    const Result<LeaseBook> book = parseBook(m_known->book, m_store->name());
    return book ? Result<LeaseReading>(readingOf(*book, m_known->now)) : book.as<LeaseReading>();
}

Task<Done> FleetLeases::renew(QString token, CallContext context)
{
    const QString fleet = m_fleet;
    return changed([fleet, token](LeaseBook book, qint64) { return afterRenewal(std::move(book), fleet, token); },
                   context);
}

Task<Done> FleetLeases::note(QString token, LeaseNote note, CallContext context)
{
    const QString fleet = m_fleet;
    return changed(
        [fleet, token, note](LeaseBook book, qint64) { return afterNote(std::move(book), fleet, token, note); },
        context);
}

Task<Done> FleetLeases::release(QString token, WorkLeft left, CallContext context)
{
    const QString fleet = m_fleet;
    return changed(
        [fleet, token, left](LeaseBook book, qint64) { return afterRelease(std::move(book), fleet, token, left); },
        context);
}

Task<Done> FleetLeases::post(QString group, LeaseRequest request, CallContext context)
{
    Task<LeaseView> looking = m_store->look(context);
    const Result<LeaseView> before = co_await looking;
    if (!before)
        co_return before.as<Done>();
    const Result<LeaseBook> book = parseBook(before->book, m_store->name());
    if (!book)
        co_return book.as<Done>();
    const Result<BookedLease> holder = holderOf(*book, group, before->now);
    if (!holder)
        co_return holder.as<Done>();
    const LeaseAsk ask{makeLeaseToken(), requestText(request)};
    Task<LeaseView> posting = m_store->post(holder->token, ask, m_timing.answer, context);
    const Result<LeaseView> after = co_await posting;
    if (!after)
        co_return after.as<Done>();
    if (!after->reply)
        co_return unanswered(*after, holder->token, request);
    co_return parseReply(*after->reply);
}

Task<LeaseReading> FleetLeases::awaitFree(QString group, CallContext context)
{
    while (true) {
        Task<LeaseReading> reading = read(context);
        const Result<LeaseReading> seen = co_await reading;
        if (!seen || !isHeld(*seen, group))
            co_return seen;
        Task<Done> waiting = pause(pauseBetweenReadings, context);
        const Result<Done> waited = co_await waiting;
        if (!waited)
            co_return waited.as<LeaseReading>();
    }
}

Error FleetLeases::unanswered(const LeaseView& view, const QString& token, const LeaseRequest& request) const
{
    const Result<LeaseBook> book = parseBook(view.book, m_store->name());
    if (book.failed())
        return book.error();
    if (!findLease(*book, token))
        return lostLease(*book, m_fleet, token);
    return {ErrorCode::TimedOut, {verbOf(request.command), QString::number(m_timing.answer.count())}, {}};
}

} // namespace snowmelt
