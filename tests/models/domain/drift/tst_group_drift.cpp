// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/domain/drift/sample_sheets.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace snowmelt;
using namespace snowmelt::sample;

class TestGroupDrift : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void equalSheetsYieldNothing_data();
    void equalSheetsYieldNothing();
    void plantedDifferencesAreFound_data();
    void plantedDifferencesAreFound();
    void permutedNodesPermuteTheAnswer_data();
    void permutedNodesPermuteTheAnswer();
    void mostOfThemAreTheBaseline();
    void absenceIsAWay();
    void aTieHasNoMajority();
    void aNamedBaseline();
    void whatTheBaselineDidNotSee();
    void whatSomeDidNotSee();
    void unreadOnesVoteForWhatTheyAgreeWith();
    void completeMeansAll();
    void missedAndAhead();
    void causesOfOneNodeSet();
    void aHalfInstalledPackageMissedNothing();
    void manyWaysOfManyThings();
};

namespace {

const DriftSection packages = DriftSection::Packages;
const DriftSection files = DriftSection::Files;

QList<int> nodesOf(const GroupDifference& row)
{
    QList<int> nodes;
    for (const NodeDifference& one : row.differs)
        nodes.append(one.node);
    return nodes;
}

/// What was planted: for each thing the nodes that have it otherwise.
using Planted = QMap<std::pair<DriftSection, QByteArray>, QList<int>>;

Planted foundIn(const GroupDrift& drift)
{
    Planted found;
    for (const GroupDifference& row : drift.differences)
        found.insert({row.section, row.key}, nodesOf(row));
    return found;
}

void plantOn(FactTable& table, const QByteArray& key, int how)
{
    if (how == 0)
        table.remove(key);
    else
        table[key].fields.insert(u"planted"_qs, u"way %1"_qs.arg(how));
}

/// Changes, removes and adds things on fewer than half of the nodes each.
Planted plant(QList<FactSheet>& sheets, QRandomGenerator& random)
{
    Planted planted;
    const auto keys = sheets.first().tables;
    for (auto table = keys.cbegin(); table != keys.cend(); ++table) {
        QByteArrayList things = table->keys();
        things.append("new thing");
        for (const QByteArray& key : things) {
            if (random.bounded(4) != 0)
                continue;
            QList<int>& nodes = planted[{table.key(), key}];
            for (int node = 0; node < sheets.size() && nodes.size() * 2 + 2 < sheets.size(); ++node) {
                if (random.bounded(3) != 0)
                    continue;
                nodes.append(node);
                plantOn(sheets[node].tables[table.key()], key, table->contains(key) ? int(random.bounded(3)) : 1);
            }
        }
    }
    planted.removeIf([](const std::pair<const std::pair<DriftSection, QByteArray>&, QList<int>&>& entry) {
        return entry.second.isEmpty();
    });
    return planted;
}

void seeds()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

QList<FactSheet> withOpenssl(const QStringList& versions)
{
    QList<FactSheet> sheets;
    for (const QString& version : versions) {
        FactSheet sheet = sheetOf(u"web-%1"_qs.arg(sheets.size()));
        sheet.tables[packages];
        if (!version.isEmpty())
            sheet.tables[packages]["openssl"] = packageRow(version);
        sheets.append(sheet);
    }
    return sheets;
}

} // namespace

void TestGroupDrift::equalSheetsYieldNothing_data()
{
    seeds();
}

void TestGroupDrift::equalSheetsYieldNothing()
{
    QFETCH(quint32, seed);
    const QList<FactSheet> sheets = equalSheets(1 + int(seed), 5 * int(seed), seed);
    const GroupDrift drift = groupDrift(sheets);
    QVERIFY(drift.differences.isEmpty() && drift.causes.isEmpty() && drift.complete());
    QCOMPARE(drift.nodes.size(), sheets.size());
    QCOMPARE(drift.nodes.first().name, u"web-0"_qs);
    QVERIFY(groupDrift(sheets, u"web-0"_qs).differences.isEmpty());
}

void TestGroupDrift::plantedDifferencesAreFound_data()
{
    seeds();
}

