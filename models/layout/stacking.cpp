// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/stacking.h"

#include <cmath>

namespace snowmelt::layout {

namespace {

/// Members that touch: all of them stand `offset` lower than they would alone.
struct Pool
{
    double offset = 0;
    double weight = 0;
    qsizetype members = 0;
};

} // namespace

QList<double> stackedTops(const QList<Stackable>& column)
{
    QList<Pool> pools;
    double reach = 0;
    for (const Stackable& one : column) {
        Pool pool{one.wish - reach, one.weight, 1};
        while (!pools.isEmpty() && pools.constLast().offset >= pool.offset) {
            const Pool above = pools.takeLast();
            const double weight = above.weight + pool.weight;
            pool.offset = (above.offset * above.weight + pool.offset * pool.weight) / weight;
            pool.weight = weight;
            pool.members += above.members;
        }
        pools << pool;
        reach += one.reach;
    }
    QList<double> tops;
    reach = 0;
    for (const Pool& pool : pools)
        for (qsizetype i = 0; i < pool.members; ++i) {
            // Whole numbers keep edges level; what stands below is never drawn up by the rounding.
            tops << std::round(pool.offset) + reach;
            reach += column[tops.size() - 1].reach;
        }
    return tops;
}

} // namespace snowmelt::layout
