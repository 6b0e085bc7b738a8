// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/diagram_sheet.h"

#include "models/export/figure.h"
#include "ui/diagram/diagram_painter.h"
#include "ui/export/field.h"
#include "ui/export/legend.h"
#include "ui/export/shape_recorder.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

constexpr double margin = 24;
constexpr double titleHeight = 64;
constexpr double bareHeight = 8; ///< above a diagram without a title
constexpr double legendColumn = 264;
constexpr double legendRow = 24;
constexpr double smallestWidth = 2 * margin + 2 * legendColumn;

/// Where everything stands on the sheet.
struct Arranged
{
    QSizeF size;
    QPointF diagram; ///< of the diagram's own corner
    double legendTop = 0;
    int columns = 1;
};

Arranged arranged(const QRectF& bounds, int entries, double head)
{
    Arranged place;
    const double width = std::max(bounds.width(), smallestWidth);
    place.columns = int((width - 2 * margin) / legendColumn);
    const double rows = std::ceil(double(entries) / place.columns);
    place.legendTop = head + bounds.height() + margin;
    place.size = {width, place.legendTop + rows * legendRow + margin};
    place.diagram = QPointF((width - bounds.width()) / 2, head) - bounds.topLeft();
    return place;
}

void paintTitle(QPainter* painter, TextPainter& text, const Theme& theme, double width, const QStringList& lines)
{
    const double room = width - 2 * margin;
    text.draw(painter, {margin, margin + 14}, room, lines.value(0), {TextSize::Title, QFont::Bold, theme.text});
    text.draw(painter, {margin, margin + 36}, room, lines.value(1), {TextSize::Normal, QFont::Normal, theme.sub});
}

void paintLegend(const Pencil& pencil, const Arranged& place, const QList<LegendEntry>& entries)
{
    if (entries.isEmpty())
        return;
    pencil.painter->setPen(QPen(pencil.theme.line, 1));
    const double rule = place.legendTop - margin / 2;
    pencil.painter->drawLine(QPointF(margin, rule), QPointF(place.size.width() - margin, rule));
    for (int i = 0; i < entries.size(); ++i) {
        const QPointF at(margin + (i % place.columns) * legendColumn,
                         place.legendTop + (i / place.columns) * legendRow);
        entries[i].mark(pencil, QRectF(at, QSizeF(24, 16)));
        pencil.text.draw(pencil.painter, at + QPointF(32, 12), legendColumn - 40, entries[i].text,
                         {TextSize::Small, QFont::Normal, pencil.theme.sub});
    }
}

} // namespace

Sheet sheetOf(const Diagram& diagram, const SheetLook& look)
{
    const Theme& theme = Theme::of(look.dark);
    const Fielded fielded(diagram);
    const QList<LegendEntry> legend = legendOf(diagram, look.mode);
    const Arranged place = arranged(diagram.bounds, int(legend.size()), look.titled ? titleHeight : bareHeight);
    const QString subtitle = FigureText::subtitle(diagram, {look.platform, look.date});
    const DiagramLook inside{&theme, look.mode, diagram.observedAt};

    ShapeRecorder recorder(place.size);
    QPainter painter(&recorder);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    DiagramPainter diagramPainter;
    if (look.titled)
        paintTitle(&painter, diagramPainter.text(), theme, place.size.width(), {diagram.title, subtitle});
    painter.save();
    painter.translate(place.diagram);
    diagramPainter.paint(&painter, fielded.diagram(), inside);
    fielded.paint(&painter, inside);
    painter.restore();
    paintLegend({&painter, theme, diagramPainter.text(), look.mode, {}}, place, legend);
    painter.end();
    Q_ASSERT(!recorder.hasLost());
    return {place.size, theme.canvas, diagram.title, subtitle, recorder.take()};
}

} // namespace snowmelt
