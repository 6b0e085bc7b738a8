// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/group_drift_model.h"

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/line_diff.h"
#include "models/items/group_detail_rows.h"
#include "models/items/group_drift_cells.h"
#include "models/items/group_drift_filter.h"
#include "models/items/group_drift_text.h"
#include "models/wording/wording.h"
#include "tests/models/document/sample_events.h"
#include "tests/models/items/group_drift_sample.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace snowmelt;

/// Who differs in a group, as a tree with a column for each node that does.
class TestGroupDriftModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void nodesWithoutDifferencesAreNoColumns();
    void causesComeBeforeTheRest();
    void cellsTellWhatTheNodeHas();
    void whatCouldNotBeSeenIsNeverTheSame();
    void titlesCountByNode();
    void oneFieldStandsForTheRow_data();
    void oneFieldStandsForTheRow();
    void anotherNodeAsBaseline();
    void theTextFilterFindsThingsTitlesAndValues();
    void theSectionFilterKeepsCauses();
    void theNodeFilterLeavesItsColumnsOnly();
    void whatIsCopiedHasItsHeaders();
    void theWholeTextTellsWhatWasNotSeen();
    void sentencesNeverCallIncompleteAlike();
    void detailsTellEachWayAndWho();
    void theGravestComesFirst();
    void hiddenRowsAreBelowTheirRule();
    void aHiddenCellIsNeitherSameNorDifferent();
    void theSeverityFilterTakesOneSeverity();
    void sentencesNeverCallHiddenAlike();
    void aLargeGroupIsWhole();
    void anotherComparisonTakesItsPlace();

private:
    QStringList shown(const QAbstractItemModel& model, const QModelIndex& parent = {}) const;
    QModelIndex row(DriftSection section, const char* key, int column = 0) const
    {
        return m_model->find(section, key).siblingAtColumn(column);
    }

    QString cause() const { return causeText(m_model->drift().causes.first(), m_model->drift()); }

    std::unique_ptr<GroupDriftModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestGroupDriftModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<GroupDriftModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setDrift(sample::groupDrift(sample::at(0)));
}

/// Titles, and what is below them with a dash.
QStringList TestGroupDriftModel::shown(const QAbstractItemModel& model, const QModelIndex& parent) const
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        lines << (parent.isValid() ? QStringLiteral("- ") : QString()) + index.data().toString();
        lines << shown(model, index);
    }
    return lines;
}

void TestGroupDriftModel::nodesWithoutDifferencesAreNoColumns()
{
    QStringList headers;
    for (int column = 0; column < m_model->columnCount(); ++column)
        headers << m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    QCOMPARE(headers, QStringList({QStringLiteral("What differs"), QStringLiteral("Most have"), QStringLiteral("web-3"),
                                   QStringLiteral("web-4"), QStringLiteral("web-6"), QStringLiteral("web-7")}));
    QCOMPARE(tallyOf(m_model->drift()), (GroupTally{4, 3, 0, 1}));
}

void TestGroupDriftModel::causesComeBeforeTheRest()
{
    QCOMPARE(shown(*m_model), QStringList({cause(), QStringLiteral("- libssl3"), QStringLiteral("- openssl"),
                                           QStringLiteral("Files"), QStringLiteral("- /etc/nginx/nginx.conf"),
                                           QStringLiteral("Users"), QStringLiteral("- kim")}));
    QCOMPARE(m_model->index(0, 0).data(KindRole).toInt(), int(GroupRow::Cause));
    QCOMPARE(m_model->index(1, 0).data(KindRole).toInt(), int(GroupRow::Section));
    QCOMPARE(m_model->index(0, 0).data(DetailRole).toString(), QStringLiteral("Packages · 2 difference(s)"));
    QCOMPARE(row(DriftSection::Packages, "openssl").data(DetailRole).toString(),
             QStringLiteral("Packages · ◆ medium · version"));
}

