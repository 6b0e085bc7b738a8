// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/editing/edit_availability.h"

#include <QAction>
#include <QMap>

class QMenu;

namespace snowmelt {

/// The commands that change the blueprint, once, for menus, shortcuts and context menus.
class EditActions final : public QObject
{
    Q_OBJECT
public:
    explicit EditActions(QObject* parent);

    QAction* action(EditAct act) const { return m_actions.value(act); }
    /// Enables what can be done now; a disabled action says why in its tool tip. The steps are named as undo and redo
    /// name them; empty: none.
    void follow(const EditSituation& now, const QString& toUndo, const QString& toRedo);
    void fillEditMenu(QMenu* menu) const;
    /// Edits of a part, or of the canvas where there is none.
    void fillContextMenu(QMenu* menu, bool ofPart) const;
    void fillPlacingMenu(QMenu* menu, bool ofPart) const;

Q_SIGNALS:
    void asked(snowmelt::EditAct act);

private:
    void makePlacing();
    void make(EditAct act, const char* name, const QString& text, const QString& hint, const QKeySequence& keys = {});
    void setStep(EditAct act, const QString& text, const QString& step, const QString& textWithStep);

    QMap<EditAct, QAction*> m_actions;
    QMap<EditAct, QString> m_hints;
};

} // namespace snowmelt
