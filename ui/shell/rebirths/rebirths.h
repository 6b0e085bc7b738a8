// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace snowmelt {

class DiagramView;
class Session;

/// The ways to the rebirth of more than one node: of those selected, of a whole group, of those that differ.
class Rebirths final : public QObject
{
    Q_OBJECT
public:
    Rebirths(Session* session, DiagramView* diagram);
    /// Into the menu of what can be deployed, before this action.
    void fillMenu(QMenu* menu, QAction* before) const;
    void fillContextMenu(QMenu* menu) const;

Q_SIGNALS:
    void asked(const QStringList& nodes);

private:
    void follow();
    QStringList selected() const;
    QString groupMeant() const;

    Session* m_session;
    DiagramView* m_diagram;
    QAction* m_chosen;
    QAction* m_drifted;
};

} // namespace snowmelt
