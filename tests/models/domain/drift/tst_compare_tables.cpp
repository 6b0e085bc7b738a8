// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/domain/drift/sample_sheets.h"

#include <QTest>

#include <algorithm>
#include <tuple>

using namespace snowmelt;
using namespace snowmelt::sample;

class TestCompareTables : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void equalOnesDoNotDiffer();
    void addedRemovedChanged();
    void timesAreNotCompared();
    void aThingThatIsItsKeyAlone();
    void anotherTypeIsSaidOnce();
    void orderIsBySectionAndKey();
    void anUnseenSectionYieldsNothing();
    void aSectionNobodySpokeOf();
    void aBlindFolderHidesWhatIsMissingBelow();
    void whatIsUnreadIsNotCompared();
    void whatIsUnreadAndUnsaidIsSaid();
    void aSectionInDoubtMissesNothing();
    void aUsersOwnGroupComesAlong();
    void twoKindsOfNodesAreCutWithAWord();
};

namespace {

const DriftSection files = DriftSection::Files;
const DriftSection packages = DriftSection::Packages;

/// What is said of two nodes, the first being the baseline.
struct Told
{
    QList<Difference> differences;
    QList<Unseen> unseen; ///< on either side, each once
    bool complete() const { return unseen.isEmpty(); }
};

Told told(const FactSheet& baseline, const FactSheet& actual)
{
    const GroupDrift drift = groupDrift({baseline, actual}, baseline.node);
    Told said;
    for (const GroupDifference& row : drift.differences)
        said.differences.append(row.differs.first().difference);
    for (const ComparedNode& node : drift.nodes) {
        for (const Unseen& unseen : node.unseen) {
            if (!said.unseen.contains(unseen))
                said.unseen.append(unseen);
        }
    }
    std::ranges::sort(said.unseen, [](const Unseen& one, const Unseen& other) {
        return std::tie(one.section, one.what, one.reason) < std::tie(other.section, other.what, other.reason);
    });
    return said;
}

struct TwoSheets
{
    FactSheet a = sheetOf(u"web-1"_qs);
    FactSheet b = sheetOf(u"web-2"_qs);
    TwoSheets()
    {
        for (FactSheet* sheet : {&a, &b}) {
            sheet->tables[files]["/etc/app.conf"] = fileRow(u"one"_qs);
            sheet->tables[packages]["openssl"] = packageRow(u"3.0.11"_qs);
        }
    }
    Told there() const { return told(a, b); }
    Told back() const { return told(b, a); }
    bool same() const { return there().differences.isEmpty() && back().differences.isEmpty(); }
};

Difference change(DriftSection section, const QByteArray& key, const QList<FieldChange>& fields)
{
    return {section, DifferenceKind::Changed, key, fields, {}, {}};
}

} // namespace

void TestCompareTables::equalOnesDoNotDiffer()
{
    const TwoSheets two;
    QVERIFY(two.same() && two.there().complete());
    QCOMPARE(groupDrift({two.a, two.b}).nodes.at(1).seenAt, two.b.seenAt);
}

void TestCompareTables::addedRemovedChanged()
{
    TwoSheets two;
    two.b.tables[packages]["openssl"] = packageRow(u"3.0.9"_qs);
    two.b.tables[packages]["htop"] = packageRow(u"3.2"_qs);
    const QList<FieldChange> whole{{u"architecture"_qs, {}, u"amd64"_qs}, {u"version"_qs, {}, u"3.2"_qs}};
    const Difference added{packages, DifferenceKind::Added, "htop", whole, {}, {}};
    const Difference older = change(packages, "openssl", {{u"version"_qs, u"3.0.11"_qs, u"3.0.9"_qs}});
    QCOMPARE(two.there().differences, QList<Difference>({added, older}));
    const QList<Difference> back = two.back().differences;
    QCOMPARE(back.size(), 2);
    QCOMPARE(back[0].kind, DifferenceKind::Removed);
    QCOMPARE(back[0].fields.last(), (FieldChange{u"version"_qs, u"3.2"_qs, {}}));
    QCOMPARE(back[1], change(packages, "openssl", {{u"version"_qs, u"3.0.9"_qs, u"3.0.11"_qs}}));
}

void TestCompareTables::timesAreNotCompared()
{
    TwoSheets two;
    two.b.tables[files]["/etc/app.conf"].changedAt = QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC);
    QVERIFY(two.same());
}

