// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace snowmelt {

class DiagramView;
class FailureChips;
class FailurePanel;
class FleetDocument;

/// The way from a failed request to its node: from the count on a balancer to the list of culprits, from there to the
/// node in the diagram.
class FailureTrail final : public QObject
{
    Q_OBJECT
public:
    FailureTrail(FleetDocument* document, DiagramView* diagram);

    /// The inspector with the list of culprits below it.
    QWidget* below(QWidget* inspector);
    QAction* action() const { return m_action; } ///< "Show failures", for a menu

private:
    void show();
    void lookAt(const QString& node);

    FleetDocument* m_document;
    DiagramView* m_diagram;
    FailureChips* m_chips;
    QAction* m_action;
    FailurePanel* m_panel = nullptr;
};

} // namespace snowmelt
