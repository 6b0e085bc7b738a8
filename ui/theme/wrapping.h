// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QString>

namespace snowmelt {

/// Flags that wrap `text` between its words, and within them only where a word alone is wider than the room: Qt's own
/// TextWrapAnywhere cuts every word that reaches the edge.
inline int wrapFlags(const QFontMetrics& metrics, const QString& text, int width)
{
    for (const QString& word : text.split(u' '))
        if (metrics.horizontalAdvance(word) > width)
            return Qt::TextWrapAnywhere;
    return Qt::TextWordWrap;
}

} // namespace snowmelt
