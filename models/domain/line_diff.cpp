// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/line_diff.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace snowmelt {

namespace {

using Kind = DiffLine::Kind;

/// The table below is quadratic: 4 million cells at most.
constexpr qint64 largestTable = 4'000'000;

QStringList linesOf(const QString& text)
{
    if (text.isEmpty())
        return {};
    QStringList lines = text.split(u'\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

void appendAll(QList<DiffLine>& diff, Kind kind, const QStringList& lines)
{
    for (const QString& line : lines)
        diff.append({kind, line});
}

/// Lengths of the longest common subsequence of every pair of tails.
std::vector<int> commonTails(const QStringList& a, const QStringList& b)
{
    const size_t width = size_t(b.size()) + 1;
    std::vector<int> table((size_t(a.size()) + 1) * width, 0);
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        for (qsizetype j = b.size() - 1; j >= 0; --j) {
            const size_t here = size_t(i) * width + size_t(j);
            table[here] = a[i] == b[j] ? table[here + width + 1] + 1 : std::max(table[here + width], table[here + 1]);
        }
    }
    return table;
}

void appendChanged(QList<DiffLine>& diff, const QStringList& a, const QStringList& b)
{
    if (qint64(a.size()) * qint64(b.size()) > largestTable) {
        appendAll(diff, Kind::Removed, a);
        return appendAll(diff, Kind::Added, b);
    }
    const std::vector<int> table = commonTails(a, b);
    const size_t width = size_t(b.size()) + 1;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        const size_t here = size_t(i) * width + size_t(j);
        if (a[i] == b[j])
            diff.append({Kind::Same, a[i++]}), ++j;
        else if (table[here + width] >= table[here + 1])
            diff.append({Kind::Removed, a[i++]});
        else
            diff.append({Kind::Added, b[j++]});
    }
    appendAll(diff, Kind::Removed, a.mid(i));
    appendAll(diff, Kind::Added, b.mid(j));
}

QList<DiffLine> fullDiff(const QStringList& a, const QStringList& b)
{
    const auto [endA, endB] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const qsizetype head = endA - a.begin();
    qsizetype tail = 0;
    while (tail < a.size() - head && tail < b.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    QList<DiffLine> diff;
    appendAll(diff, Kind::Same, a.mid(0, head));
    appendChanged(diff, a.mid(head, a.size() - head - tail), b.mid(head, b.size() - head - tail));
    appendAll(diff, Kind::Same, a.mid(a.size() - tail));
    return diff;
}

bool isNearChange(const QList<DiffLine>& diff, qsizetype at, int context)
{
    const qsizetype last = std::min(diff.size() - 1, at + context);
    for (qsizetype i = std::max<qsizetype>(0, at - context); i <= last; ++i) {
        if (diff[i].kind != Kind::Same)
            return true;
    }
    return false;
}

} // namespace

QList<DiffLine> lineDiff(const QString& baseline, const QString& actual, int context)
{
    const QList<DiffLine> full = fullDiff(linesOf(baseline), linesOf(actual));
    QList<DiffLine> diff;
    for (qsizetype i = 0; i < full.size(); ++i) {
        if (isNearChange(full, i, context))
            diff.append(full[i]);
        else if (diff.isEmpty() || diff.last().kind != Kind::Gap)
            diff.append({Kind::Gap, {}});
    }
    return diff;
}

} // namespace snowmelt
