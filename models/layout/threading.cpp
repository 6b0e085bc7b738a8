// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/threading.h"

#include <algorithm>

namespace snowmelt::layout {

namespace {

constexpr int mostRounds = 12;
constexpr int fullRounds = 4;
/// Comparisons of two items in all rounds together: where very many links pass, each looks only at what is near it.
constexpr qint64 threadingBudget = 6'000'000;
constexpr qint64 leastReach = 16;

class Threader
{
public:
    Threader(Layers layers, const QList<bool>& passing, const LayoutStop& stop)
        : m_layers(std::move(layers)), m_passing(passing), m_stop(stop), m_places(m_layers.before.size())
    {
        for (qsizetype rank = 0; rank < m_layers.ranks.size(); ++rank)
            note(rank);
        const qint64 items = std::max<qint64>(1, passing.count(true));
        m_reach = std::max(leastReach, threadingBudget / (items * fullRounds));
    }

    Layers run()
    {
        for (int round = 0; round < mostRounds && m_spent < threadingBudget && !(m_stop && m_stop()); ++round) {
            bool any = false;
            const qsizetype ranks = m_layers.ranks.size();
            for (qsizetype i = 0; i < ranks; ++i)
                any |= siftRank(round % 2 == 0 ? i : ranks - 1 - i);
            if (!any)
                break;
        }
        return m_layers;
    }

private:
    /// Places of an item's neighbours.
    struct Ends
    {
        bool passing = false;
        int before = 0, after = 0;            ///< passing: of the only one on each side
        QList<int> manyBefore{}, manyAfter{}; ///< a block: sorted
    };

    void note(qsizetype rank)
    {
        for (qsizetype place = 0; place < m_layers.ranks[rank].size(); ++place)
            m_places[m_layers.ranks[rank][place]] = int(place);
    }
    Ends endsOf(int item) const;
    static int lossAboveOther(const Ends& mine, const Ends& theirs);
    bool siftRank(qsizetype rank);
    qsizetype bestPlace(const QList<int>& order, const QList<Ends>& ends, qsizetype from);

    Layers m_layers;
    const QList<bool>& m_passing;
    const LayoutStop& m_stop;
    QList<int> m_places;
    qint64 m_reach = 0; ///< places up and down that an item looks at
    qint64 m_spent = 0;
};

/// How many of the places are above, less how many are below.
int lossAbove(int mine, int theirs)
{
    return int(theirs < mine) - int(theirs > mine);
}

int lossAbove(int mine, const QList<int>& theirs)
{
    const auto [low, high] = std::equal_range(theirs.begin(), theirs.end(), mine);
    return int(low - theirs.begin()) - int(theirs.end() - high);
}

Threader::Ends Threader::endsOf(int item) const
{
    const QList<int>& before = m_layers.before[item];
    const QList<int>& after = m_layers.after[item];
    if (m_passing[item])
        return {true, m_places[before.first()], m_places[after.first()]};
    Ends ends;
    for (int other : before)
        ends.manyBefore << m_places[other];
    for (int other : after)
        ends.manyAfter << m_places[other];
    std::sort(ends.manyBefore.begin(), ends.manyBefore.end());
    std::sort(ends.manyAfter.begin(), ends.manyAfter.end());
    return ends;
}

/// What the passing item loses by standing above the other instead of below it. Where many links pass, most pairs are
/// of two of them, and cost two comparisons.
int Threader::lossAboveOther(const Ends& mine, const Ends& theirs)
{
    if (theirs.passing)
        return lossAbove(mine.before, theirs.before) + lossAbove(mine.after, theirs.after);
    return lossAbove(mine.before, theirs.manyBefore) + lossAbove(mine.after, theirs.manyAfter);
}

qsizetype Threader::bestPlace(const QList<int>& order, const QList<Ends>& ends, qsizetype from)
{
    const qsizetype first = std::max<qsizetype>(0, from - m_reach);
    const qsizetype end = std::min<qsizetype>(order.size(), from + m_reach + 1);
    m_spent += end - first;
    const Ends& mine = ends[order[from]];
    const auto loss = [&](qsizetype place) { return lossAboveOther(mine, ends[order[place]]); };
    qsizetype best = from;
    qint64 least = 0;
    qint64 sum = 0;
    for (qsizetype place = from; place-- > first;) {
        sum += loss(place);
        if (sum < least) {
            least = sum;
            best = place;
        }
    }
    sum = 0;
    for (qsizetype place = from + 1; place < end; ++place) {
        sum -= loss(place);
        if (sum < least) {
            least = sum;
            best = place;
        }
    }
    return best;
}

bool Threader::siftRank(qsizetype rank)
{
    const QList<int> items = m_layers.ranks[rank];
    QList<Ends> ends;
    QList<int> order; ///< indices into items
    for (int item : items) {
        order << int(ends.size());
        ends << endsOf(item);
    }
    bool any = false;
    for (int item = 0; item < items.size(); ++item) {
        if (!m_passing[items[item]])
            continue;
        const qsizetype from = order.indexOf(item);
        const qsizetype to = bestPlace(order, ends, from);
        order.move(from, to);
        any |= from != to;
    }
    for (qsizetype place = 0; place < items.size(); ++place)
        m_layers.ranks[rank][place] = items[order[place]];
    note(rank);
    return any;
}

} // namespace

Layers threaded(Layers layers, const QList<bool>& passing, const LayoutStop& stop)
{
    return Threader(std::move(layers), passing, stop).run();
}

} // namespace snowmelt::layout
