// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace snowmelt {

struct DiffLine
{
    enum class Kind { Same, Removed, Added, Gap };
    Kind kind = Kind::Same;
    QString text; ///< Gap: empty
    bool operator==(const DiffLine&) const = default;
};

/// Line by line difference of two small texts with `context` equal lines around each change; a Gap stands for the lines
/// left out between. Texts beyond what can be compared line by line come as all removed, all added.
QList<DiffLine> lineDiff(const QString& baseline, const QString& actual, int context = 2);

} // namespace snowmelt
