// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/platform_verbs.h"

#include "models/domain/planning/many_machines.h"

#include <QTest>

using namespace snowmelt;

class TestPlatformVerbs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostsThatExistAreOnlyLookedAt()
    {
        Blueprint farm;
        farm.platform.kind = QStringLiteral("ssh");
        QVERIFY(!makesNodes(farm));
        for (const Intent& intent : QList<Intent>{UpIntent{}, DownIntent{}, BuildIntent{}, PlanIntent{}, SwapIntent{},
                                                  ControlIntent{}, RebirthIntent{}, ResumeIntent{}, OrphansIntent{}}) {
            const auto refused = notOnPlatform(farm, intent);
            QVERIFY(refused);
            QCOMPARE(*refused, (Error{ErrorCode::Unsupported, {verbOf(intent), QStringLiteral("ssh")}, {}}));
        }
        for (const Intent& intent : QList<Intent>{
                 StatusIntent{}, WatchIntent{}, ScanIntent{}, DiffIntent{}, DriftHistoryIntent{}, ImagesIntent{},
                 ReportIntent{}, ReplayIntent{}, HistoryIntent{}, ImageDiffIntent{}, VerifyImagesIntent{},
                 PruneImagesIntent{}, ExportImageIntent{}, ImportImageIntent{}, PaperIntent{}, SignImageIntent{}})
            QVERIFY2(!notOnPlatform(farm, intent), qPrintable(verbOf(intent)));
        farm.platform.kind = QStringLiteral("podman");
        QVERIFY(makesNodes(farm));
        QVERIFY(!notOnPlatform(farm, UpIntent{}));
    }

    void nobodyMakesManyOfThem()
    {
        Blueprint farm;
        farm.platform.kind = QStringLiteral("ssh");
        Group web;
        web.name = QStringLiteral("web");
        web.size = 500;
        farm.groups = {web};
        QCOMPARE(missingMachines(farm, {}), 0);
        farm.platform.kind = QStringLiteral("simulation");
        QCOMPARE(missingMachines(farm, {}), 500);
    }
};

QTEST_APPLESS_MAIN(TestPlatformVerbs)
#include "tst_platform_verbs.moc"