void TestGroupDrift::plantedDifferencesAreFound()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    QList<FactSheet> sheets = equalSheets(3 + int(seed), 8, seed);
    const Planted planted = plant(sheets, random);
    QVERIFY(!planted.isEmpty());
    const GroupDrift drift = groupDrift(sheets);
    QCOMPARE(foundIn(drift), planted);
    for (const GroupDifference& row : drift.differences) {
        QCOMPARE(row.asBaseline + row.differs.size(), sheets.size());
        QVERIFY(!row.noMajority && row.unseen.isEmpty());
        for (const NodeDifference& one : row.differs) {
            QVERIFY(!one.difference.fields.isEmpty());
            for (const FieldChange& change : one.difference.fields)
                QVERIFY(change.baseline != change.actual);
        }
    }
    const bool sorted = std::ranges::is_sorted(
        drift.differences, {}, [](const GroupDifference& row) { return std::pair(row.section, row.key); });
    QVERIFY(sorted);
}

void TestGroupDrift::permutedNodesPermuteTheAnswer_data()
{
    seeds();
}

void TestGroupDrift::permutedNodesPermuteTheAnswer()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    QList<FactSheet> sheets = equalSheets(2 + int(seed) % 5, 6, seed);
    for (FactSheet& sheet : sheets) { // ties as well
        for (FactTable& table : sheet.tables) {
            for (FactRow& row : table)
                row.fields.insert(u"planted"_qs, QString::number(random.bounded(3)));
        }
    }
    sheets.last().unseen = {{files, "/srv/1/file", u"vanished"_qs}};
    sheets.last().tables[files].remove("/srv/1/file");
    QList<int> order(sheets.size());
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), random);
    QList<FactSheet> shuffled;
    for (const int node : order)
        shuffled.append(sheets[node]);
    const GroupDrift plain = groupDrift(sheets);
    GroupDrift other = groupDrift(shuffled);
    for (GroupDifference& row : other.differences) {
        for (NodeDifference& one : row.differs)
            one.node = order[one.node];
        for (int& node : row.unseen)
            node = order[node];
        std::ranges::sort(row.differs, {}, &NodeDifference::node);
        std::ranges::sort(row.unseen);
    }
    QVERIFY(!plain.differences.isEmpty());
    QCOMPARE(other.differences, plain.differences);
    QCOMPARE(other.causes.size(), plain.causes.size());
    for (SharedCause& cause : other.causes) {
        for (int& node : cause.nodes)
            node = order[node];
        std::ranges::sort(cause.nodes);
        QVERIFY(plain.causes.contains(cause));
    }
}

void TestGroupDrift::mostOfThemAreTheBaseline()
{
    const GroupDrift drift = groupDrift(withOpenssl({u"2"_qs, u"1"_qs, u"1"_qs, u"3"_qs, u"1"_qs}));
    QCOMPARE(drift.differences.size(), 1);
    const GroupDifference& row = drift.differences.first();
    QCOMPARE(row.asBaseline, 3);
    QVERIFY(!row.noMajority);
    QCOMPARE(nodesOf(row), QList<int>({0, 3}));
    QCOMPARE(row.differs[1].difference.fields, QList<FieldChange>({{u"version"_qs, u"1"_qs, u"3"_qs}}));
    QVERIFY(drift.causes.isEmpty()); // one row is no cause
}

void TestGroupDrift::absenceIsAWay()
{
    const GroupDifference added = groupDrift(withOpenssl({{}, {}, u"1"_qs})).differences.first();
    QCOMPARE(added.differs.first().difference.kind, DifferenceKind::Added);
    QCOMPARE(added.asBaseline, 2);
    const GroupDifference removed = groupDrift(withOpenssl({u"1"_qs, {}, u"1"_qs})).differences.first();
    QCOMPARE(removed.differs.first().difference.kind, DifferenceKind::Removed);
    QCOMPARE(nodesOf(removed), QList<int>({1}));
}

