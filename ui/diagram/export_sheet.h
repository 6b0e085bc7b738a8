// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/diagram_painter.h"

namespace snowmelt {

/// A diagram as it goes into a design review: title above, legend below, on the theme's canvas.
class ExportSheet
{
public:
    ExportSheet(Diagram diagram, QString platform, const Theme& theme);

    QSizeF size() const { return m_size; } ///< diagram units
    QString title() const { return m_diagram.title; }
    void paint(QPainter* painter);

private:
    struct Entry;
    QList<Entry> legend() const;
    void paintTitle(QPainter* painter);
    void paintLegend(QPainter* painter);

    Diagram m_diagram;
    QString m_platform;
    const Theme& m_theme;
    QSizeF m_size;
    DiagramPainter m_painter;
};

} // namespace snowmelt
