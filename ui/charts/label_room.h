// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QList>
#include <QPolygonF>
#include <QRectF>

namespace snowmelt {

/// Where words stand among the lines of a chart: beside what they name, and if possible where neither a line nor other
/// words are. What was placed is in the way of what follows. Pure; in pixels.
class LabelRoom
{
public:
    struct Place
    {
        QRectF rect;
        bool isFree = false; ///< nothing runs through it
    };
    /// An upright line with a name at its top. It begins where its name stands, below the names of others.
    struct Flag
    {
        QLineF mast;
        Place name;
    };

    explicit LabelRoom(const QRectF& plot) : m_plot(plot) {}
    void addLine(const QPolygonF& line) { m_lines.append(line); }
    Flag placeFlag(double x, const QSizeF& words);
    /// The value of a line that ends here; the highest end first leaves each the room between its neighbours.
    Place placeAtEnd(const QPointF& end, const QSizeF& words);

private:
    int troubleOf(const QRectF& words) const;
    int troubleOf(const QLineF& mast) const;
    int strangersBetween(const QPointF& end, const QRectF& words) const;
    QList<Flag> flagsAt(double x, const QSizeF& words) const;
    QList<QRectF> placesAround(const QPointF& end, const QSizeF& words) const;
    Place take(const QRectF& words, int trouble);

    QRectF m_plot;
    QList<QPolygonF> m_lines;
    QList<QRectF> m_words;
};

} // namespace snowmelt
