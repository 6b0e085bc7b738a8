// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/fleet.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QIcon>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace snowmelt {

/// Widgets ask their palette for the theme, so a change of appearance reaches them by repaint.
inline const Theme& themeOf(const QPalette& palette)
{
    return Theme::of(palette);
}
inline const Theme& themeOf(const QWidget* widget)
{
    return themeOf(widget->palette());
}

/// Marks the one button of a panel that does what the panel is for.
void makePrimary(QPushButton* button, bool primary = true);
bool isPrimary(const QWidget* widget);
/// Marks a button that takes something away.
void makeQuiet(QPushButton* button);
/// Makes a quiet button only as wide as this text and a unit at each side: where it ends can be told, and lined up
/// with.
void setQuietText(QPushButton* button, const QString& text);

/// `reached`: a host that was there before and answers; its health is not asked.
QString healthIcon(Health health, bool reached = false);
/// Ink and paper of the health glyph: "down" is a filled shape.
IconInk healthIconInk(Health health, const Theme& theme, bool reached = false);

/// How an operation ended. Differences and what could not be seen in full are answers, not troubles.
QString outcomeIcon(OutcomeKind outcome);
QColor outcomeInk(OutcomeKind outcome, const Theme& theme);

/// How a label's text is inked. Kept as a property, so it follows a change of appearance.
enum class Ink { Text, Sub, Faint, Red, Amber, Drift };
QLabel* makeLabel(const QString& text, TextSize size, int weight, Ink ink, QWidget* parent);
void setInk(QLabel* label, Ink ink);
/// One line with "…" where the room ends; it asks for no width of its own. What is cut is said in full by its tool tip.
void elide(QLabel* label, Qt::TextElideMode mode = Qt::ElideRight);
QColor inkColor(Ink ink, const Theme& theme);
QWidget* makeRule(QWidget* parent);
/// How high a line of this text is: letters of another script may be higher than the font says.
int lineHeight(const QString& text, const QFont& font);
/// A column with the grid's margins.
QVBoxLayout* makeColumn(QWidget* widget, int margin = 2 * metric::unit);

} // namespace snowmelt
