// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <QMap>
#include <QSet>

#include <optional>

namespace snowmelt {

/// A node as the schedule knows it. One that is born again, or starts again, under its name is another.
struct ScheduledNode
{
    QString name;
    QString incarnation; ///< differs between two that had the name
};

/// Which node is scanned when, by itself. Values only: times are milliseconds of a clock that never jumps; only dueAt()
/// knows a wall clock, for people.
///
/// - Each node has its own moment within the interval, by its name, so that a fleet is not scanned all at once. The
///   first scans after the beginning come sooner: within `firstWithin`, in the same order.
/// - What appears later, or is another than before, is due at once.
/// - A node under way is not due, however long it takes: nothing piles up. Its next moment comes half an interval after
///   its end at the earliest.
/// - One that could not be scanned is tried again after the interval times 2, 4, 8 …, `longestPause` at most, or the
///   interval when that is longer. Such nodes get a quarter of the places at most, so that they delay nobody.
class ScanSchedule
{
public:
    static constexpr qint64 firstWithin = 120'000;
    static constexpr qint64 longestPause = 6LL * 3600 * 1000;

    explicit ScanSchedule(qint64 intervalMs, int places = 8) : m_interval(intervalMs), m_places(places) {}

    /// Who is there now. Who is not is forgotten.
    void follow(const QList<ScheduledNode>& nodes, qint64 now);
    /// Would take() find somebody?
    bool isAnyDue(qint64 now) const;
    /// Those to be scanned now, as many as there are places for; they are under way from here on.
    QStringList take(qint64 now);
    /// The scan of this one ended. False: it is not there any more, or another has its name; what was found is
    /// nobody's.
    bool ended(const ScheduledNode& node, bool scanned, qint64 now);
    /// It was taken and cannot be begun after all; it is tried at the next look.
    void putBack(const QString& node);

    /// Told to people, by name: `wall` is what their clock shows at `now`. One that is under way is due now.
    QList<ScanDue> dueAt(qint64 now, const QDateTime& wall) const;
    int underWay() const;
    /// Raised whenever dueAt() says something else than that time passed.
    int revision() const { return m_revision; }

private:
    struct Entry
    {
        QString incarnation;
        qint64 due = 0;
        int failures = 0;
        bool running = false;
    };

    qint64 offsetOf(const QString& node, qint64 within) const;
    qint64 momentAfter(const QString& node, qint64 time) const;
    qint64 pauseAfter(int failures) const;
    int running(bool suspects) const;
    QStringList dueNow(qint64 now) const;

    qint64 m_interval;
    int m_places;
    int m_revision = 0;
    std::optional<qint64> m_began; ///< when the first nodes were known
    QMap<QString, Entry> m_nodes;
    QSet<QString> m_gone; ///< under way when they went: name and incarnation; each holds its place until it ends
};

} // namespace snowmelt
