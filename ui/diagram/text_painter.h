// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QHash>

class QPainter;

namespace snowmelt {

/// Text in units of its device whatever the device's resolution, one line at a time, elided where it does not fit.
/// Remembers elisions and, on whole pixels, glyphs: most texts are the same from frame to frame.
class TextPainter
{
public:
    struct Style
    {
        TextSize size = TextSize::Small;
        int weight = QFont::Normal;
        QColor color;
        Qt::TextElideMode elide = Qt::ElideRight;
        double scale = 1; ///< times the size
    };

    /// Onto whole device pixels, so that a text looks the same wherever it stands: for pictures of the screen, painted
    /// without a transform.
    void setOnWholePixels(bool whole) { m_whole = whole; }
    /// Draws within `width`; `at` is the baseline's left, middle or right end by `align`. Returns the width drawn.
    double draw(QPainter* painter, const QPointF& at, double width, const QString& text, const Style& style,
                Qt::Alignment align = Qt::AlignLeft);
    double widthOf(QPainter* painter, const QString& text, const Style& style);

private:
    struct Face
    {
        QFont font;
        QFontMetricsF metrics;
        QHash<QString, double> advances;
        QHash<QString, QList<QGlyphRun>> glyphs;
        QHash<QString, QString> elided;
    };
    Face& face(QPainter* painter, const Style& style);
    static const QString& elided(Face& face, const QString& text, double width, const Style& style);
    static double advanceOf(Face& face, const QString& text);
    static void drawGlyphs(QPainter* painter, Face& face, const QPointF& at, const QString& text);

    QHash<int, Face> m_faces;
    int m_dpi = 0;
    bool m_whole = false;
};

/// A paint device that keeps text as text gets it whole, with the end that stays put: where a text stands must not
/// depend on the fonts of whoever opens the file. `text` is what had room of `whole`.
class TextReceiver
{
public:
    virtual void receiveText(const QTransform& place, const QPointF& at, const QString& text, const QString& whole,
                             const TextPainter::Style& style, Qt::Alignment align) = 0;

protected:
    ~TextReceiver() = default;
};

} // namespace snowmelt
