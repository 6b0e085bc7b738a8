// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/differences_test.h"

#include <QComboBox>
#include <QPushButton>

using namespace snowmelt;

/// What rules of the blueprint hide of who differs, and how severe the rest is.
class TestDifferencesHidden : public DifferencesTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { begin(); }
    void cleanup() { m_stage.reset(); }
    void aCountIsAlwaysThereAndShowsThem();
    void aHiddenRowTellsItsRuleAndReason();
    void oneSeverityAlone();
    void onlyHiddenIsNotAlike();
    void anEndedRuleIsTold();

private:
    static GroupDrift hidden() { return sample::hiddenGroupDrift(seenAt()); }
};

void TestDifferencesHidden::aCountIsAlwaysThereAndShowsThem()
{
    openWeb();
    answer(hidden());
    auto* rules = m_stage->find<QPushButton>("differencesRules");
    QVERIFY(rules && !rules->isChecked());
    QVERIFY(rules->text().startsWith(QStringLiteral("2 hidden")));
    QCOMPARE(shown().size(), 4);
    m_stage->click("differencesRules");
    QCOMPARE(shown(),
             QStringList({QStringLiteral("libssl3"), QStringLiteral("openssl"), QStringLiteral("/etc/nginx/nginx.conf"),
                          QStringLiteral("kim"), QStringLiteral("openssl"), QStringLiteral("/srv/log")}));
    QVERIFY(things()->visualRect(row("/srv/log")).isValid()); // and its title is open
    QCOMPARE(m_stage->text("differencesHidden"), QString());  // nothing is filtered
    m_stage->click("differencesLook");
    answer(hidden());
    QCOMPARE(shown().size(), 6); // stays through another look
    m_stage->click("differencesRules");
    QCOMPARE(shown().size(), 4);
    QVERIFY(rules->isVisible());
}

void TestDifferencesHidden::aHiddenRowTellsItsRuleAndReason()
{
    openWeb();
    answer(hidden());
    m_stage->click("differencesRules");
    WindowHand::clickRow(things(), row("/srv/log"));
    QCOMPARE(m_stage->text("differenceTitle"), QStringLiteral("/srv/log"));
    const QString about = m_stage->text("differenceAbout");
    QVERIFY2(about.contains(QStringLiteral("hidden by Files /srv/log: the collector’s")), qPrintable(about));
    QVERIFY(about.contains(severityMark(DriftSeverity::High)));
    WindowHand::clickRow(things(), row("openssl")); // the shown one: who is hidden is not as the baseline
    auto* rows = m_stage->find<QTreeView>("differenceRows");
    QCOMPARE(WindowHand::row(rows, Qt::DisplayRole, QStringLiteral("web-5")).data(DetailRole).toString(),
             QStringLiteral("hidden by Packages openssl"));
}

void TestDifferencesHidden::oneSeverityAlone()
{
    openWeb();
    answer(hidden());
    auto* severity = m_stage->find<QComboBox>("differencesSeverity");
    severity->setFocus();
    QTest::keyClick(severity, Qt::Key_Down);
    QCOMPARE(severity->currentText(), severityMark(DriftSeverity::High));
    QCOMPARE(m_stage->text("emptyTitle"), QStringLiteral("No difference matches the filter"));
    m_stage->click("differencesRules");
    QCOMPARE(shown(), QStringList{QStringLiteral("/srv/log")});
    QVERIFY(m_stage->text("differencesHidden").contains(u'5'));
    severity->setFocus();
    QTest::keyClick(severity, Qt::Key_Down);
    QCOMPARE(shown().size(), 5);
    QTest::keyClick(severity, Qt::Key_Home);
    QCOMPARE(shown().size(), 6);
}

void TestDifferencesHidden::onlyHiddenIsNotAlike()
{
    openWeb();
    GroupDrift only = hidden();
    only.differences.clear();
    only.causes.clear();
    for (ComparedNode& node : only.nodes)
        node = {node.name, seenAt(), {}, {}};
    answer(only, OutcomeKind::Done);
    QCOMPARE(m_stage->text("differencesTitle"), QStringLiteral("web: nothing differs but what rules hide"));
    QCOMPARE(m_stage->text("emptyTitle"), QStringLiteral("Nothing differs but what rules hide"));
    QVERIFY(m_stage->text("emptyText").contains(GroupDriftText::hidden(only)));
    m_stage->click("emptyAction");
    QTRY_VERIFY(things());
    QCOMPARE(shown(), QStringList({QStringLiteral("openssl"), QStringLiteral("/srv/log")}));
    QVERIFY(m_stage->find<QPushButton>("differencesRules")->isChecked());
    QVERIFY(m_stage->text("differencesAbout").contains(GroupDriftText::onlyHidden(only)));
}

void TestDifferencesHidden::anEndedRuleIsTold()
{
    openWeb();
    GroupDrift over = hidden();
    over.expired = {{over.hidden[1].rule, 1}};
    over.expired[0].rule.until = QDate(2026, 11, 1);
    over.hidden.clear();
    answer(over);
    QVERIFY(!m_stage->find("differencesRules"));
    QVERIFY2(m_stage->text("differencesNotice").contains(sentence(over.expired[0])),
             qPrintable(m_stage->text("differencesNotice")));
}

QTEST_MAIN(TestDifferencesHidden)
#include "tst_differences_hidden.moc"
