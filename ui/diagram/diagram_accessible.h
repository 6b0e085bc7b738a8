// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAccessibleEvent;

namespace snowmelt {

class DiagramView;

/// Lets a screen reader hear a diagram: its name, how to walk it, the selected part in one sentence, and all parts as a
/// table (DiagramTable). Once is enough.
void installDiagramAccessibility();

/// Who passes on what is announced, in place of the platform; null: the platform again. A platform without a screen
/// reader of its own passes nothing on, not even to QAccessible's update handler.
void passAnnouncementsTo(void (*listener)(QAccessibleEvent*));

/// What a screen reader is told when something changes; next to nothing where none runs. A few events at most, however
/// large the fleet.
void announceSelection(DiagramView* view);
void announceFacts(DiagramView* view, const QList<int>& boxes); ///< the same parts, other facts; boxes ascending
void announceParts(DiagramView* view);                          ///< other parts, or other places

} // namespace snowmelt
