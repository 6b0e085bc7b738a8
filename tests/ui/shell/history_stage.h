// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tree_row.h"
#include "tests/ui/shell/past_values.h"
#include "tests/ui/shell/window_test.h"

#include <QTreeView>

namespace snowmelt {

/// The window with its history open, and what opens from there.
class HistoryStage : public WindowStage
{
public:
    void openHistory()
    {
        openUp();
        operations.say(operations.lastOf<WatchIntent>(), HistoryListed{past::history()});
        chooseInMenu("actionHistory");
        QTRY_VERIFY(list());
    }

    QTreeView* list() { return find<QTreeView>("historyList"); }

    void choose(const OperationId& id) { clickRow(list(), row(list(), IdRole, id)); }

    void openReport(const DeploymentReport& report)
    {
        click("historyReport");
        operations.say(operations.lastOf<ReportIntent>(), ReportMade{report});
        QTRY_VERIFY(find("reportTitle"));
    }

    OperationId askForReplay()
    {
        openHistory();
        choose(past::swapId);
        click("historyReplay");
        return operations.lastOf<ReplayIntent>();
    }

    /// The events as the journal gives them.
    void openReplay(const QList<QJsonObject>& events)
    {
        const OperationId id = askForReplay();
        QTRY_VERIFY(find("replayWindow"));
        QCOMPARE(operations.intent<ReplayIntent>(id).operation, past::swapId);
        for (const QJsonObject& event : events)
            operations.say(id, Recorded{event});
        operations.finish(id, OutcomeKind::Done, Safety::Unchanged);
    }

    void openReplay(const QList<Event>& events)
    {
        QList<QJsonObject> records;
        for (const Event& event : events)
            records.append(toJson(event));
        openReplay(records);
    }

    void openOrphans(const QList<Orphan>& orphans)
    {
        openUp();
        chooseInMenu("actionOrphans");
        QTRY_VERIFY(find("orphansWindow"));
        const OperationId id = operations.lastOf<OrphansIntent>();
        QVERIFY(operations.intent<OrphansIntent>(id).remove.isEmpty());
        operations.say(id, OrphansSeen{orphans});
        operations.finish(id, OutcomeKind::Done, Safety::Unchanged);
    }

    /// What the window at hand says at its foot.
    QString remark(const char* name) { return find(name)->findChild<QLabel*>(QStringLiteral("recordRemark"))->text(); }
};

/// The appearance and language that pictures are taken in, one row each.
inline void addLooks()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("language");
    QTest::newRow("light") << int(Appearance::Light) << int(Language::English);
    QTest::newRow("dark") << int(Appearance::Dark) << int(Language::English);
    QTest::newRow("ko") << int(Appearance::Light) << int(Language::Korean);
}

inline void wearLook(int appearance, int language)
{
    Settings::setAppearance(Appearance(appearance));
    Settings::setLanguage(Language(language));
}

} // namespace snowmelt