void TestGroupDriftModel::cellsTellWhatTheNodeHas()
{
    const QModelIndex web3 = row(DriftSection::Packages, "openssl", 2);
    QCOMPARE(web3.data().toString(), QStringLiteral("3.0.11-1"));
    QCOMPARE(GroupCell(web3.data(StateRole).toInt()), GroupCell::Differs);
    QCOMPARE(web3.data(DetailRole).toString(), QStringLiteral("version: 3.0.15-1 → 3.0.11-1"));
    QCOMPARE(web3.data(Qt::AccessibleTextRole).toString(), QStringLiteral("web-3: version: 3.0.15-1 → 3.0.11-1"));
    QCOMPARE(web3.data(PartRole).toString(), QStringLiteral("web-3"));
    const QModelIndex web6 = row(DriftSection::Packages, "openssl", 4);
    QCOMPARE(GroupCell(web6.data(StateRole).toInt()), GroupCell::Same);
    QCOMPARE(web6.data(Qt::AccessibleTextRole).toString(), QStringLiteral("web-6: the same"));
    QCOMPARE(row(DriftSection::Packages, "openssl", 1).data().toString(), QStringLiteral("3.0.15-1"));
    QCOMPARE(row(DriftSection::Packages, "openssl", 1).data(Qt::ToolTipRole).toString(),
             QStringLiteral("5 node(s) have it so"));
}

void TestGroupDriftModel::whatCouldNotBeSeenIsNeverTheSame()
{
    const QModelIndex cell = row(DriftSection::Users, "kim", 4); // web-6 could not list its users
    QCOMPARE(cell.data().toString(), QStringLiteral("?"));
    QCOMPARE(GroupCell(cell.data(StateRole).toInt()), GroupCell::Unseen);
    QCOMPARE(cell.data(DetailRole).toString(), QStringLiteral("could not be seen: not allowed to read it"));
}

void TestGroupDriftModel::titlesCountByNode()
{
    const QModelIndex web3 = m_model->index(0, 2);
    QCOMPARE(web3.data().toString(), QStringLiteral("2"));
    QCOMPARE(web3.data(Qt::AccessibleTextRole).toString(), QStringLiteral("web-3: 2 difference(s)"));
    QCOMPARE(GroupCell(m_model->index(0, 4).data(StateRole).toInt()), GroupCell::None);
    QCOMPARE(m_model->index(0, 4).data().toString(), QString());
}

void TestGroupDriftModel::oneFieldStandsForTheRow_data()
{
    QTest::addColumn<Difference>("difference");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("baseline");
    const auto change = [](QList<FieldChange> fields, DifferenceKind kind = DifferenceKind::Changed) {
        return Difference{DriftSection::Files, kind, "x", std::move(fields), {}, {}};
    };
    const FieldChange content{QStringLiteral("content"), QStringLiteral("aa"), QStringLiteral("bb")};
    const FieldChange mode{QStringLiteral("mode"), QStringLiteral("0644"), QStringLiteral("0600")};
    const FieldChange version{QStringLiteral("version"), QStringLiteral("2"), QStringLiteral("1\n2")};
    const FieldChange gone{QStringLiteral("target"), QStringLiteral("/a"), {}};
    QTest::newRow("content") << change({content}) << QStringLiteral("Δ") << QStringLiteral("·");
    QTest::newRow("mode") << change({content, mode}) << QStringLiteral("0600") << QStringLiteral("0644");
    QTest::newRow("version") << change({mode, version}) << QStringLiteral("1\\n2") << QStringLiteral("2");
    QTest::newRow("gone") << change({gone}) << QStringLiteral("−") << QStringLiteral("/a");
    QTest::newRow("added") << change({{mode.field, {}, mode.actual}}, DifferenceKind::Added) << QStringLiteral("+")
                           << QStringLiteral("absent");
    QTest::newRow("removed") << change({{mode.field, mode.baseline, {}}}, DifferenceKind::Removed)
                             << QStringLiteral("−") << QStringLiteral("0644");
}

void TestGroupDriftModel::oneFieldStandsForTheRow()
{
    QFETCH(Difference, difference);
    QTEST(cellText(difference), "cell");
    QTEST(baselineCell(sample::rowOf(difference, {0}, 3)), "baseline");
}

void TestGroupDriftModel::anotherNodeAsBaseline()
{
    GroupDrift drift = sample::groupDrift(sample::at(0));
    drift.baseline = QStringLiteral("web-1");
    m_model->setDrift(drift);
    QCOMPARE(m_model->headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("web-1"));
    QCOMPARE(GroupDriftText::against(drift), QStringLiteral("against web-1"));
}

