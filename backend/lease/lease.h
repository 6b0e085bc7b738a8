// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>

namespace snowmelt {

/// The right to act on a group, or on a whole fleet, kept with the fleet itself: on its balancer's host, so that any
/// machine that reaches the fleet sees it. (FleetLease is another thing: the addresses a fleet has on this host.)
///
/// Everywhere here a `group` that is empty means the whole fleet; that one is in the way of every group.

/// Who acts, and with what.
struct LeaseHolder
{
    QString person;    ///< "mina@laptop"
    QString host;      ///< where its pid means something: processSpace()
    qint64 pid = 0;    ///< of that process
    QString operation; ///< its id in that machine's journal
    QString verb;      ///< "swap"
    QString subject;   ///< "web"
    QString what() const { return subject.isEmpty() ? verb : QString(verb + u' ' + subject); }
    bool operator==(const LeaseHolder&) const = default;
};

/// What a holder notes of its deployment, before it acts.
struct LeaseNote
{
    QJsonObject plan;
    int step = -1;
    bool goingBack = false;
    bool operator==(const LeaseNote&) const = default;
};

/// A lease this process has. The token is what proves it.
struct HeldLease
{
    QString group;
    QString token;
    LeaseHolder holder;
    QDateTime since; ///< UTC, by the host's clock, as every time here
    QDateTime until;
    int seconds = 0; ///< without a renewal
    QString from;    ///< person it was taken from; empty: nobody's
    QString reason;  ///< of the takeover; empty: it had expired
    LeaseNote open;  ///< what was under way on the group, whoever began it; no plan: nothing
    bool operator==(const HeldLease&) const = default;
};

/// A lease as anybody sees it.
struct LeaseSeen
{
    QString group;
    LeaseHolder holder;
    QDateTime since;
    QDateTime until;
    bool expired = false;
    bool operator==(const LeaseSeen&) const = default;
};

/// A deployment and how far it came, by its holder's own words. Stays when the lease expires, is taken over or given
/// back with the work open, so that a machine whose journal knows nothing can go on.
struct LeaseWork
{
    QString group;
    LeaseHolder holder; ///< whose plan it was
    QDateTime since;
    QJsonObject plan; ///< planFromJson()
    int step = -1;    ///< the last one begun; -1: none
    bool goingBack = false;
    bool attended = false; ///< somebody holds a lease that covers it, not expired
    bool operator==(const LeaseWork&) const = default;
};

/// One takeover, for its former holder and others to read.
struct LeaseTurn
{
    QDateTime at;
    QString group; ///< whose lease was lost
    QString from;
    QString fromOperation;
    QString to;
    bool expired = false;
    QString reason;
    bool operator==(const LeaseTurn&) const = default;
};

struct LeaseReading
{
    QDateTime now; ///< the host's clock
    QList<LeaseSeen> leases;
    QList<LeaseWork> work;
    QList<LeaseTurn> turns; ///< oldest first, the last fifty
    /// Null: nothing is under way or open there.
    const LeaseWork* workOf(const QString& group) const;
};

/// What becomes of the noted plan when its holder gives the lease back.
enum class WorkLeft {
    Done, ///< forgotten: it came to its end
    Open, ///< kept: both sides stand, somebody must resume it
};

struct LeaseTiming
{
    /// Of a lease nobody renews. Longer than the engine's patience with a lost network (90 s): a minute without it must
    /// not cost the deployment.
    std::chrono::seconds life{120};
    std::chrono::milliseconds renew{10000}; ///< between two renewals
    std::chrono::milliseconds again{1000};  ///< after one that failed
    std::chrono::milliseconds call{10000};  ///< limit of one call
    std::chrono::seconds listen{8};         ///< how long the host waits for a request before it is asked anew
    std::chrono::seconds answer{10};        ///< how long who posts waits for the holder
};

} // namespace snowmelt
