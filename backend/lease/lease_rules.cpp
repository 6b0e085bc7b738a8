// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/lease/lease_rules.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qsizetype turnsKept = 50;

QDateTime moment(std::optional<qint64> ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms.value_or(0), Qt::UTC);
}

QString isoText(qint64 ms)
{
    return moment(ms).toString(Qt::ISODate);
}

qint64 endOf(const BookedLease& lease)
{
    return lease.renewed.value_or(0) + lease.seconds * qint64(1000);
}

Error heldBy(const QString& fleet, const BookedLease& lease)
{
    return {ErrorCode::LeaseHeld,
            {fleet, lease.holder.person, isoText(lease.since.value_or(0)), isoText(endOf(lease)), lease.holder.what()},
            {}};
}

BookedTurn turnFrom(const BookedLease& lease, const TakeWish& wish, qint64 now)
{
    return {{},          lease.group,        lease.holder.person, lease.holder.operation,
            lease.token, wish.holder.person, wish.token,          hasExpired(lease, now),
            wish.reason};
}

BookedLease* mutableLease(LeaseBook& book, const QString& token)
{
    const auto it = std::find_if(book.leases.begin(), book.leases.end(),
                                 [&](const BookedLease& lease) { return lease.token == token; });
    return it == book.leases.end() ? nullptr : &*it;
}

const BookedTurn* lossOf(const LeaseBook& book, const QString& token)
{
    const auto it = std::find_if(book.turns.crbegin(), book.turns.crend(),
                                 [&](const BookedTurn& turn) { return turn.fromToken == token; });
    return it == book.turns.crend() ? nullptr : &*it;
}

} // namespace

const LeaseWork* LeaseReading::workOf(const QString& group) const
{
    const auto it = std::find_if(work.begin(), work.end(), [&](const LeaseWork& w) { return w.group == group; });
    return it == work.end() ? nullptr : &*it;
}

bool leasesConflict(const QString& group, const QString& other)
{
    return group == other || group.isEmpty() || other.isEmpty();
}

bool hasExpired(const BookedLease& lease, qint64 now)
{
    return now > endOf(lease);
}

Result<LeaseBook> afterTaking(LeaseBook book, const TakeWish& wish, qint64 now)
{
    QList<BookedLease> kept;
    for (const BookedLease& lease : book.leases) {
        if (!leasesConflict(lease.group, wish.group)) {
            kept.append(lease);
            continue;
        }
        if (!hasExpired(lease, now) && wish.reason.isEmpty())
            return heldBy(wish.fleet, lease);
        book.turns.append(turnFrom(lease, wish, now));
    }
    book.leases = kept;
    book.leases.append({wish.group, wish.token, wish.holder, {}, {}, wish.seconds});
    book.turns = book.turns.mid(std::max<qsizetype>(0, book.turns.size() - turnsKept));
    return book;
}

Result<LeaseBook> afterRenewal(LeaseBook book, const QString& fleet, const QString& token)
{
    BookedLease* lease = mutableLease(book, token);
    if (!lease)
        return lostLease(book, fleet, token);
    lease->renewed.reset();
    return book;
}

Result<LeaseBook> afterNote(LeaseBook book, const QString& fleet, const QString& token, const LeaseNote& note)
{
    Result<LeaseBook> renewed = afterRenewal(std::move(book), fleet, token);
    if (!renewed)
        return renewed;
    LeaseBook next = renewed.take();
    const BookedLease lease = *findLease(next, token);
    BookedWork work{lease.group, lease.holder, {}, note.plan, note.step, note.goingBack};
    for (const BookedWork& before : std::as_const(next.work)) {
        if (before.group == lease.group && before.holder == lease.holder)
            work.since = before.since;
    }
    next.work.removeIf([&](const BookedWork& before) { return before.group == lease.group; });
    next.work.append(work);
    return next;
}

Result<LeaseBook> afterRelease(LeaseBook book, const QString& fleet, const QString& token, WorkLeft left)
{
    const BookedLease* lease = findLease(book, token);
    if (!lease) {
        if (lossOf(book, token))
            return lostLease(book, fleet, token);
        return book;
    }
    const QString group = lease->group;
    book.leases.removeIf([&](const BookedLease& it) { return it.token == token; });
    if (left == WorkLeft::Done)
        book.work.removeIf([&](const BookedWork& work) { return work.group == group; });
    return book;
}

const BookedLease* findLease(const LeaseBook& book, const QString& token)
{
    const auto it = std::find_if(book.leases.cbegin(), book.leases.cend(),
                                 [&](const BookedLease& lease) { return lease.token == token; });
    return it == book.leases.cend() ? nullptr : &*it;
}

Error lostLease(const LeaseBook& book, const QString& fleet, const QString& token)
{
    const BookedTurn* turn = lossOf(book, token);
    if (!turn)
        return {ErrorCode::LeaseLost, {fleet, QString(), QStringLiteral("gone")}, {}};
    return {
        ErrorCode::LeaseLost, {fleet, turn->to, turn->reason.isEmpty() ? QStringLiteral("expired") : turn->reason}, {}};
}

Result<BookedLease> holderOf(const LeaseBook& book, const QString& group, qint64 now)
{
    for (const BookedLease& lease : book.leases) {
        if ((lease.group == group || lease.group.isEmpty()) && !hasExpired(lease, now))
            return lease;
    }
    for (const BookedWork& work : book.work) {
        if (work.group == group)
            return Error{ErrorCode::DeploymentOpen, {group, work.holder.what()}, {}};
    }
    return Error{ErrorCode::NothingToRollBack, {group}, {}};
}

HeldLease heldLease(const LeaseBook& book, const QString& token)
{
    const BookedLease* lease = findLease(book, token);
    if (!lease)
        return {};
    HeldLease held;
    held.group = lease->group;
    held.token = token;
    held.holder = lease->holder;
    held.since = moment(lease->since);
    held.until = moment(endOf(*lease));
    held.seconds = lease->seconds;
    for (const BookedWork& work : book.work) {
        if (work.group == lease->group)
            held.open = {work.plan, work.step, work.goingBack};
    }
    for (const BookedTurn& turn : book.turns) {
        if (turn.toToken == token) {
            held.from = turn.from;
            held.reason = turn.reason;
        }
    }
    return held;
}

LeaseReading readingOf(const LeaseBook& book, qint64 now)
{
    LeaseReading reading;
    reading.now = moment(now);
    for (const BookedLease& lease : book.leases)
        reading.leases.append(
            {lease.group, lease.holder, moment(lease.since), moment(endOf(lease)), hasExpired(lease, now)});
    for (const BookedWork& work : book.work) {
        const bool attended = std::any_of(book.leases.cbegin(), book.leases.cend(), [&](const BookedLease& lease) {
            return leasesConflict(lease.group, work.group) && !hasExpired(lease, now);
        });
        reading.work.append(
            {work.group, work.holder, moment(work.since), work.plan, work.step, work.goingBack, attended});
    }
    for (const BookedTurn& turn : book.turns)
        reading.turns.append(
            {moment(turn.at), turn.group, turn.from, turn.fromOperation, turn.to, turn.expired, turn.reason});
    return reading;
}

} // namespace snowmelt
