// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/text_painter.h"

#include <QPainter>

namespace snowmelt {

namespace {

constexpr qsizetype mostRemembered = 4000;

} // namespace

const TextPainter::Face& TextPainter::face(QPainter* painter, const Style& style)
{
    const int dpi = painter->device()->logicalDpiY();
    if (dpi != m_dpi) {
        m_faces.clear();
        m_elided.clear();
        m_dpi = dpi;
    }
    const int key = int(style.size) * 10000 + style.weight;
    const auto known = m_faces.constFind(key);
    if (known != m_faces.constEnd())
        return *known;
    QFont font = textFont(style.size, style.weight);
    font.setPointSizeF(textPixels(style.size) * 72 / dpi);
    // Hinted advances do not scale, and texts would outgrow their boxes at some zooms.
    font.setHintingPreference(QFont::PreferNoHinting);
    return *m_faces.insert(key, Face{font, QFontMetricsF(font, painter->device())});
}

const QString& TextPainter::elided(const Face& face, const QString& text, double width, const Style& style)
{
    const QString key = QString::number(int(style.size) * 10000 + style.weight) + u'/' + QString::number(int(width)) +
                        u'/' + QString::number(int(style.elide)) + u'/' + text;
    const auto known = m_elided.constFind(key);
    if (known != m_elided.constEnd())
        return *known;
    if (m_elided.size() > mostRemembered)
        m_elided.clear();
    const bool fits = face.metrics.horizontalAdvance(text) <= width;
    return *m_elided.insert(key, fits ? text : face.metrics.elidedText(text, style.elide, width));
}

double TextPainter::draw(QPainter* painter, const QPointF& at, double width, const QString& text, const Style& style,
                         Qt::Alignment align)
{
    if (text.isEmpty() || width <= 0)
        return 0;
    const Face& own = face(painter, style);
    const QString& shown = elided(own, text, width, style);
    const double advance = own.metrics.horizontalAdvance(shown);
    const double shift = align & Qt::AlignRight ? advance : align & Qt::AlignHCenter ? advance / 2 : 0;
    painter->setFont(own.font);
    painter->setPen(style.color);
    painter->drawText(at - QPointF(shift, 0), shown);
    return advance;
}

double TextPainter::widthOf(QPainter* painter, const QString& text, const Style& style)
{
    return face(painter, style).metrics.horizontalAdvance(text);
}

} // namespace snowmelt