void TestCompareTables::aThingThatIsItsKeyAlone()
{
    TwoSheets two;
    two.a.tables[DriftSection::Sudoers];
    two.b.tables[DriftSection::Sudoers]["mina ALL=(ALL) ALL"] = {};
    const QList<Difference> found = two.there().differences;
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].fields.size(), 1); // never a difference without a field that differs
    QVERIFY(found[0].fields[0].baseline != found[0].fields[0].actual);
    two.a.tables[DriftSection::Sudoers]["mina ALL=(ALL) ALL"] = {};
    QVERIFY(two.same());
}

void TestCompareTables::anotherTypeIsSaidOnce()
{
    TwoSheets two;
    two.b.tables[files]["/etc/app.conf"] = rowOf({{u"type"_qs, u"link"_qs},
                                                  {u"target"_qs, u"/opt/app.conf"_qs},
                                                  {u"owner"_qs, u"root (0)"_qs},
                                                  {u"group"_qs, u"root (0)"_qs}});
    QCOMPARE(two.there().differences,
             QList<Difference>({change(files, "/etc/app.conf", {{u"type"_qs, u"file"_qs, u"link"_qs}})}));
}

void TestCompareTables::orderIsBySectionAndKey()
{
    TwoSheets two;
    for (const char* key : {"/z", "/a", "/m"})
        two.b.tables[files][key] = fileRow(u"x"_qs);
    two.b.tables[packages]["zsh"] = packageRow(u"5"_qs);
    QByteArrayList keys;
    for (const Difference& difference : two.there().differences)
        keys.append(difference.key);
    QCOMPARE(keys, QByteArrayList({"zsh", "/a", "/m", "/z"}));
}

void TestCompareTables::anUnseenSectionYieldsNothing()
{
    TwoSheets two;
    two.b.tables.remove(packages);
    two.b.unseen = {{packages, {}, u"timedOut"_qs}};
    QVERIFY(two.same());
    QCOMPARE(two.there().unseen, two.b.unseen);
    QCOMPARE(two.back().unseen, two.b.unseen);
}

void TestCompareTables::aSectionNobodySpokeOf()
{
    TwoSheets two;
    two.b.tables.remove(packages); // and no word of it
    QVERIFY(two.same());
    QCOMPARE(two.there().unseen, QList<Unseen>({{packages, {}, u"notLookedAt"_qs}}));
    two.a.tables.remove(packages);
    QVERIFY(two.there().complete()); // nobody meant to look
}

void TestCompareTables::aBlindFolderHidesWhatIsMissingBelow()
{
    TwoSheets two;
    for (const char* key : {"/srv/data/deep/x", "/srv/database", "/srv/seen"})
        two.a.tables[files][key] = fileRow(u"x"_qs);
    two.a.tables[files]["/srv/data"] = rowOf({{u"type"_qs, u"directory"_qs}, {u"mode"_qs, u"0755"_qs}});
    two.b.tables[files]["/srv/data"] = rowOf({{u"type"_qs, u"directory"_qs}, {u"mode"_qs, u"0700"_qs}});
    two.b.tables[files]["/srv/data/known"] = fileRow(u"x"_qs);
    two.b.unseen = {{files, "/srv/data", u"permissionDenied"_qs}};
    QByteArrayList keys;
    for (const Difference& difference : two.there().differences)
        keys.append(difference.key);
    // "/srv/database" only begins alike; the folder itself was seen, and so was what is there of its contents.
    QCOMPARE(keys, QByteArrayList({"/srv/data", "/srv/data/known", "/srv/database", "/srv/seen"}));
    QCOMPARE(two.there().unseen, two.b.unseen);
    two.b.unseen = {{files, "/", u"permissionDenied"_qs}};
    QCOMPARE(two.there().differences.size(), 2);
    two.b.unseen = {{packages, "/srv", u"permissionDenied"_qs}}; // a package is below nothing
    QCOMPARE(two.there().differences.size(), 5);
}

void TestCompareTables::whatIsUnreadIsNotCompared()
{
    TwoSheets two;
    two.b.tables[files]["/etc/app.conf"] = unreadFileRow();
    two.b.unseen = {{files, "/etc/app.conf", u"permissionDenied"_qs}};
    QVERIFY(two.same());
    QCOMPARE(two.back().unseen, two.b.unseen);
    two.b.tables[files]["/etc/app.conf"] = unreadFileRow(u"0600"_qs); // but what was read is
    QCOMPARE(two.there().differences,
             QList<Difference>({change(files, "/etc/app.conf", {{u"mode"_qs, u"0644"_qs, u"0600"_qs}})}));
    two.b.tables[files].remove("/etc/app.conf"); // not even that: nobody knows whether it is there
    QVERIFY(two.same());
}

