// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/fleet_document.h"
#include "models/items/group_drift_model.h"
#include "models/items/group_drift_text.h"
#include "models/wording/wording.h"
#include "tests/models/items/group_drift_sample.h"
#include "tests/ui/shell/window_test.h"
#include "ui/diagram/diagram_view.h"

#include <QContextMenuEvent>
#include <QTreeView>

namespace snowmelt {

/// The window over eight nodes of web, and what there is of who differs among them.
class DifferencesTest : public QObject
{
protected:
    void begin()
    {
        m_stage = std::make_unique<WindowStage>();
        m_stage->openUp(sample::fleet(webNodes(8)));
    }
    static QStringList webNodes(int count)
    {
        QStringList names;
        for (int node = 1; node <= count; ++node)
            names << QStringLiteral("web-%1").arg(node);
        return names;
    }
    static QDateTime seenAt() { return QDateTime::currentDateTimeUtc().addSecs(-125); }
    static GroupDrift drift() { return sample::groupDrift(seenAt()); }
    FleetDocument* document() const { return m_stage->window->findChild<FleetDocument*>(); }
    DiagramView* diagram() const { return m_stage->find<DiagramView>("diagram"); }
    QWidget* panel() const { return m_stage->find("differencesPanel"); }
    QTreeView* things() const { return m_stage->find<QTreeView>("differencesThings"); }
    QTreeView* nodes() const { return m_stage->find<QTreeView>("differencesNodes"); }
    /// As it is shown: a column of a node is one of the right half.
    QModelIndex row(const char* thing, int column = 0) const
    {
        return WindowHand::row(things(), Qt::DisplayRole, QString::fromLatin1(thing)).siblingAtColumn(column);
    }
    OperationId lookId() const { return m_stage->operations.lastOf<DiffIntent>(); }
    DiffIntent looked() const { return m_stage->operations.intent<DiffIntent>(lookId()); }
    void select(const char* part) const { document()->setSelection(QString::fromLatin1(part)); }
    void openWeb() const
    {
        select("web");
        m_stage->chooseInMenu("actionDifferences");
        QVERIFY(panel());
    }
    void answer(const GroupDrift& drift, OutcomeKind outcome = OutcomeKind::Differences) const
    {
        m_stage->operations.say(lookId(), NodesCompared{drift});
        m_stage->operations.finish(lookId(), outcome, Safety::Unchanged);
    }
    /// Things in the order they are shown, without titles.
    QStringList shown() const
    {
        QStringList lines;
        const QAbstractItemModel* model = things()->model();
        for (int title = 0; title < model->rowCount(); ++title) {
            const QModelIndex above = model->index(title, 0);
            for (int below = 0; below < model->rowCount(above); ++below)
                lines << model->index(below, 0, above).data().toString();
        }
        return lines;
    }
    QMenu* menuOf(const char* part) const
    {
        QWidget* view = diagram();
        const QPoint at = diagram()->partRect(QString::fromLatin1(part)).topLeft() + QPoint(20, 20);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view->mapToGlobal(at));
        QApplication::sendEvent(view, &event);
        return m_stage->find<QMenu>("partMenu");
    }

    std::unique_ptr<WindowStage> m_stage;
};

} // namespace snowmelt
