// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/columns.h"

#include "models/layout/metrics.h"

#include <QMap>

#include <algorithm>
#include <cmath>
#include <limits>

namespace snowmelt::layout {

namespace {

constexpr double narrowest = 32; ///< between two columns: edges bend there
constexpr double infinite = std::numeric_limits<double>::infinity();

struct Candidate
{
    double left = 0;
    double width = 0; ///< of its middling block
    QList<int> blocks;
};

QList<Candidate> candidatesOf(const Chart& chart)
{
    QMap<double, QList<int>> byLeft;
    for (int i = 0; i < chart.blocks.size(); ++i)
        if (!chart.blocks[i].placed)
            byLeft[chart.blocks[i].at.x()] << i;
    QList<Candidate> candidates;
    for (auto it = byLeft.cbegin(); it != byLeft.cend(); ++it) {
        QList<double> widths;
        for (int block : it.value())
            widths << chart.blocks[block].size.width();
        std::sort(widths.begin(), widths.end());
        candidates << Candidate{it.key(), widths[widths.size() / 2], it.value()};
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.blocks.size() > b.blocks.size(); });
    return candidates;
}

/// Those with most blocks first: a single block in between must not make strays of a whole column.
QList<Candidate> accepted(const QList<Candidate>& candidates)
{
    QMap<double, Candidate> byLeft;
    for (const Candidate& one : candidates) {
        const auto after = byLeft.lowerBound(one.left);
        const bool clearAfter = after == byLeft.cend() || one.left + one.width + narrowest <= after->left;
        const bool clearBefore =
            after == byLeft.cbegin() || std::prev(after)->left + std::prev(after)->width + narrowest <= one.left;
        if (clearAfter && clearBefore)
            byLeft.insert(one.left, one);
    }
    return byLeft.values();
}

} // namespace

Columns::Gap Columns::gap(int column, int number) const
{
    const auto& taken = columns[column].taken;
    return {number > 0 ? taken[number - 1].second : -infinite, number < taken.size() ? taken[number].first : infinite};
}

Columns columnsOf(const Chart& chart)
{
    Columns result;
    result.columnOf.fill(-1, chart.blocks.size());
    const QList<Candidate> kept = accepted(candidatesOf(chart));
    for (qsizetype i = 0; i < kept.size(); ++i) {
        const double limit = i + 1 < kept.size() ? kept[i + 1].left - narrowest : infinite;
        Columns::Column column{kept[i].left, kept[i].left, {}};
        for (int block : kept[i].blocks) {
            const QRectF rect = chart.blocks[block].rect();
            if (rect.right() > limit)
                continue;
            result.columnOf[block] = int(result.columns.size());
            column.right = std::max(column.right, rect.right());
            column.taken << std::pair(rect.top(), rect.bottom());
        }
        std::sort(column.taken.begin(), column.taken.end());
        result.columns << column;
    }
    for (int i = 0; i < chart.blocks.size(); ++i)
        if (result.columnOf[i] < 0)
            result.strays << i;
    return result;
}

} // namespace snowmelt::layout
