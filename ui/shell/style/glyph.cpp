// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/style/glyph.h"

#include "ui/shell/style/look.h"

#include <QPainter>

namespace snowmelt {

Glyph::Glyph(const QString& icon, QColor Theme::*ink, QWidget* parent) : QWidget(parent), m_icon(icon), m_ink(ink)
{
    setFixedSize(16, 16);
}

void Glyph::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = themeOf(this);
    paintIcon(&painter, m_icon, rect(), {theme.*m_ink, theme.panel});
}

} // namespace snowmelt
