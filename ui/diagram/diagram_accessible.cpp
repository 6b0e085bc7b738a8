// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_accessible.h"

#include "ui/diagram/accessible_diagram.h"
#include "ui/diagram/diagram_view.h"

#include <algorithm>

namespace snowmelt {

namespace {

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* view = qobject_cast<DiagramView*>(object);
    return view ? new AccessibleDiagram(view) : nullptr;
}

/// Whether a screen reader, or what else asks for all this, runs.
class Listening final : public QAccessible::ActivationObserver
{
public:
    Listening() : m_active(QAccessible::isActive()) { QAccessible::installActivationObserver(this); }
    ~Listening() { QAccessible::removeActivationObserver(this); }
    void accessibilityActiveChanged(bool active) override { m_active = active; }
    bool active() const { return m_active; }

private:
    bool m_active;
};

Listening& listening()
{
    static Listening observer;
    return observer;
}

/// Null where nobody listens.
AccessibleDiagram* listened(DiagramView* view)
{
    return listening().active() ? dynamic_cast<AccessibleDiagram*>(QAccessible::queryAccessibleInterface(view))
                                : nullptr;
}

void (*listenerOf)(QAccessibleEvent*) = nullptr;

void pass(QAccessibleEvent* event)
{
    listenerOf ? listenerOf(event) : QAccessible::updateAccessibility(event);
}

void send(DiagramView* view, QAccessible::Event type, int child = -1)
{
    QAccessibleEvent event(view, type);
    event.setChild(child);
    pass(&event);
}

} // namespace

void installDiagramAccessibility()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        listening();
        return true;
    }();
    Q_UNUSED(once)
}

void passAnnouncementsTo(void (*listener)(QAccessibleEvent*))
{
    listenerOf = listener;
}

void announceSelection(DiagramView* view)
{
    AccessibleDiagram* diagram = listened(view);
    if (!diagram)
        return;
    send(view, QAccessible::DescriptionChanged);
    send(view, QAccessible::SelectionWithin);
    const int row = diagram->currentRow();
    if (row < 0)
        return;
    const int child = diagram->childOf(row, DiagramTable::Name);
    send(view, QAccessible::Selection, child);
    if (view->hasFocus())
        send(view, QAccessible::Focus, child);
}

void announceFacts(DiagramView* view, const QList<int>& boxes)
{
    AccessibleDiagram* diagram = boxes.isEmpty() ? nullptr : listened(view);
    if (!diagram)
        return;
    QAccessibleTableModelChangeEvent event(view, QAccessibleTableModelChangeEvent::DataChanged);
    const DiagramTable& table = diagram->rowsNow();
    const auto hasRow = [&](int box) { return table.rowOf(box) >= 0; };
    const auto first = std::find_if(boxes.begin(), boxes.end(), hasRow);
    const auto last = std::find_if(boxes.rbegin(), boxes.rend(), hasRow);
    if (first == boxes.end())
        return;
    event.setFirstRow(table.rowOf(*first));
    event.setLastRow(table.rowOf(*last));
    event.setFirstColumn(0);
    event.setLastColumn(DiagramTable::columns - 1);
    pass(&event);
    const int row = diagram->currentRow();
    if (row < 0 || !std::binary_search(boxes.begin(), boxes.end(), table.boxOf(row)))
        return;
    send(view, QAccessible::DescriptionChanged);
    send(view, QAccessible::NameChanged, diagram->childOf(row, DiagramTable::State));
}

void announceParts(DiagramView* view)
{
    AccessibleDiagram* diagram = listened(view);
    if (!diagram)
        return;
    diagram->dropCellsOfTheGone();
    QAccessibleTableModelChangeEvent event(view, QAccessibleTableModelChangeEvent::ModelReset);
    pass(&event);
}

} // namespace snowmelt