void TestGroupDrift::aTieHasNoMajority()
{
    QList<FactSheet> sheets = withOpenssl({u"1"_qs, u"2"_qs, u"2"_qs, u"1"_qs});
    const GroupDifference row = groupDrift(sheets).differences.first();
    QVERIFY(row.noMajority);
    QCOMPARE(row.asBaseline, 2);
    QCOMPARE(nodesOf(row), QList<int>({1, 2})); // web-0 comes first by name
    sheets[2].node = u"alpha"_qs;
    QCOMPARE(nodesOf(groupDrift(sheets).differences.first()), QList<int>({0, 3}));
    QVERIFY(!groupDrift(sheets, u"web-0"_qs).differences.first().noMajority);
}

void TestGroupDrift::aNamedBaseline()
{
    const QList<FactSheet> sheets = withOpenssl({u"2"_qs, u"1"_qs, u"1"_qs, {}});
    const GroupDrift drift = groupDrift(sheets, u"web-0"_qs);
    QCOMPARE(drift.baseline, u"web-0"_qs);
    QCOMPARE(nodesOf(drift.differences.first()), QList<int>({1, 2, 3}));
    QCOMPARE(drift.differences.first().asBaseline, 1);
    QVERIFY(groupDrift(sheets, u"elsewhere"_qs).differences.isEmpty());
}

void TestGroupDrift::whatTheBaselineDidNotSee()
{
    QList<FactSheet> sheets = withOpenssl({u"1"_qs, u"2"_qs, u"2"_qs});
    sheets[0].tables.remove(packages);
    const GroupDrift drift = groupDrift(sheets, u"web-0"_qs);
    QVERIFY(drift.differences.isEmpty() && !drift.complete());
    QCOMPARE(drift.nodes[0].unseen, QList<Unseen>({{packages, {}, u"notLookedAt"_qs}}));
}

void TestGroupDrift::whatSomeDidNotSee()
{
    QList<FactSheet> sheets = withOpenssl({u"1"_qs, u"1"_qs, u"2"_qs, {}, {}});
    sheets[3].unseen = {{packages, "openssl", u"permissionDenied"_qs}};
    sheets[4].tables.remove(packages);
    sheets[4].unseen = {{packages, {}, u"timedOut"_qs}};
    const GroupDrift drift = groupDrift(sheets);
    QCOMPARE(drift.differences.size(), 1);
    const GroupDifference& row = drift.differences.first();
    QCOMPARE(row.unseen, QList<int>({3, 4}));
    QCOMPARE(nodesOf(row), QList<int>({2}));
    QCOMPARE(row.asBaseline, 2);
    QCOMPARE(drift.nodes[4].unseen, sheets[4].unseen);
    sheets[2].tables[packages]["openssl"] = packageRow(u"1"_qs);
    QVERIFY(groupDrift(sheets).differences.isEmpty());
}

void TestGroupDrift::unreadOnesVoteForWhatTheyAgreeWith()
{
    QList<FactSheet> sheets;
    for (const QString& content : {u"a"_qs, u"b"_qs, u"a"_qs, QString(), QString(), QString()}) {
        FactSheet sheet = sheetOf(u"web-%1"_qs.arg(sheets.size()));
        sheet.tables[files]["/x"] = content.isEmpty() ? unreadFileRow() : fileRow(content);
        if (content.isEmpty())
            sheet.unseen = {{files, "/x", u"permissionDenied"_qs}};
        sheets.append(sheet);
    }
    const GroupDifference row = groupDrift(sheets).differences.first();
    QCOMPARE(nodesOf(row), QList<int>({1}));
    QCOMPARE(row.asBaseline, 2);
    QCOMPARE(row.unseen, QList<int>({3, 4, 5}));
    sheets[2].tables[files].remove("/x"); // a, b, absent: the unread ones have it, so it is not absence that wins
    const GroupDifference tied = groupDrift(sheets).differences.first();
    QVERIFY(tied.noMajority);
    QCOMPARE(nodesOf(tied), QList<int>({1, 2}));
    for (FactSheet& sheet : sheets) {
        sheet.tables[files]["/x"] = unreadFileRow();
        sheet.unseen = {{files, "/x", u"permissionDenied"_qs}};
    }
    QVERIFY(groupDrift(sheets).differences.isEmpty());
    sheets[2].tables[files]["/x"] = unreadFileRow(u"0600"_qs);
    QCOMPARE(nodesOf(groupDrift(sheets).differences.first()), QList<int>({2}));
}

