// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace snowmelt {

class DiagramView;
class DifferencesPanel;
class Session;

/// The way to who differs: a command for the group or the nodes that are selected, and the panel below the diagram.
class Differences final : public QObject
{
    Q_OBJECT
public:
    Differences(Session* session, DiagramView* diagram);

    /// The diagram with the panel below it, while that is wanted.
    QWidget* below(QWidget* page);
    QAction* action() const { return m_action; } ///< "Who differs in web…", "Compare these 3 nodes…"

Q_SIGNALS:
    void rebirthAsked(const QString& node);
    void rebirthOfAsked(const QStringList& nodes);

private:
    void follow();
    void show();

    Session* m_session;
    DiagramView* m_diagram;
    QAction* m_action;
    DifferencesPanel* m_panel = nullptr;
};

} // namespace snowmelt
