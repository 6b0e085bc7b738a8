// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QHash>

class QPainter;

namespace snowmelt {

/// Text in diagram units whatever the device's resolution, one line at a time, elided where it does not fit. Remembers
/// elisions: most texts are the same from frame to frame.
class TextPainter
{
public:
    struct Style
    {
        TextSize size = TextSize::Small;
        int weight = QFont::Normal;
        QColor color;
        Qt::TextElideMode elide = Qt::ElideRight;
    };

    /// Draws within `width`; `at` is the baseline's left, middle or right end by `align`. Returns the width drawn.
    double draw(QPainter* painter, const QPointF& at, double width, const QString& text, const Style& style,
                Qt::Alignment align = Qt::AlignLeft);
    double widthOf(QPainter* painter, const QString& text, const Style& style);

private:
    struct Face
    {
        QFont font;
        QFontMetricsF metrics;
    };
    const Face& face(QPainter* painter, const Style& style);
    const QString& elided(const Face& face, const QString& text, double width, const Style& style);

    QHash<int, Face> m_faces;
    QHash<QString, QString> m_elided;
    int m_dpi = 0;
};

} // namespace snowmelt
