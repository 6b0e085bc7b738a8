// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace snowmelt::bench {

/// Where the time of one swap went, in ms.
struct SwapTimes
{
    qint64 total = 0;   ///< from the order until all is done and said
    qint64 birth = 0;   ///< image and nodes come to be, slots point at them
    qint64 health = 0;  ///< until every green answers, and the balancer has seen it answer
    qint64 drain = 0;   ///< until blue's requests are over
    qint64 removal = 0; ///< blue is stopped and removed
    qint64 window = 0;  ///< both sides may take traffic: "green ready" is ordered until "blue drains" is confirmed
    qint64 requests = 0;
    qint64 failed = 0; ///< of them, as their clients saw it
    qint64 calls = 0;  ///< to the platform
    /// What is neither birth, health, drain nor removal.
    qint64 rest() const { return total - birth - health - drain - removal; }
};

struct Spread
{
    qint64 median = 0; ///< of an even number the lower one
    qint64 worst = 0;
};
Spread spreadOf(QList<qint64> values);

/// What was measured with one size of the group.
struct Measured
{
    int nodes = 0;
    QList<SwapTimes> snowmelt;
    QList<SwapTimes> loop; ///< the bare sequence of the same calls
};

/// What the world was told to take its time for.
struct Conditions
{
    QString platform;
    int bootMs = 0;         ///< from start until a node answers
    int requestMs = 0;      ///< how long a request lasts
    int trafficEveryMs = 0; ///< one request per so many ms
    int rounds = 0;
    int budgetMs = 0; ///< for SwapTimes::rest()
};

/// A table for people.
QString toText(const Conditions& conditions, const QList<Measured>& sizes);
/// Schema "snowmelt.bench/1": see bench_swap.cpp.
QJsonObject toJson(const Conditions& conditions, const QList<Measured>& sizes);
/// In each size the median of what Snowmelt adds is within the budget.
bool withinBudget(const Conditions& conditions, const QList<Measured>& sizes);
/// Requests that failed while Snowmelt swapped.
qint64 failedOf(const QList<Measured>& sizes);

} // namespace snowmelt::bench