void TestGroupDrift::completeMeansAll()
{
    GroupDrift drift;
    QVERIFY(!drift.complete());
    drift = groupDrift(equalSheets(2, 1, 1));
    QVERIFY(drift.complete());
    GroupDrift unread = drift;
    unread.nodes[1].unseen = {{files, "/root", u"permissionDenied"_qs}};
    QVERIFY(!unread.complete());
    GroupDrift failed = drift;
    failed.nodes[0].error = Error{ErrorCode::SshBroken, {u"web-0"_qs}, {}};
    QVERIFY(!failed.complete());
    GroupDrift never = drift;
    never.nodes[0].seenAt = {};
    QVERIFY(!never.complete());
}

void TestGroupDrift::missedAndAhead()
{
    QList<FactSheet> sheets = equalSheets(5, 4, 3);
    for (const char* key : {"pack0", "pack1", "pack2"}) {
        sheets[1].tables[packages][key] = packageRow(u"0.9"_qs); // two versions behind or one: behind
        sheets[3].tables[packages][key] = packageRow(u"0.9~rc1"_qs);
        sheets[4].tables[packages][key] = packageRow(u"1:0"_qs);
    }
    const GroupDrift drift = groupDrift(sheets);
    const SharedCause missed{CauseKind::MissedUpdate, packages, {1, 3}, {0, 1, 2}};
    const SharedCause ahead{CauseKind::AheadUpdate, packages, {4}, {0, 1, 2}};
    QCOMPARE(drift.causes.size(), 2);
    QVERIFY(drift.causes.contains(missed) && drift.causes.contains(ahead));
}

void TestGroupDrift::causesOfOneNodeSet()
{
    QList<FactSheet> sheets = equalSheets(6, 4, 3);
    for (const int node : {2, 5}) {
        for (const char* key : {"/new/1", "/new/2", "/new/3"})
            sheets[node].tables[files][key] = fileRow(u"of %1"_qs.arg(node));
        sheets[node].tables[files].remove("/srv/0/file");
        sheets[node].tables[files].remove("/srv/1/file");
        sheets[node].tables[DriftSection::Services]["unit0"] = rowOf({{u"enabled"_qs, u"otherwise"_qs}});
    }
    sheets[0].tables[DriftSection::Services]["unit1"] = rowOf({{u"enabled"_qs, u"otherwise"_qs}}); // other nodes
    const GroupDrift drift = groupDrift(sheets);
    QCOMPARE(drift.differences.size(), 7);
    QCOMPARE(drift.causes, QList<SharedCause>({{CauseKind::Added, files, {2, 5}, {0, 1, 2}},
                                               {CauseKind::Removed, files, {2, 5}, {3, 4}}}));
}

void TestGroupDrift::aHalfInstalledPackageMissedNothing()
{
    QList<FactSheet> sheets = equalSheets(3, 2, 3);
    for (const char* key : {"pack0", "pack1"}) {
        QString& version = sheets[1].tables[packages][key].fields[u"version"_qs];
        version += u" (iU)"_qs;
    }
    QCOMPARE(groupDrift(sheets).causes, QList<SharedCause>({{CauseKind::Changed, packages, {1}, {0, 1}}}));
}

void TestGroupDrift::manyWaysOfManyThings()
{
    QList<FactSheet> sheets = equalSheets(40, 30, 3);
    for (int node = 0; node < sheets.size(); ++node) {
        for (FactRow& row : sheets[node].tables[files])
            row.fields[u"content"_qs] = QString::number(node / 2); // each way twice, but the first three times
    }
    for (FactRow& row : sheets[2].tables[files])
        row.fields[u"content"_qs] = u"0"_qs;
    const GroupDrift drift = groupDrift(sheets);
    QCOMPARE(drift.differences.size(), 30);
    for (const GroupDifference& row : drift.differences) {
        QCOMPARE(row.asBaseline, 3);
        QCOMPARE(row.differs.size(), 37);
        QVERIFY(!row.noMajority);
    }
    QCOMPARE(drift.causes.size(), 1);
    QCOMPARE(drift.causes.first().rows.size(), 30);
}

QTEST_APPLESS_MAIN(TestGroupDrift)
#include "tst_group_drift.moc"