void TestCompareTables::whatIsUnreadAndUnsaidIsSaid()
{
    TwoSheets two;
    two.b.tables[files]["/etc/app.conf"] = unreadFileRow();
    QVERIFY(two.same());
    QCOMPARE(two.there().unseen, QList<Unseen>({{files, "/etc/app.conf", u"not read in time"_qs}}));
    QCOMPARE(two.back().unseen, two.there().unseen);
}

void TestCompareTables::aSectionInDoubtMissesNothing()
{
    TwoSheets two;
    two.a.tables[files]["/srv/only"] = fileRow(u"x"_qs);
    two.b.tables[files]["/etc/app.conf"] = unreadFileRow(u"0600"_qs);
    two.b.unseen = {{files, {}, u"timedOut"_qs}};
    QCOMPARE(two.there().differences,
             QList<Difference>({change(files, "/etc/app.conf", {{u"mode"_qs, u"0644"_qs, u"0600"_qs}})}));
    QCOMPARE(two.there().unseen, two.b.unseen);
}

void TestCompareTables::aUsersOwnGroupComesAlong()
{
    TwoSheets two;
    two.a.tables[DriftSection::Users];
    two.a.tables[DriftSection::Groups];
    two.b.tables[DriftSection::Users]["mina"] = rowOf({{u"uid"_qs, u"1001"_qs}, {u"gid"_qs, u"1001"_qs}});
    two.b.tables[DriftSection::Groups]["mina"] = rowOf({{u"gid"_qs, u"1001"_qs}, {u"members"_qs, {}}});
    QCOMPARE(two.there().differences.size(), 1);
    QCOMPARE(two.back().differences.size(), 1);
    QCOMPARE(two.there().differences[0].section, DriftSection::Users);
    two.b.tables[DriftSection::Groups]["mina"].fields[u"members"_qs] = u"root"_qs; // somebody else's as well
    QCOMPARE(two.there().differences.size(), 2);
    two.b.tables[DriftSection::Groups]["mina"] = rowOf({{u"gid"_qs, u"27"_qs}, {u"members"_qs, {}}});
    QCOMPARE(two.there().differences.size(), 2);
}

/// Half of the nodes have nothing in common with the others.
void TestCompareTables::twoKindsOfNodesAreCutWithAWord()
{
    constexpr int half = 250;
    constexpr int each = 1000;
    FactSheet one = sheetOf({});
    FactSheet other = sheetOf({});
    for (int i = 0; i < each; ++i) {
        one.tables[files].insert("/a/" + QByteArray::number(i), fileRow(u"a"_qs));
        other.tables[files].insert("/b/" + QByteArray::number(i), fileRow(u"b"_qs));
    }
    one.tables[packages].insert("base", packageRow(u"1"_qs));
    other.tables[packages].insert("base", packageRow(u"2"_qs));
    QList<FactSheet> sheets;
    for (int node = 0; node < 2 * half + 1; ++node) {
        sheets.append(node % 2 == 0 ? one : other); // one more of the first kind
        sheets.last().node = u"web-%1"_qs.arg(node, 3, 10, QLatin1Char('0'));
    }
    const GroupDrift drift = groupDrift(sheets);
    qsizetype told = 0;
    for (const GroupDifference& row : drift.differences)
        told += row.section == files ? row.differs.size() : 0;
    QCOMPARE(told, qsizetype(400'000)); // 1,600 things on each of 250 nodes; 400 are not told
    QVERIFY(!drift.complete());
    for (int node = 0; node < drift.nodes.size(); ++node) {
        const QList<Unseen> unseen =
            node % 2 == 0 ? QList<Unseen>() : QList<Unseen>{{files, {}, QStringLiteral("more than is listed")}};
        QCOMPARE(drift.nodes[node].unseen, unseen);
    }
    QCOMPARE(drift.differences.first().differs.size(), half); // other sections are whole
}

QTEST_APPLESS_MAIN(TestCompareTables)
#include "tst_compare_tables.moc"
