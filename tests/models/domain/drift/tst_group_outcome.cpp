// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/group_outcome.h"
#include "tests/models/domain/drift/sample_sheets.h"

#include <QTest>

using namespace snowmelt;
using namespace snowmelt::sample;

namespace {

const DriftSection files = DriftSection::Files;

/// Six nodes: 1 and 4 differ in one way, 2 in another, 3 could not see it, 5 differs and a rule hides that.
GroupDrift sixNodes()
{
    const auto changed = [](const char* content) {
        return Difference{files,       DifferenceKind::Changed,
                          "/etc/motd", {{u"content"_qs, u"a"_qs, QString::fromLatin1(content)}},
                          {},          {}};
    };
    GroupDrift drift;
    for (int node = 0; node < 6; ++node)
        drift.nodes.append({u"web-%1"_qs.arg(node), sheetOf({}).seenAt, {}, {}});
    const GroupDifference none{files, "/etc/motd", 1, false, {}, {3}};
    GroupDifference shown = none;
    shown.differs = {{1, changed("b")}, {2, changed("c")}, {4, changed("b")}};
    GroupDifference hidden = none;
    hidden.differs = {{5, changed("b")}};
    drift.differences = {shown};
    IgnoreRule rule{files, u"/etc/motd"_qs};
    rule.groups = QStringList{u"api"_qs};
    drift.hidden = {{hidden, rule}};
    return drift;
}

} // namespace

class TestGroupOutcome : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyNodeIsOneOfTheFour()
    {
        const GroupDrift drift = sixNodes();
        QCOMPARE(nodesAsBaseline(drift, drift.differences.first()), QList<int>{0});
        QCOMPARE(nodesAsBaseline(drift, drift.hidden.first().difference), QList<int>{0}); // not who differs in sight
        QCOMPARE(hiddenOf(drift, files, "/etc/motd"), drift.hidden);
        QVERIFY(hiddenOf(drift, files, "/etc/mot").isEmpty());
        QVERIFY(hiddenOf(drift, DriftSection::Packages, "/etc/motd").isEmpty());
        QCOMPARE(nodesWithHidden(drift), 1);
    }

    void whoWasNotLookedAtHasNothing()
    {
        GroupDrift drift = sixNodes();
        drift.differences.first().differs.removeFirst();
        QCOMPARE(nodesAsBaseline(drift, drift.differences.first()), (QList<int>{0, 1}));
        QCOMPARE(nodesAsBaseline(drift, drift.differences.first(), 1), QList<int>{0});
        drift.nodes[0].seenAt = {};
        QCOMPARE(nodesAsBaseline(drift, drift.differences.first()), QList<int>{1});
        drift.nodes[1].error = Error{ErrorCode::SshBroken, {u"web-1"_qs}, {}};
        QVERIFY(nodesAsBaseline(drift, drift.differences.first()).isEmpty());
    }

    void aWayHasItsNodesAndATextOfOneOfThem()
    {
        GroupDifference row = sixNodes().differences.first();
        row.differs[2].difference.baselineText = u"one"_qs;
        row.differs[2].difference.actualText = u"two"_qs;
        const QList<WayToDiffer> ways = waysToDiffer(row);
        QCOMPARE(ways, (QList<WayToDiffer>{{row.differs[2].difference, {1, 4}}, {row.differs[1].difference, {2}}}));
    }

    void theEndIsOfWhatIsShownAndSeen()
    {
        GroupDrift drift = sixNodes();
        QCOMPARE(outcomeOf(drift), OutcomeKind::Differences);
        drift.differences.clear();
        QCOMPARE(outcomeOf(drift), OutcomeKind::Done); // what is hidden is no difference to act upon
        drift.nodes[3].unseen = {{files, "/etc/motd", u"permissionDenied"_qs}};
        QCOMPARE(outcomeOf(drift), OutcomeKind::Incomplete);
        drift = sixNodes();
        drift.nodes = {drift.nodes.first()};
        QCOMPARE(outcomeOf(drift), OutcomeKind::Incomplete);
        QCOMPARE(outcomeOf({}), OutcomeKind::Incomplete);
    }
};

QTEST_GUILESS_MAIN(TestGroupOutcome)
#include "tst_group_outcome.moc"
