// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/probe_tally.h"

#include <algorithm>

namespace snowmelt {

static constexpr int answersKept = 100;

void ProbeTally::note(const QString& node, bool well, qint64 ms)
{
    ++m_asked;
    m_failed += !well;
    QList<bool>& last = m_last[node];
    last.append(well);
    if (last.size() > remembered)
        last.removeFirst();
    if (!well)
        return;
    m_ms.append(int(ms));
    if (m_ms.size() > answersKept)
        m_ms.removeFirst();
}

int ProbeTally::percentile(int percent) const
{
    if (m_ms.isEmpty())
        return -1;
    QList<int> sorted = m_ms;
    std::ranges::sort(sorted);
    const qsizetype rank = (sorted.size() * percent + 99) / 100;
    return sorted.at(std::max<qsizetype>(rank, 1) - 1);
}

ProbeTally::Unwell ProbeTally::unwell() const
{
    for (auto it = m_last.cbegin(); it != m_last.cend(); ++it) {
        const int failed = int(it->count(false));
        if (failed > tolerated)
            return {it.key(), failed};
    }
    return {};
}

} // namespace snowmelt
