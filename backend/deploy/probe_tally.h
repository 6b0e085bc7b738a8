// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QString>

namespace snowmelt {

/// What our own questions to the nodes of one side were answered. Pure.
class ProbeTally
{
public:
    void note(const QString& node, bool well, qint64 ms);

    qint64 asked() const { return m_asked; }
    qint64 failed() const { return m_failed; }
    /// Of the last hundred answers; how many there are, and the time below which `percent` of them came (nearest rank);
    /// -1: none yet.
    int answers() const { return int(m_ms.size()); }
    int percentile(int percent) const;

    /// A node that left two of its last ten questions unanswered, and how many; empty: none. A node that goes down and
    /// comes up again between two looks at the balancer shows here. What can be missed: a fall that is over before the
    /// next question, a second later, and a single one.
    struct Unwell
    {
        QString node;
        int failed = 0;
    };
    Unwell unwell() const;
    static constexpr int remembered = 10; ///< of each node
    static constexpr int tolerated = 1;   ///< failures among them

private:
    QList<int> m_ms;
    QMap<QString, QList<bool>> m_last;
    qint64 m_asked = 0;
    qint64 m_failed = 0;
};

} // namespace snowmelt
