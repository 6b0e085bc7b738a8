// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace snowmelt {

/// What somebody asks of a holder, as text nobody has judged yet.
struct LeaseAsk
{
    QString id; ///< a token of its own
    QByteArray text;
    bool operator==(const LeaseAsk&) const = default;
};

/// What the host answers to every call.
struct LeaseView
{
    qint64 now = 0;                  ///< the host's clock, ms since 1970
    bool written = false;            ///< an exchange: it took place
    std::optional<QByteArray> book;  ///< as kept; nullopt: there is none
    QList<LeaseAsk> asks;            ///< awaitAsk(): those that wait for this holder, again until they are answered
    std::optional<QByteArray> reply; ///< post(): what the holder answered; nullopt: nothing
    bool operator==(const LeaseView&) const = default;
};

/// Where the book lies: the host of a fleet's balancer, or something that stands for it. It judges nothing; every
/// change is one compare-and-swap of the whole book, under the same lock as every reading. Stamps come from its clock
/// alone.
class LeaseStore
{
public:
    virtual ~LeaseStore() = default;

    /// For errors: "edge:/var/lib/snowmelt/lease/book".
    virtual QString name() const = 0;
    virtual Task<LeaseView> look(CallContext context) = 0;
    /// Puts `text` there, stamped, if the book is the one with this revision (bookRevision(), lease_book.h).
    /// `handOver`: whoever waits on this host is woken to look, and what dead ones left is swept.
    virtual Task<LeaseView> exchange(QByteArray revision, QByteArray text, bool handOver, CallContext context) = 0;
    /// Ends when something is asked of the holder with this token, when it is woken, or after `time`.
    virtual Task<LeaseView> awaitAsk(QString token, std::chrono::seconds time, CallContext context) = 0;
    /// Who asked and is still there gets it.
    virtual Task<Done> answer(QString token, QString ask, QByteArray text, CallContext context) = 0;
    /// Asks the holder with this token and waits up to `time`. Whatever comes of it, the question is gone afterwards.
    virtual Task<LeaseView> post(QString token, LeaseAsk ask, std::chrono::seconds time, CallContext context) = 0;
};

} // namespace snowmelt
