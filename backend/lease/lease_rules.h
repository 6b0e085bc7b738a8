// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/lease/lease_book.h"

#include <functional>

namespace snowmelt {

/// What may happen to a book. Pure: `now` is the host's clock, and the only one that is asked.

using LeaseEdit = std::function<Result<LeaseBook>(LeaseBook book, qint64 now)>;

struct TakeWish
{
    QString fleet; ///< for errors
    QString group;
    QString token; ///< fresh
    LeaseHolder holder;
    int seconds = 0;
    QString reason; ///< of a takeover; empty: none is wanted
};

/// The same group, or one of them is the whole fleet.
bool leasesConflict(const QString& group, const QString& other);
bool hasExpired(const BookedLease& lease, qint64 now);

/// With the wished lease in it; those it took the place of are told in `turns`. LeaseHeld {fleet, holder, since, until,
/// what} when one of them has not expired and there is no reason.
Result<LeaseBook> afterTaking(LeaseBook book, const TakeWish& wish, qint64 now);
/// With this lease renewed as of the writing. LeaseLost {fleet, holder, reason}; the reason is "expired" when that is
/// all the new holder had to say, "gone" when nobody took it and it is not there.
Result<LeaseBook> afterRenewal(LeaseBook book, const QString& fleet, const QString& token);
/// With the deployment noted as its holder says. Renews as well: who works shows it.
Result<LeaseBook> afterNote(LeaseBook book, const QString& fleet, const QString& token, const LeaseNote& note);
/// Idempotent, except that a lease somebody took over is LeaseLost.
Result<LeaseBook> afterRelease(LeaseBook book, const QString& fleet, const QString& token, WorkLeft left);

const BookedLease* findLease(const LeaseBook& book, const QString& token);
/// LeaseLost for a token that is not in the book.
Error lostLease(const LeaseBook& book, const QString& fleet, const QString& token);
/// The living lease whose holder answers for this group. NothingToRollBack {group}: nobody works there; DeploymentOpen
/// {group, what}: nobody does any more.
Result<BookedLease> holderOf(const LeaseBook& book, const QString& group, qint64 now);
/// How a taken lease is told, from the book it was written into.
HeldLease heldLease(const LeaseBook& book, const QString& token);
LeaseReading readingOf(const LeaseBook& book, qint64 now);

} // namespace snowmelt
