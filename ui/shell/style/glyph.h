// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace snowmelt {

/// One of our icons as a widget of 16 px, in a colour of the theme.
class Glyph final : public QWidget
{
    Q_OBJECT
public:
    Glyph(const QString& icon, QColor Theme::*ink, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    QColor Theme::*m_ink;
};

} // namespace snowmelt
