// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/label_room.h"

#include "ui/theme/theme.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr double gap = metric::unit / 2.0; ///< between words and what they name
constexpr int reach = 4;                   ///< how far from its line's end a value is looked for, in its heights
/// Words on words cannot be read; behind another line they would be read as its own; on a line they can be read.
constexpr int unreadable = 100;
constexpr int misread = 10;

/// A piece of a line is straight: where it passes the words, its height lies between those at their two edges.
bool meets(const QRectF& words, const QPointF& a, const QPointF& b)
{
    const auto [left, right] = std::minmax({a.x(), b.x()});
    const double from = std::max(left, words.left());
    const double to = std::min(right, words.right());
    if (from > to)
        return false;
    const bool upright = left == right;
    const auto heightAt = [&](double x) { return a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x()); };
    const auto [top, bottom] = std::minmax({upright ? a.y() : heightAt(from), upright ? b.y() : heightAt(to)});
    return top < words.bottom() && bottom > words.top();
}

bool meets(const QRectF& words, const QPolygonF& line)
{
    for (qsizetype i = 1; i < line.size(); ++i) {
        if (meets(words, line.at(i - 1), line.at(i)))
            return true;
    }
    return false;
}

} // namespace

int LabelRoom::troubleOf(const QRectF& words) const
{
    const auto onWords = [&](const QRectF& other) { return other.intersects(words); };
    const auto onLine = [&](const QPolygonF& line) { return meets(words, line); };
    return (m_plot.contains(words) ? 0 : unreadable) +
           unreadable * int(std::count_if(m_words.cbegin(), m_words.cend(), onWords)) +
           int(std::count_if(m_lines.cbegin(), m_lines.cend(), onLine));
}

int LabelRoom::troubleOf(const QLineF& mast) const
{
    const auto through = [&](const QRectF& words) { return meets(words, mast.p1(), mast.p2()); };
    return unreadable * int(std::count_if(m_words.cbegin(), m_words.cend(), through));
}

/// Other lines that run between a line's end and its value.
int LabelRoom::strangersBetween(const QPointF& end, const QRectF& words) const
{
    const QPointF near(std::clamp(end.x(), words.left(), words.right()),
                       std::clamp(end.y(), words.top(), words.bottom()));
    const QRectF between = QRectF(end, near).normalized();
    const auto runsBetween = [&](const QPolygonF& line) {
        return !line.isEmpty() && line.last() != end && meets(between, line);
    };
    return int(std::count_if(m_lines.cbegin(), m_lines.cend(), runsBetween));
}

/// Right of the line before left of it, high before low.
QList<LabelRoom::Flag> LabelRoom::flagsAt(double x, const QSizeF& words) const
{
    QList<Flag> flags;
    double top = m_plot.top();
    do {
        const QLineF mast(x, top, x, m_plot.bottom());
        for (const double left : {x + gap, x - gap - words.width()})
            flags.append({mast, {QRectF(QPointF(left, top), words), false}});
        top += words.height();
    } while (top + words.height() <= m_plot.center().y());
    return flags;
}

LabelRoom::Flag LabelRoom::placeFlag(double x, const QSizeF& words)
{
    const QList<Flag> flags = flagsAt(x, words);
    const auto troubleWith = [this](const Flag& flag) { return troubleOf(flag.name.rect) + troubleOf(flag.mast); };
    const auto better = [&](const Flag& a, const Flag& b) { return troubleWith(a) < troubleWith(b); };
    Flag flag = *std::min_element(flags.cbegin(), flags.cend(), better);
    flag.name = take(flag.name.rect, troubleWith(flag));
    addLine(QPolygonF{flag.mast.p1(), flag.mast.p2()});
    return flag;
}

/// The nearer the better: beside the end, above, below, and before it.
QList<QRectF> LabelRoom::placesAround(const QPointF& end, const QSizeF& words) const
{
    const double left = std::min(end.x(), m_plot.right()) - words.width();
    const double beside = std::clamp(end.y() - words.height() / 2, m_plot.top(),
                                     std::max(m_plot.top(), m_plot.bottom() - words.height()));
    QList<QRectF> places;
    for (double off = gap; off <= reach * words.height(); off += gap) {
        for (const QPointF& corner : {QPointF(end.x() + off, beside), QPointF(left, end.y() - off - words.height()),
                                      QPointF(left, end.y() + off), QPointF(left - off, beside)})
            places.append(QRectF(corner, words));
    }
    return places;
}

LabelRoom::Place LabelRoom::placeAtEnd(const QPointF& end, const QSizeF& words)
{
    const QList<QRectF> places = placesAround(end, words);
    const auto troubleAt = [&](const QRectF& place) {
        return troubleOf(place) + misread * strangersBetween(end, place);
    };
    QRectF best = places.first();
    int least = troubleAt(best);
    for (auto place = places.cbegin() + 1; place != places.cend() && least > 0; ++place) {
        const int trouble = troubleAt(*place);
        if (trouble >= least)
            continue;
        best = *place;
        least = trouble;
    }
    return take(best, troubleOf(best));
}

/// Two names side by side are not read as one.
LabelRoom::Place LabelRoom::take(const QRectF& words, int trouble)
{
    m_words.append(words.adjusted(-gap, 0, gap, 0));
    return {words, trouble == 0};
}

} // namespace snowmelt
