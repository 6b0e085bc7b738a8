// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/text_painter.h"

#include <QPainterPath>
#include <QPen>

#include <functional>
#include <variant>

namespace snowmelt {

/// Of a sheet, at 100 %.
inline constexpr int unitsPerInch = 96;

/// A picture before it is a file: shapes in units of 1/96 inch, each as simple as every format knows it. What is drawn
/// once is the same in SVG, PDF and PNG, and writing it needs neither words nor the GUI thread.

struct InkShape
{
    QPainterPath path;
    QPen pen;    ///< solid colour, width in units; NoPen: none
    QColor fill; ///< invalid: none
};

struct TextShape
{
    QPointF at; ///< the baseline's left, middle or right end by `align`
    QString text;
    TextPainter::Style style;
    Qt::Alignment align = Qt::AlignLeft;
    QString whole{}; ///< where only a part of it had room; empty: `text` is all of it

    double pixels() const { return textPixels(style.size) * style.scale; }
};

using Shape = std::variant<InkShape, TextShape>;

struct Sheet
{
    QSizeF size;
    QColor paper;
    QString title;
    QString about; ///< what it shows and when, for readers of metadata
    QList<Shape> shapes;
};

/// Asked now and then while a file is made, on the thread that makes it: true gives up.
using ExportStop = std::function<bool()>;

/// Searchable: signs are painted apart from words. Fonts draw a hyphen or colon between digits as a shape of its own,
/// which in a PDF is no character any more: nobody would find "2026-03-05".
enum class TextRuns { Whole, Searchable };

/// Paints the shapes, each text by its own end. False: stopped.
bool paintShapes(QPainter* painter, const QList<Shape>& shapes, const ExportStop& stop = {},
                 TextRuns runs = TextRuns::Whole);
/// Scaled, then moved.
QList<Shape> placed(const QList<Shape>& shapes, double scale, const QPointF& by);

} // namespace snowmelt
