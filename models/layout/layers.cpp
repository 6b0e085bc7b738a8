// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/layers.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace snowmelt::layout {

namespace {

constexpr int mostAttempts = 24;
constexpr int mostSweeps = 24;
constexpr int leastSweeps = 4;
constexpr int patience = 6; ///< sweeps without a better order
constexpr int mostSwapRounds = 12;
/// Links looked at in all sweeps and swaps together: half a second's work at most, and the same on every machine.
constexpr qint64 budget = 400'000;

/// Sums of a list that changes one place at a time (a Fenwick tree).
class Sums
{
public:
    explicit Sums(qsizetype size) : m_tree(size + 1, 0) {}
    void add(qsizetype at)
    {
        for (++at; at < m_tree.size(); at += at & -at)
            ++m_tree[at];
    }
    qint64 upTo(qsizetype at) const ///< inclusive
    {
        qint64 sum = 0;
        for (++at; at > 0; at -= at & -at)
            sum += m_tree[at];
        return sum;
    }

private:
    QList<int> m_tree;
};

class Untangler
{
public:
    Untangler(Layers layers, const LayoutStop& stop) : m_layers(std::move(layers)), m_stop(stop)
    {
        m_places.resize(m_layers.before.size());
        for (qsizetype rank = 0; rank < m_layers.ranks.size(); ++rank)
            note(rank);
        for (const QList<int>& links : std::as_const(m_layers.after))
            m_links += links.size();
    }

    qint64 crossings() const
    {
        qint64 sum = 0;
        for (qsizetype rank = 0; rank + 1 < m_layers.ranks.size(); ++rank)
            sum += crossingsAfter(rank);
        return sum;
    }

    Layers run()
    {
        settle();
        keep();
        for (int attempt = 0; attempt < mostAttempts && m_least > 0 && !spent() && !stopped(); ++attempt) {
            begin(attempt);
            improve();
        }
        m_layers.ranks = m_best;
        return m_layers;
    }

private:
    bool stopped() const { return m_stop && m_stop(); }
    bool spent() const { return m_spent > budget; }
    void note(qsizetype rank);
    void settle();
    void begin(int attempt);
    void keep();
    void improve();
    void sweep(bool forward);
    void sortRank(qsizetype rank, bool byBefore);
    bool swapNeighbours(qsizetype rank);
    qint64 crossingsAfter(qsizetype rank) const;
    QList<int> placesOf(const QList<int>& items) const;
    quint32 random() { return m_seed = m_seed * 1664525 + 1013904223; }

