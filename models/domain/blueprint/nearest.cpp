// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace snowmelt {

namespace {

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
int editDistance(const QString& a, const QString& b)
{
    std::vector<int> twoAgo(static_cast<size_t>(b.size()) + 1);
    std::vector<int> previous(twoAgo.size());
    std::vector<int> current(twoAgo.size());
    std::iota(previous.begin(), previous.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        current[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<size_t>(j);
            const int substitute = previous[at - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            current[at] = std::min({previous[at] + 1, current[at - 1] + 1, substitute});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                current[at] = std::min(current[at], twoAgo[at - 2] + 1);
        }
        twoAgo = std::exchange(previous, current);
    }
    return previous.back();
}

} // namespace

QString nearest(const QString& word, const QStringList& candidates)
{
    constexpr qsizetype longest = 200; // a pathological key is not worth a quadratic search
    if (word.size() > longest)
        return {};
    QString best;
    int bestDistance = std::max<int>(1, static_cast<int>(word.size()) / 3) + 1;
    for (const QString& candidate : candidates) {
        if (std::abs(candidate.size() - word.size()) >= bestDistance)
            continue;
        const int distance = editDistance(word.toLower(), candidate.toLower());
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

} // namespace snowmelt
