// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/export/figure.h"
#include "models/export/outline.h"

namespace snowmelt {

/// What a file of text has to explain: a quiet fleet has a short legend.
class FigureLegend
{
    Q_DECLARE_TR_FUNCTIONS(FigureLegend)

public:
    QList<FigureMark> marks; ///< in the order of the enum
    QList<Side> sides;
    QStringList notes; ///< what is told by lines

    static FigureLegend of(const Diagram& diagram, const FigureOutline& outline);
    static QString title();
    static QString driftNote(); ///< of FigureText::driftBadge()
    bool isEmpty() const { return marks.isEmpty() && sides.isEmpty() && notes.isEmpty(); }
};

} // namespace snowmelt
