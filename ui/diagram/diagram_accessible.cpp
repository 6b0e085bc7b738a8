// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_accessible.h"

#include "models/document/fleet_document.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/diagram_view.h"

#include <QAccessibleWidget>

namespace snowmelt {

namespace {

class AccessibleDiagram final : public QAccessibleWidget
{
public:
    explicit AccessibleDiagram(DiagramView* view) : QAccessibleWidget(view, QAccessible::Graphic) {}

    QString text(QAccessible::Text kind) const override
    {
        const auto* view = static_cast<DiagramView*>(widget());
        switch (kind) {
        case QAccessible::Name:
            return Captions::viewName(view->document().blueprint().name);
        case QAccessible::Description:
        case QAccessible::Value:
            return view->spokenSelection();
        case QAccessible::Help:
            return Captions::viewHelp();
        default:
            return QAccessibleWidget::text(kind);
        }
    }
};

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* view = qobject_cast<DiagramView*>(object);
    return view ? new AccessibleDiagram(view) : nullptr;
}

} // namespace

void installDiagramAccessibility()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace snowmelt
