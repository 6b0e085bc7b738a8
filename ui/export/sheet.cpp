// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/sheet.h"

#include <QPainter>

namespace snowmelt {

namespace {

constexpr double anyWidth = 1e6; ///< texts were cut when they were recorded
constexpr int askEvery = 256;    ///< shapes

/// Words, and each sign by itself.
QStringList runsOf(const QString& text)
{
    QStringList runs{QString()};
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isSpace() || c.isMark() || c.isSurrogate())
            runs.last() += c;
        else
            runs << QString(c) << QString();
    }
    runs.removeAll(QString());
    return runs;
}

void paintText(QPainter* painter, TextPainter& texts, const TextShape& shape, TextRuns way)
{
    if (way == TextRuns::Whole) {
        texts.draw(painter, shape.at, anyWidth, shape.text, shape.style, shape.align);
        return;
    }
    const QStringList runs = runsOf(shape.text);
    double width = 0;
    for (const QString& run : runs)
        width += texts.widthOf(painter, run, shape.style);
    const double share = shape.align & Qt::AlignRight ? 1 : shape.align & Qt::AlignHCenter ? 0.5 : 0;
    QPointF at = shape.at - QPointF(share * width, 0);
    for (const QString& run : runs)
        at.rx() += texts.draw(painter, at, anyWidth, run, shape.style);
}

} // namespace

bool paintShapes(QPainter* painter, const QList<Shape>& shapes, const ExportStop& stop, TextRuns runs)
{
    TextPainter texts;
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (qsizetype i = 0; i < shapes.size(); ++i) {
        if (i % askEvery == 0 && stop && stop())
            return false;
        if (const auto* text = std::get_if<TextShape>(&shapes[i])) {
            paintText(painter, texts, *text, runs);
            continue;
        }
        const auto& ink = std::get<InkShape>(shapes[i]);
        painter->setPen(ink.pen);
        painter->setBrush(ink.fill.isValid() ? QBrush(ink.fill) : QBrush());
        painter->drawPath(ink.path);
    }
    return true;
}

QList<Shape> placed(const QList<Shape>& shapes, double scale, const QPointF& by)
{
    const QTransform place = QTransform::fromTranslate(by.x(), by.y()).scale(scale, scale);
    QList<Shape> moved = shapes;
    for (Shape& shape : moved) {
        if (auto* text = std::get_if<TextShape>(&shape)) {
            text->at = place.map(text->at);
            text->style.scale *= scale;
        } else {
            auto& ink = std::get<InkShape>(shape);
            ink.path = place.map(ink.path);
            ink.pen.setWidthF(ink.pen.widthF() * scale);
        }
    }
    return moved;
}

} // namespace snowmelt
