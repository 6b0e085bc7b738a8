// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/sheet.h"

#include <QPainter>

namespace snowmelt {

namespace {

constexpr double anyWidth = 1e6; ///< texts were cut when they were recorded
constexpr int askEvery = 256;    ///< shapes

} // namespace

bool paintShapes(QPainter* painter, const QList<Shape>& shapes, const ExportStop& stop)
{
    TextPainter texts;
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (qsizetype i = 0; i < shapes.size(); ++i) {
        if (i % askEvery == 0 && stop && stop())
            return false;
        if (const auto* text = std::get_if<TextShape>(&shapes[i])) {
            texts.draw(painter, text->at, anyWidth, text->text, text->style, text->align);
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