void TestGroupDriftModel::theTextFilterFindsThingsTitlesAndValues()
{
    GroupDriftFilter filter(m_model.get());
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setText(QStringLiteral("NGINX"));
    QCOMPARE(shown(filter), QStringList({QStringLiteral("Files"), QStringLiteral("- /etc/nginx/nginx.conf")}));
    filter.setText(QStringLiteral("missed"));
    QCOMPARE(filter.shownRows(), 2);
    filter.setText(QStringLiteral("1001"));
    QCOMPARE(shown(filter), QStringList({QStringLiteral("Users"), QStringLiteral("- kim")}));
    filter.setText(QStringLiteral("nothing like it"));
    QCOMPARE(shown(filter), QStringList());
    filter.setText({});
    QCOMPARE(filter.shownRows(), 4);
}

void TestGroupDriftModel::theSectionFilterKeepsCauses()
{
    GroupDriftFilter filter(m_model.get());
    QCOMPARE(m_model->sections(),
             QList<DriftSection>({DriftSection::Packages, DriftSection::Files, DriftSection::Users}));
    filter.setSection(DriftSection::Packages);
    QCOMPARE(shown(filter).first(), cause());
    QCOMPARE(filter.shownRows(), 2);
    filter.setSection({});
    QCOMPARE(filter.shownRows(), 4);
}

void TestGroupDriftModel::theNodeFilterLeavesItsColumnsOnly()
{
    GroupDriftFilter filter(m_model.get());
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setNodes({QStringLiteral("web-6")});
    QCOMPARE(filter.columnCount(), 3);
    QCOMPARE(filter.headerData(2, Qt::Horizontal).toString(), QStringLiteral("web-6"));
    // where it could not be seen is not hidden
    QCOMPARE(shown(filter), QStringList({QStringLiteral("Files"), QStringLiteral("- /etc/nginx/nginx.conf"),
                                         QStringLiteral("Users"), QStringLiteral("- kim")}));
    filter.setNodes({});
    QCOMPARE(filter.columnCount(), 6);
}

void TestGroupDriftModel::whatIsCopiedHasItsHeaders()
{
    const QString text = m_model->textOf({row(DriftSection::Users, "kim")});
    QCOMPARE(text, QStringLiteral("What differs\tMost have\tweb-3\tweb-4\tweb-6\tweb-7\n  kim\tabsent\t·\t·\t?\t+\n"));
    QCOMPARE(m_model->textOf({m_model->index(0, 0)}).count(u'\n'), 4); // headers, the title, two rows
}

void TestGroupDriftModel::theWholeTextTellsWhatWasNotSeen()
{
    const QString text = m_model->text();
    QVERIFY(text.startsWith(QStringLiteral("web: 4 of 8 node(s) differ\n")));
    QVERIFY(text.contains(QStringLiteral("\nweb-6: Users (not allowed to read it)\n")));
    QVERIFY(text.contains(QStringLiteral("\nweb-8: ")));
}

void TestGroupDriftModel::sentencesNeverCallIncompleteAlike()
{
    GroupDrift drift = sample::groupDrift(sample::at(0));
    QCOMPARE(GroupDriftText::incomplete(drift),
             QStringLiteral("1 node(s) could not be looked at, 1 node(s) could not be seen in full"));
    drift.differences.clear();
    drift.causes.clear();
    QCOMPARE(GroupDriftText::title(drift), QStringLiteral("web: no difference in what could be seen"));
    for (ComparedNode& node : drift.nodes)
        node = {node.name, sample::at(0), {}, {}};
    QVERIFY(drift.complete());
    QCOMPARE(GroupDriftText::title(drift), QStringLiteral("web: all 8 node(s) are alike"));
    drift.group.clear();
    QCOMPARE(GroupDriftText::subject(drift), QStringLiteral("web-1, web-2, web-3 and 5 more"));
}

void TestGroupDriftModel::detailsTellEachWayAndWho()
{
    const GroupDrift& drift = m_model->drift();
    const QList<TreeRow> openssl =
        groupDetailRows(drift, *m_model->differenceAt(row(DriftSection::Packages, "openssl")));
    QCOMPARE(openssl.size(), 2);
    QCOMPARE(openssl[0].texts.first(), QStringLiteral("web-3, web-4"));
    QCOMPARE(openssl[0].children.first().roles.value(ActualRole).toString(), QStringLiteral("3.0.11-1"));
    QCOMPARE(openssl[1].texts.first(), QStringLiteral("web-1, web-2, web-5, web-6, web-7"));
    const QList<TreeRow> kim = groupDetailRows(drift, *m_model->differenceAt(row(DriftSection::Users, "kim")));
    QCOMPARE(kim.last().texts.first(), QStringLiteral("web-6"));
    QCOMPARE(kim.last().roles.value(KindRole).toInt(), int(DriftRow::Unseen));
    const QList<TreeRow> config =
        groupDetailRows(drift, *m_model->differenceAt(row(DriftSection::Files, "/etc/nginx/nginx.conf")));
    QCOMPARE(config[0].children.first().roles.value(StateRole).toInt(), int(DiffLine::Kind::Removed));
}

