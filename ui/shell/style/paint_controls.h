// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QRect>
#include <QStyleOption>

class QPainter;

/// How controls look, as functions of an option and a theme.
namespace snowmelt::face {

void frame(QPainter* painter, const QRect& rect, const QColor& border, const QColor& fill,
           int radius = metric::controlRadius);
void focusRing(QPainter* painter, const QRect& rect, const Theme& theme);
void icon(QPainter* painter, const QString& name, const QRect& rect, const QColor& ink, const QColor& paper);
void button(QPainter* painter, const QStyleOption& option, const Theme& theme, bool primary, bool flat);
void field(QPainter* painter, const QStyleOption& option, const Theme& theme);
void checkBox(QPainter* painter, const QStyleOption& option, const Theme& theme);
void radioButton(QPainter* painter, const QStyleOption& option, const Theme& theme);
void comboBox(QPainter* painter, const QStyleOptionComboBox& option, const QRect& arrow, const Theme& theme);
void spinBox(QPainter* painter, const QStyleOptionSpinBox& option, const QRect& up, const QRect& down,
             const Theme& theme);
int tabWidth(const QString& text);
void tab(QPainter* painter, const QStyleOptionTab& option, const Theme& theme);
void tabLabel(QPainter* painter, const QStyleOptionTab& option, const Theme& theme, Qt::TextFlag mnemonics);
void toolButton(QPainter* painter, const QStyleOptionToolButton& option, const Theme& theme, bool segment);
void progressBar(QPainter* painter, const QStyleOptionProgressBar& option, const Theme& theme);
void scrollBar(QPainter* painter, const QStyleOptionSlider& option, const QRect& slider, const Theme& theme);
void dockTitle(QPainter* painter, const QStyleOptionDockWidget& option, const Theme& theme);
void headerSection(QPainter* painter, const QStyleOptionHeader& option, const Theme& theme);
void menuBarItem(QPainter* painter, const QStyleOptionMenuItem& option, const Theme& theme, Qt::TextFlag mnemonics);

} // namespace snowmelt::face
