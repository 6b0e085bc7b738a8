// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/history_stage.h"
#include "ui/shell/history/report_text.h"
#include "ui/shell/history/save_report.h"
#include "ui/shell/style/look.h"

#include <QClipboard>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLineEdit>

using namespace snowmelt;

/// What a deployment did: the page, its Markdown, its file.
class TestReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aReportSaysEverything();
    void aFailedDeploymentSaysWhy();
    void aReportWithoutAnEndSaysSo();
    void markdownKeepsWhatServersSaid();
    void reportIsShownCopiedAndSaved();
    void aReportThatCannotBeMadeSaysWhy();
    void savingSaysItsTrouble();
    void pictures_data();
    void pictures();
};

void TestReport::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestReport::aReportSaysEverything()
{
    const ReportText text = reportText(past::report());
    QCOMPARE(text.title, QStringLiteral("Swap web to shop 1.1.0"));
    QCOMPARE(text.outcomeLine, outcomeText(OutcomeKind::Done));
    QCOMPARE(text.safety, sentence(Safety::AsWanted, past::plan()));
    const auto fact = [&text](const char* name) {
        for (const Fact& one : text.facts + text.nodes) {
            if (one.name == QString::fromLatin1(name))
                return one.value;
        }
        return QString();
    };
    QCOMPARE(fact("Who"), QStringLiteral("mina@laptop"));
    QCOMPARE(fact("Took"), QStringLiteral("1 min 36 s"));
    QVERIFY(fact("From").contains(Digest::ofBytes("shop@1.0.0").text()));
    QVERIFY(fact("To").contains(Digest::ofBytes("shop@1.1.0").text()));
    QCOMPARE(fact("Blue, the old nodes"), QStringLiteral("web-1 (a1), web-2 (a2), web-3 (a3)"));
    QCOMPARE(fact("Green, the new ones"), QStringLiteral("web-4 (b1), web-5 (b2), web-6 (b3)"));
    QCOMPARE(text.steps.size(), 8);
    QCOMPARE(text.steps.at(3).took, QStringLiteral("41 ms"));
    QCOMPARE(text.steps.at(3).observed, QStringList{QStringLiteral("web: 3 of 3 as planned")});
    QVERIFY(text.switchLine.contains(QStringLiteral("41 ms")));
    QCOMPARE(text.failures, QStringLiteral("0 failed of 11,862 requests"));
    QCOMPARE(text.traffic.first(), (QStringList{QString(), QStringLiteral("Blue"), QStringLiteral("Green")}));
    QCOMPARE(text.traffic.at(1).mid(1), (QStringList{QStringLiteral("5,204"), QStringLiteral("6,658")}));
    QCOMPARE(text.traffic.last().mid(1), (QStringList{QStringLiteral("14 ms"), QStringLiteral("12 ms")}));
    QCOMPARE(text.asked.size(), 2);
    QVERIFY(text.asked.at(0).refused.isEmpty());
    QVERIFY(!text.asked.at(1).refused.isEmpty());
    QCOMPARE(text.accepted, QStringList{sentence(past::plan().checks.first())});
    QVERIFY(text.unseen.size() >= 3);
}

void TestReport::aFailedDeploymentSaysWhy()
{
    const ReportText text = reportText(past::report(past::failedEvents()));
    QCOMPARE(text.outcome, std::optional<OutcomeKind>(OutcomeKind::Failed));
    QCOMPARE(text.trouble.value(1), QStringLiteral("GET /healthz: 503 database: password authentication failed"));
    QCOMPARE(text.steps.at(2).end, StepEnd::Failed);
    QVERIFY(!text.steps.at(2).trouble.isEmpty());
    QCOMPARE(text.steps.at(3).end, StepEnd::NotBegun);
    QVERIFY(text.switchLine.contains(QStringLiteral("not moved")));
    QVERIFY(text.unseen.first().contains(QStringLiteral("No request came")));
}

void TestReport::aReportWithoutAnEndSaysSo()
{
    HistoryEntry entry = past::history().at(1);
    entry.endedAt = {};
    const ReportText text = reportText(reportOf(entry, past::swapEvents().mid(0, 12)));
    QCOMPARE(text.outcomeLine, QStringLiteral("Has no end in the journal"));
    QVERIFY(text.safety.isEmpty());
}

