// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "models/wording/wording.h"
#include "tests/models/layout/sample_fleets.h"
#include "ui/shell/dialogs/confirm_dialog.h"

#include <QTest>

using namespace snowmelt;

/// What a person is told before something is made or ended.
class TestQuestions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMistypedSizeIsSaidBeforeAnythingIsMade();
};

void TestQuestions::aMistypedSizeIsSaidBeforeAnythingIsMade()
{
    FleetDocument document;
    const Blueprint usual = sample::shop(10);
    document.open(usual);
    QCOMPARE(upQuestion(document).warning, QString());
    const Blueprint typed = sample::shop(100'000);
    document.setBlueprint(typed, false);
    const qint64 machines = 100'000 + typed.balancers.size() + typed.databases.size();
    QCOMPARE(upQuestion(document).warning, manyMachinesText(typed.name, machines));
    QVERIFY(upQuestion(document).warning.contains(QLocale().toString(machines)));
    // Of what runs already nothing is made again.
    document.apply({u"watch"_qs, {}, Started{u"watch"_qs, typed.name, {}}});
    document.apply({u"watch"_qs, {}, FleetObserved{sample::up(typed)}});
    QCOMPARE(upQuestion(document).warning, QString());
}

QTEST_MAIN(TestQuestions)
#include "tst_questions.moc"