void TestGroupDriftModel::theGravestComesFirst()
{
    GroupDrift drift = sample::groupDrift(sample::at(0));
    const auto moded = [](const char* path) {
        return sample::rowOf(sample::changed(DriftSection::Files, path, "mode", "0644", "0600"), {5}, 8);
    };
    drift.differences = {moded("/etc/a"), moded("/etc/ssh/sshd_config"), moded("/usr/share/doc/x")};
    drift.causes = {{CauseKind::Changed, DriftSection::Files, {5}, {0, 1, 2}}};
    const QStringList bySeverity{QStringLiteral("- /etc/ssh/sshd_config"), QStringLiteral("- /etc/a"),
                                 QStringLiteral("- /usr/share/doc/x")};
    m_model->setDrift(drift);
    QCOMPARE(shown(*m_model).mid(1), bySeverity);
    drift.causes.clear();
    m_model->setDrift(drift);
    QCOMPARE(shown(*m_model).mid(1), bySeverity);
    QCOMPARE(row(DriftSection::Files, "/usr/share/doc/x").data(DetailRole).toString(), QStringLiteral("▽ low · mode"));
    QVERIFY(row(DriftSection::Files, "/etc/ssh/sshd_config")
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("high")));
}

void TestGroupDriftModel::hiddenRowsAreBelowTheirRule()
{
    const QStringList without = shown(*m_model);
    m_model->setDrift(sample::hiddenGroupDrift(sample::at(0)));
    QCOMPARE(shown(*m_model), without);
    QCOMPARE(m_model->columnCount(), 6);
    m_model->showHidden(true);
    QCOMPARE(shown(*m_model),
             QStringList(without) +
                 QStringList({QStringLiteral("hidden by Packages openssl"), QStringLiteral("- openssl"),
                              QStringLiteral("hidden by Files /srv/log"), QStringLiteral("- /srv/log")}));
    QCOMPARE(m_model->columnCount(), 9); // 1, 2 and 5, too
    QCOMPARE(m_model->allRows(), 6);
    const QModelIndex title = m_model->index(m_model->rowCount() - 1, 0);
    QCOMPARE(title.data(KindRole).toInt(), int(GroupRow::Rule));
    QCOMPARE(title.data(DetailRole).toString(), QStringLiteral("1 difference(s) · the collector’s"));
    const QModelIndex log = m_model->index(0, 0, title);
    QCOMPARE(GroupCell(log.data(StateRole).toInt()), GroupCell::Hidden);
    QCOMPARE(m_model->ruleAt(log)->match, QStringLiteral("/srv/log"));
    QVERIFY(!m_model->ruleAt(m_model->index(0, 0)));
    const QList<TreeRow> detail = groupDetailRows(m_model->drift(), *m_model->differenceAt(log));
    QCOMPARE(detail[0].texts.first(), QStringLiteral("web-1, web-2"));
    QCOMPARE(detail[1].texts.first(), QStringLiteral("web-3, web-4, web-5, web-6, web-7"));
    QVERIFY(m_model->text().contains(QStringLiteral("(0777)\t(0777)")));
    m_model->showHidden(false);
    QCOMPARE(shown(*m_model), without);
    QVERIFY(m_model->text().contains(QStringLiteral("2 difference(s) hidden by 2 rule(s) of the blueprint\n")));
}

