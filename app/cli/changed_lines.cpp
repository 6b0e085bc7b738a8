// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/changed_lines.h"

#include <algorithm>
#include <vector>

namespace snowmelt {
namespace {

/// The table of the exact answer grows with the product of both lengths.
constexpr qsizetype exactLimit = 500;

void trimCommonEnds(QStringList& a, QStringList& b)
{
    while (!a.isEmpty() && !b.isEmpty() && a.first() == b.first()) {
        a.removeFirst();
        b.removeFirst();
    }
    while (!a.isEmpty() && !b.isEmpty() && a.last() == b.last()) {
        a.removeLast();
        b.removeLast();
    }
}

/// length[i][j]: of the longest common subsequence of a from i and b from j.
std::vector<std::vector<int>> commonLengths(const QStringList& a, const QStringList& b)
{
    std::vector<std::vector<int>> length(a.size() + 1, std::vector<int>(b.size() + 1, 0));
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        for (qsizetype j = b.size() - 1; j >= 0; --j)
            length[i][j] = a[i] == b[j] ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
    }
    return length;
}

ChangedLines walk(const QStringList& a, const QStringList& b)
{
    const auto length = commonLengths(a, b);
    ChangedLines lines;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i] == b[j]) {
            ++i;
            ++j;
        } else if (length[i + 1][j] >= length[i][j + 1]) {
            lines.removed.append(a[i++]);
        } else {
            lines.added.append(b[j++]);
        }
    }
    lines.removed += a.mid(i);
    lines.added += b.mid(j);
    return lines;
}

} // namespace

ChangedLines changedLines(const QString& before, const QString& after)
{
    QStringList a = before.split(u'\n');
    QStringList b = after.split(u'\n');
    trimCommonEnds(a, b);
    if (a.size() > exactLimit || b.size() > exactLimit)
        return {a, b};
    return walk(a, b);
}

} // namespace snowmelt
