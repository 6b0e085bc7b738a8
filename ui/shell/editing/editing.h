// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/editing/edit_actions.h"

class QMenu;
class QPoint;

namespace snowmelt {

class DiagramView;
class EditDialog;
class Session;

/// Changing the blueprint in the window: what can be asked for, the dialogs that ask back, and what follows in diagram
/// and selection.
class Editing final : public QObject
{
    Q_OBJECT
public:
    Editing(Session* session, QWidget* window, QObject* parent);

    EditActions* actions() const { return m_actions; }
    /// Its empty canvas gets a menu of its own.
    void watch(DiagramView* diagram);

Q_SIGNALS:
    void saveAsked();
    void said(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    void connectByHandIn(DiagramView* diagram);
    EditSituation situation() const;
    void start(EditAct act);
    EditDialog* dialogFor(EditAct act) const;
    void settle(const Edit& edit);
    void showCanvasMenu(const QPoint& at);

    Session* m_session;
    QWidget* m_window;
    EditActions* m_actions;
    DiagramView* m_diagram = nullptr;
};

} // namespace snowmelt
