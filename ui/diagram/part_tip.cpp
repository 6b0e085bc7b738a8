// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/part_tip.h"

#include "ui/diagram/captions.h"
#include "ui/diagram/viewport.h"

#include <QHelpEvent>
#include <QToolTip>

namespace snowmelt {

void showPartTip(const QHelpEvent& help, const Diagram& diagram, const Viewport& viewport, QWidget* widget)
{
    const int box = diagram.boxAt(viewport.toDiagram(QPointF(help.pos())));
    if (box < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help.globalPos(), Captions::toolTip(diagram.boxes.at(box)), widget);
}

} // namespace snowmelt