void TestGroupDriftModel::aHiddenCellIsNeitherSameNorDifferent()
{
    m_model->setDrift(sample::hiddenGroupDrift(sample::at(0)));
    m_model->showHidden(true);
    int web5 = GroupDriftModel::firstNode;
    while (m_model->nodeAt(web5) != QStringLiteral("web-5"))
        ++web5;
    const QModelIndex cell = row(DriftSection::Packages, "openssl", web5); // of the row that is shown
    QCOMPARE(cell.data().toString(), QStringLiteral("(3.0.16-1)"));
    QCOMPARE(GroupCell(cell.data(StateRole).toInt()), GroupCell::Hidden);
    QCOMPARE(cell.data(DetailRole).toString(),
             QStringLiteral("version: 3.0.15-1 → 3.0.16-1\nhidden by Packages openssl"));
    QCOMPARE(m_model->index(0, web5).data().toString(), QString()); // not counted with what is shown
    const QList<TreeRow> detail =
        groupDetailRows(m_model->drift(), *m_model->differenceAt(row(DriftSection::Packages, "openssl")));
    QCOMPARE(detail[1].texts.first(), QStringLiteral("web-1, web-2, web-6, web-7"));
    QCOMPARE(detail[2].texts.first(), QStringLiteral("web-5"));
    QCOMPARE(detail[2].roles.value(DetailRole).toString(), QStringLiteral("hidden by Packages openssl"));
    const QModelIndex hidden = m_model->index(0, web5 + 1, m_model->index(3, 0)); // web-6 in the row the rule hides
    QCOMPARE(GroupCell(hidden.data(StateRole).toInt()), GroupCell::Same);
    const QModelIndex differs = m_model->index(0, web5 - 1, m_model->index(3, 0)); // web-4 differs in sight
    QCOMPARE(GroupCell(differs.data(StateRole).toInt()), GroupCell::Differs);
}

void TestGroupDriftModel::theSeverityFilterTakesOneSeverity()
{
    GroupDriftFilter filter(m_model.get());
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSeverity(DriftSeverity::Low);
    QCOMPARE(filter.shownRows(), 0);
    filter.setSeverity(DriftSeverity::Medium);
    QCOMPARE(filter.shownRows(), 4);
    m_model->setDrift(sample::hiddenGroupDrift(sample::at(0)));
    m_model->showHidden(true);
    filter.setSeverity(DriftSeverity::High); // a folder everybody may write in
    QCOMPARE(shown(filter), QStringList({QStringLiteral("hidden by Files /srv/log"), QStringLiteral("- /srv/log")}));
    filter.setSeverity({});
    QCOMPARE(filter.shownRows(), 6);
}

void TestGroupDriftModel::sentencesNeverCallHiddenAlike()
{
    GroupDrift drift = sample::hiddenGroupDrift(sample::at(0));
    for (ComparedNode& node : drift.nodes)
        node = {node.name, sample::at(0), {}, {}};
    QCOMPARE(tallyOf(drift), (GroupTally{4, 1, 0, 0, 3}));
    QCOMPARE(GroupDriftText::onlyHidden(drift), QStringLiteral("3 node(s) differ only in what rules hide"));
    drift.differences.clear();
    drift.causes.clear();
    QVERIFY(drift.complete());
    QCOMPARE(GroupDriftText::title(drift), QStringLiteral("web: nothing differs but what rules hide"));
    drift.nodes[7].unseen << Unseen{DriftSection::Users, {}, QStringLiteral("permissionDenied")};
    QCOMPARE(GroupDriftText::title(drift), QStringLiteral("web: no difference in what could be seen"));
    drift.expired = {{drift.hidden[0].rule, 2}};
    QCOMPARE(GroupDriftText::expired(drift), QStringList{sentence(drift.expired[0])});
}

void TestGroupDriftModel::aLargeGroupIsWhole()
{
    m_tester.reset(); // it asks for every cell
    m_model->setDrift(sample::largeGroupDrift(200, 5000));
    QCOMPARE(m_model->columnCount(), 102);
    QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 5000);
    GroupDriftFilter filter(m_model.get());
    filter.setText(QStringLiteral("package-4999"));
    QCOMPARE(filter.shownRows(), 1);
    const QModelIndex last = filter.index(0, 101, filter.index(0, 0));
    QCOMPARE(last.data().toString(), QStringLiteral("1"));
    QCOMPARE(last.data(PartRole).toString(), QStringLiteral("web-200"));
}

void TestGroupDriftModel::anotherComparisonTakesItsPlace()
{
    m_model->setDrift({});
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->columnCount(), 2);
    QVERIFY(!m_model->find(DriftSection::Users, "kim").isValid());
}

QTEST_MAIN(TestGroupDriftModel)
#include "tst_group_drift_model.moc"
