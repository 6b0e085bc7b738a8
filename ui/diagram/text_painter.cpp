// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/text_painter.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace snowmelt {

namespace {

constexpr qsizetype mostRemembered = 4000; ///< texts a face
constexpr qsizetype mostFaces = 64;        ///< zooming leaves many sizes behind
constexpr double stepsPerPixel = 8;        ///< of a size

/// All a face was asked for: cleared rather than grown without end.
template <typename Value>
QHash<QString, Value>& bounded(QHash<QString, Value>& cache)
{
    if (cache.size() > mostRemembered)
        cache.clear();
    return cache;
}

} // namespace

TextPainter::Face& TextPainter::face(QPainter* painter, const Style& style)
{
    const int dpi = painter->device()->logicalDpiY();
    if (dpi != m_dpi || m_faces.size() > mostFaces) {
        m_faces.clear();
        m_dpi = dpi;
    }
    const int steps = int(std::round(textPixels(style.size) * style.scale * stepsPerPixel));
    const int key = steps * 1000 + style.weight;
    const auto known = m_faces.find(key);
    if (known != m_faces.end())
        return *known;
    QFont font = textFont(style.size, style.weight);
    font.setPointSizeF(steps / stepsPerPixel * 72 / dpi);
    // Hinted advances do not scale, and texts would outgrow their boxes at some zooms.
    font.setHintingPreference(QFont::PreferNoHinting);
    return *m_faces.insert(key, Face{font, QFontMetricsF(font, painter->device()), {}, {}, {}});
}

double TextPainter::advanceOf(Face& face, const QString& text)
{
    const auto known = face.advances.constFind(text);
    if (known != face.advances.constEnd())
        return *known;
    return *bounded(face.advances).insert(text, face.metrics.horizontalAdvance(text));
}

const QString& TextPainter::elided(Face& face, const QString& text, double width, const Style& style)
{
    if (advanceOf(face, text) <= width)
        return text;
    const QString key = QString::number(int(width)) + u'/' + QString::number(int(style.elide)) + u'/' + text;
    const auto known = face.elided.constFind(key);
    if (known != face.elided.constEnd())
        return *known;
    return *bounded(face.elided).insert(key, face.metrics.elidedText(text, style.elide, width));
}

void TextPainter::drawGlyphs(QPainter* painter, Face& face, const QPointF& at, const QString& text)
{
    auto known = face.glyphs.constFind(text);
    if (known == face.glyphs.constEnd()) {
        QTextLayout layout(text, face.font, painter->device());
        layout.beginLayout();
        QTextLine line = layout.createLine();
        layout.endLayout();
        QList<QGlyphRun> runs = layout.glyphRuns();
        const double ascent = line.ascent();
        for (QGlyphRun& run : runs) {
            QList<QPointF> positions = run.positions();
            for (QPointF& position : positions)
                position.ry() -= ascent;
            run.setPositions(positions);
        }
        known = bounded(face.glyphs).insert(text, runs);
    }
    for (const QGlyphRun& run : *known)
        painter->drawGlyphRun(at, run);
}

double TextPainter::draw(QPainter* painter, const QPointF& at, double width, const QString& text, const Style& style,
                         Qt::Alignment align)
{
    if (text.isEmpty() || width <= 0)
        return 0;
    Face& own = face(painter, style);
    const QString shown = elided(own, text, width, style);
    const double advance = advanceOf(own, shown);
    if (auto* receiver = dynamic_cast<TextReceiver*>(painter->device())) {
        receiver->receiveText(painter->combinedTransform(), at, shown, text, style, align);
        return advance;
    }
    const double shift = align & Qt::AlignRight ? advance : align & Qt::AlignHCenter ? advance / 2 : 0;
    const QPointF start = at - QPointF(shift, 0);
    painter->setPen(style.color);
    if (m_whole) {
        drawGlyphs(painter, own, QPointF(std::round(start.x()), std::round(start.y())), shown);
        return advance;
    }
    painter->setFont(own.font);
    painter->drawText(start, shown);
    return advance;
}

double TextPainter::widthOf(QPainter* painter, const QString& text, const Style& style)
{
    return advanceOf(face(painter, style), text);
}

} // namespace snowmelt