void TestReport::markdownKeepsWhatServersSaid()
{
    DeploymentReport report = past::report(past::failedEvents());
    report.steps[2].observed = {QStringLiteral("```"), QStringLiteral("# not a heading")};
    report.person = QStringLiteral("mina_*x*@laptop");
    const QString markdown = reportMarkdown(reportText(report));
    QVERIFY(markdown.startsWith(QStringLiteral("# Swap web to shop 1.1.0\n")));
    QVERIFY(markdown.contains(QStringLiteral("mina\\_\\*x\\*@laptop")));
    QVERIFY(markdown.contains(QStringLiteral("````\n"))); // longer than what is inside
    QVERIFY(markdown.contains(QStringLiteral("## What these counters cannot see")));
    const QString plain = reportPlain(reportText(report));
    QVERIFY(plain.contains(QStringLiteral("mina_*x*@laptop")));
    QVERIFY(!plain.contains(QStringLiteral("**")));
}

void TestReport::reportIsShownCopiedAndSaved()
{
    HistoryStage stage;
    stage.openHistory();
    stage.choose(past::swapId);
    stage.click("historyReport");
    QTRY_VERIFY(stage.find("reportWindow"));
    const OperationId id = stage.operations.lastOf<ReportIntent>();
    QCOMPARE(stage.operations.intent<ReportIntent>(id).deployment, past::swapId);
    QVERIFY(!stage.find("reportSave")->isEnabled());
    stage.operations.say(id, ReportMade{past::report()});
    stage.operations.finish(id, OutcomeKind::Done, Safety::Unchanged);
    QTRY_COMPARE(stage.text("reportTitle"), QStringLiteral("Swap web to shop 1.1.0"));
    QCOMPARE(stage.text("reportFailures"), QStringLiteral("0 failed of 11,862 requests"));
    QVERIFY(!stage.find("reportCommandLines"));
    stage.click("reportCommands");
    QTRY_VERIFY(stage.find("reportCommandLines"));
    stage.click("reportCopyMarkdown");
    QCOMPARE(QGuiApplication::clipboard()->text(), reportMarkdown(reportText(past::report())));
    stage.click("reportCopyText");
    QCOMPARE(QGuiApplication::clipboard()->text(), reportPlain(reportText(past::report())));
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.json"));
    stage.click("reportSave");
    QTRY_VERIFY(stage.find<QFileDialog>("reportChooser"));
    auto* name = stage.find<QFileDialog>("reportChooser")->findChild<QLineEdit*>();
    QVERIFY(name);
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(stage.find("reportWindow")->findChild<QLabel*>(QStringLiteral("recordRemark"))->text(),
                 QString(u"Saved as " + path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject saved = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(saved.value(QStringLiteral("report")).toObject(), toJson(past::report()));
    QCOMPARE(saved.value(QStringLiteral("schema")).toString(), QStringLiteral("snowmelt.report/1"));
}

void TestReport::aReportThatCannotBeMadeSaysWhy()
{
    HistoryStage stage;
    stage.openHistory();
    stage.choose(past::swapId);
    stage.click("historyReport");
    const Error error{ErrorCode::DeploymentUnknown, {past::swapId}, {}};
    stage.operations.finish(stage.operations.lastOf<ReportIntent>(), OutcomeKind::Failed, Safety::Unchanged, error);
    QTRY_COMPARE(stage.text("emptyTitle"), QStringLiteral("There is no report"));
    QVERIFY(!stage.find("reportCopyText")->isEnabled());
}

void TestReport::savingSaysItsTrouble()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("no/such/folder.json"));
    const Result<Done> saved = saveReport(past::report(), path);
    QVERIFY(saved.failed());
    QCOMPARE(saved.error().code, ErrorCode::FileUnwritable);
    QVERIFY(!saved.error().detail.isEmpty());
    HistoryStage stage;
    stage.openHistory();
    stage.choose(past::swapId);
    stage.click("historyReport");
    stage.operations.say(stage.operations.lastOf<ReportIntent>(), ReportMade{past::report()});
    stage.click("reportSave");
    QTRY_VERIFY(stage.find<QFileDialog>("reportChooser"));
    // The chooser refuses most of what cannot be written; a folder can go away behind it.
    Q_EMIT stage.find<QFileDialog>("reportChooser")->fileSelected(path);
    QTRY_VERIFY(stage.find("reportWindow")
                    ->findChild<QLabel*>(QStringLiteral("recordRemark"))
                    ->text()
                    .contains(sentence(saved.error()).what));
}

void TestReport::pictures_data()
{
    addLooks();
}

void TestReport::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    HistoryStage stage;
    wearLook(appearance, language);
    stage.openHistory();
    stage.choose(past::swapId);
    stage.openReport(past::report());
    stage.click("reportCommands");
    stage.find("reportWindow")->resize(840, 1600);
    camera.shoot(stage.find("reportWindow"), "report");
    delete stage.find("reportWindow");
    stage.openReport(past::report(past::failedEvents()));
    camera.shoot(stage.find("reportWindow"), "report-failed");
}

QTEST_MAIN(TestReport)
#include "tst_report.moc"