    Layers m_layers;
    const LayoutStop& m_stop;
    QList<int> m_places; ///< of each item in its rank
    QList<QList<int>> m_best;
    QList<QList<int>> m_given;
    qint64 m_least = std::numeric_limits<qint64>::max();
    qsizetype m_links = 0;
    qint64 m_spent = 0;
    quint32 m_seed = 1;
};

void Untangler::note(qsizetype rank)
{
    const QList<int>& items = m_layers.ranks[rank];
    for (qsizetype place = 0; place < items.size(); ++place)
        m_places[items[place]] = int(place);
}

/// Bands in their order, and what is given otherwise in its own.
void Untangler::settle()
{
    for (qsizetype rank = 0; rank < m_layers.ranks.size(); ++rank) {
        std::stable_sort(m_layers.ranks[rank].begin(), m_layers.ranks[rank].end(),
                         [&](int a, int b) { return m_layers.bands[a] < m_layers.bands[b]; });
        note(rank);
    }
    m_given = m_layers.ranks;
}

/// The given order first, then it upside down, then shuffled: sweeps from another start end in another hollow.
void Untangler::begin(int attempt)
{
    m_layers.ranks = m_given;
    for (qsizetype rank = 0; rank < m_layers.ranks.size(); ++rank) {
        QList<int>& items = m_layers.ranks[rank];
        if (attempt == 1)
            std::reverse(items.begin(), items.end());
        for (qsizetype i = items.size() - 1; attempt > 1 && i > 0; --i)
            items.swapItemsAt(i, qsizetype(random() >> 8) % (i + 1));
        std::stable_sort(items.begin(), items.end(),
                         [&](int a, int b) { return m_layers.bands[a] < m_layers.bands[b]; });
        note(rank);
    }
}

void Untangler::keep()
{
    const qint64 now = crossings();
    if (now >= m_least)
        return;
    m_least = now;
    m_best = m_layers.ranks;
}

void Untangler::improve()
{
    int fruitless = 0;
    for (int i = 0; i < mostSweeps && fruitless < patience && m_least > 0 && !stopped(); ++i) {
        if (i >= leastSweeps && spent())
            break;
        const qint64 before = m_least;
        sweep(i % 2 == 0);
        m_spent += 2 * m_links;
        for (int round = 0; round < mostSwapRounds && !spent(); ++round) {
            bool any = false;
            m_spent += m_links;
            for (qsizetype rank = 0; rank < m_layers.ranks.size(); ++rank)
                any |= swapNeighbours(rank);
            if (!any)
                break;
        }
        keep();
        fruitless = m_least < before ? 0 : fruitless + 1;
    }
}

void Untangler::sweep(bool forward)
{
    const qsizetype ranks = m_layers.ranks.size();
    for (qsizetype i = 1; i < ranks; ++i)
        sortRank(forward ? i : ranks - 1 - i, forward);
}

/// What hangs together with nothing on that side keeps its place among the others.
void Untangler::sortRank(qsizetype rank, bool byBefore)
{
    QList<int>& items = m_layers.ranks[rank];
    QList<std::pair<double, int>> wishes;
    double last = 0;
    for (int item : std::as_const(items)) {
        const QList<int>& others = byBefore ? m_layers.before[item] : m_layers.after[item];
        double sum = 0;
        for (int other : others)
            sum += m_places[other];
        last = others.isEmpty() ? last : sum / double(others.size());
        wishes << std::pair(last, item);
    }
    std::stable_sort(wishes.begin(), wishes.end(), [&](const auto& a, const auto& b) {
        const int mine = m_layers.bands[a.second];
        const int other = m_layers.bands[b.second];
        return mine != other ? mine < other : a.first < b.first;
    });
    for (qsizetype i = 0; i < items.size(); ++i)
        items[i] = wishes[i].second;
    note(rank);
}

QList<int> Untangler::placesOf(const QList<int>& items) const
{
    QList<int> places;
    places.reserve(items.size());
    for (int item : items)
        places << m_places[item];
    std::sort(places.begin(), places.end());
    return places;
}

/// Pairs of an end of the upper and an end of the lower item that are the wrong way round. Both sorted.
qint64 wrongWay(const QList<int>& upper, const QList<int>& lower)
{
    qint64 count = 0;
    qsizetype above = 0;
    for (int place : upper) {
        while (above < lower.size() && lower[above] < place)
            ++above;
        count += above;
    }
    return count;
}

bool Untangler::swapNeighbours(qsizetype rank)
{
    QList<int>& items = m_layers.ranks[rank];
    QList<QList<int>> before, after;
    before.reserve(items.size());
    after.reserve(items.size());
    for (int item : std::as_const(items)) {
        before << placesOf(m_layers.before[item]);
        after << placesOf(m_layers.after[item]);
    }
    bool any = false;
    for (qsizetype i = 0; i + 1 < items.size(); ++i) {
        if (m_layers.bands[items[i]] != m_layers.bands[items[i + 1]])
            continue;
        const qint64 now = wrongWay(before[i], before[i + 1]) + wrongWay(after[i], after[i + 1]);
        const qint64 swapped = wrongWay(before[i + 1], before[i]) + wrongWay(after[i + 1], after[i]);
        if (swapped >= now)
            continue;
        items.swapItemsAt(i, i + 1);
        before.swapItemsAt(i, i + 1);
        after.swapItemsAt(i, i + 1);
        any = true;
    }
    note(rank);
    return any;
}

qint64 Untangler::crossingsAfter(qsizetype rank) const
{
    Sums seen(m_layers.ranks[rank + 1].size());
    qint64 all = 0;
    qint64 crossings = 0;
    for (int item : m_layers.ranks[rank]) {
        const QList<int> ends = placesOf(m_layers.after[item]);
        for (int end : ends)
            crossings += all - seen.upTo(end);
        for (int end : ends)
            seen.add(end);
        all += ends.size();
    }
    return crossings;
}

} // namespace

int Layers::add(int rank, int band)
{
    while (ranks.size() <= rank)
        ranks << QList<int>();
    const int item = int(before.size());
    ranks[rank] << item;
    before << QList<int>();
    after << QList<int>();
    bands << band;
    return item;
}

void Layers::link(int from, int to)
{
    after[from] << to;
    before[to] << from;
}

qint64 crossingsOf(const Layers& layers)
{
    return Untangler(layers, {}).crossings();
}

Layers untangled(const Layers& layers, const LayoutStop& stop)
{
    return Untangler(layers, stop).run();
}

} // namespace snowmelt::layout
