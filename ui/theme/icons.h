// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QRectF>
#include <QString>

class QPainter;

namespace snowmelt {

struct Theme;

/// Our own icons, resources/icons/NAME.svg on a 16 px grid, drawn in the colours given. An unknown name draws nothing
/// and warns once. Names: health-{healthy,degraded,down,draining,unknown},
/// role-{balancer,group,node,database,clients,fleet, image}, and what an action is called: scan build swap rebirth up
/// down export cancel copy rollback refresh …
struct IconInk
{
    QColor ink;   ///< strokes and fills
    QColor paper; ///< what is cut out of a filled shape
};

/// Sharp at any size and device pixel ratio. The colours are those of the application's theme at the moment of
/// painting, so the icon follows a change of appearance; disabled it takes the control border's.
QIcon themeIcon(const QString& name, QColor Theme::*ink);
QIcon themeIcon(const QString& name, const IconInk& ink, const QColor& disabled);
/// Vector output: into a picture or an SVG as well as onto the screen.
void paintIcon(QPainter* painter, const QString& name, const QRectF& rect, const IconInk& ink);
QStringList iconNames();
/// The program's own, in its own colours, at 16 … 256 px.
QIcon applicationIcon();

} // namespace snowmelt
