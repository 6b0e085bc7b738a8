// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/compare_tables.h"
#include "models/domain/drift/judge/judged.h"
#include "tests/models/domain/drift/sample_sheets.h"
#include "tests/models/domain/event_dice.h"

#include <QtTest>

#include <algorithm>

using namespace snowmelt;

namespace {

const QDate today(2026, 11, 22);
const QString web = QStringLiteral("web");
const QString api = QStringLiteral("api");

Difference fileChange(const QByteArray& path, const QStringList& fields = {QStringLiteral("content")})
{
    Difference difference{DriftSection::Files, DifferenceKind::Changed, path, {}, {}, {}};
    for (const QString& field : fields)
        difference.fields.append({field, QStringLiteral("1"), QStringLiteral("2")});
    return difference;
}

GroupDifference rowOf(const Difference& difference, const QList<int>& nodes, const QList<int>& unseen = {})
{
    GroupDifference row{difference.section, difference.key, 4 - int(nodes.size() + unseen.size()), false, {}, unseen};
    for (const int node : nodes)
        row.differs.append({node, difference});
    return row;
}

IgnoreRule ruleFor(const char* match, const QStringList& groups = {})
{
    IgnoreRule rule{DriftSection::Files, QString::fromLatin1(match)};
    rule.reason = QStringLiteral("ours");
    rule.groups = groups;
    return rule;
}

/// Four nodes: two of web, two of api.
const QStringList groups{web, web, api, api};

GroupDrift driftOf(const QList<GroupDifference>& rows)
{
    GroupDrift drift;
    for (int node = 0; node < groups.size(); ++node)
        drift.nodes.append({QStringLiteral("node-%1").arg(node), sample::sheetOf({}).seenAt, {}, {}});
    drift.differences = rows;
    drift.causes = sharedCauses(rows);
    return drift;
}

QByteArrayList shown(const GroupDrift& drift)
{
    QByteArrayList keys;
    for (const GroupDifference& row : drift.differences)
        keys.append(row.key);
    return keys;
}

/// Each difference of a node, whether shown or hidden.
QList<std::pair<int, Difference>> allOf(const GroupDrift& drift)
{
    QList<std::pair<int, Difference>> all;
    const auto add = [&all](const GroupDifference& row) {
        for (const NodeDifference& one : row.differs)
            all.append({one.node, one.difference});
    };
    std::ranges::for_each(drift.differences, add);
    for (const HiddenGroupDifference& hidden : drift.hidden)
        add(hidden.difference);
    return all;
}

} // namespace

class TestJudgedGroup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowThatIsHiddenOnAllNodesMoves()
    {
        GroupDrift before = driftOf({rowOf(fileChange("/etc/a"), {1}), rowOf(fileChange("/etc/motd"), {1, 3})});
        before.nodes[0].unseen = {{DriftSection::Files, "/etc/motd", QStringLiteral("timedOut")}};
        const GroupDrift after = judged(before, {ruleFor("/etc/motd")}, groups, today);
        QCOMPARE(shown(after), QByteArrayList{"/etc/a"});
        QCOMPARE(after.hidden, (QList<HiddenGroupDifference>{{before.differences[1], ruleFor("/etc/motd")}}));
        QCOMPARE(after.nodes, before.nodes); // a rule says nothing about what could not be seen
        QVERIFY(!after.complete());
    }

    void withoutRulesNothingIsOtherwise()
    {
        const GroupDrift before = driftOf({rowOf(fileChange("/etc/a"), {1}), rowOf(fileChange("/etc/b"), {1})});
        QCOMPARE(before.causes.size(), 1);
        QCOMPARE(judged(before, {}, groups, today), before);
        QCOMPARE(judged(before, {ruleFor("/opt/*"), ruleFor("/etc/*", {QStringLiteral("edge")})}, groups, today),
                 before);
    }

    void itIsHiddenOnTheNodesTheRuleIsFor()
    {
        const GroupDrift before = driftOf({rowOf(fileChange("/etc/motd"), {0, 2, 3}, {1})});
        const GroupDrift after = judged(before, {ruleFor("/etc/motd", {api})}, groups, today);
        GroupDifference left = before.differences.first();
        left.differs = {left.differs[0]};
        GroupDifference gone = before.differences.first();
        gone.differs.removeFirst();
        QCOMPARE(after.differences, QList<GroupDifference>{left});
        QCOMPARE(after.hidden, (QList<HiddenGroupDifference>{{gone, ruleFor("/etc/motd", {api})}}));
        QCOMPARE(left.unseen, QList<int>{1}); // still nobody knows
    }

    void theFirstRuleThatFitsANodeHidesIt()
    {
        const GroupDrift before = driftOf({rowOf(fileChange("/etc/motd"), {0, 2, 3})});
        const QList<IgnoreRule> rules{ruleFor("/etc/motd", {api}), ruleFor("/etc/**")};
        const GroupDrift after = judged(before, rules, groups, today);
        QVERIFY(after.differences.isEmpty());
        QCOMPARE(after.hidden.size(), 2);
        QCOMPARE(after.hidden[0].rule, rules[0]);
        QCOMPARE(after.hidden[0].difference.differs.size(), 2);
        QCOMPARE(after.hidden[1].rule, rules[1]);
        QCOMPARE(after.hidden[1].difference.differs.first().node, 0);
        QCOMPARE(hiddenByRule(after), (QList<RuleCount>{{rules[0], 1}, {rules[1], 1}}));
    }

    void aFieldHidesNothingButItself()
    {
        IgnoreRule rule = ruleFor("/etc/**");
        rule.field = QStringLiteral("mode");
        GroupDifference row = rowOf(fileChange("/etc/a", {QStringLiteral("mode")}), {0, 1});
        row.differs[1].difference = fileChange("/etc/a", {QStringLiteral("content"), QStringLiteral("mode")});
        const GroupDrift after = judged(driftOf({row}), {rule}, groups, today);
        QCOMPARE(after.differences.first().differs, QList<NodeDifference>{row.differs[1]});
        QCOMPARE(after.hidden.first().difference.differs, QList<NodeDifference>{row.differs[0]});
    }

    void causesAreOfWhatIsShown()
    {
        const GroupDrift before = driftOf(
            {rowOf(fileChange("/etc/a"), {1}), rowOf(fileChange("/etc/b"), {1}), rowOf(fileChange("/etc/c"), {1})});
        QCOMPARE(before.causes.first().rows, (QList<int>{0, 1, 2}));
        const GroupDrift after = judged(before, {ruleFor("/etc/a")}, groups, today);
        QCOMPARE(after.causes.size(), 1);
        QCOMPARE(after.causes.first().rows, (QList<int>{0, 1}));
        QVERIFY(judged(before, {ruleFor("/etc/a"), ruleFor("/etc/b")}, groups, today).causes.isEmpty());
    }

    void anEndedRuleTellsWhatIsShownAgain()
    {
        IgnoreRule over = ruleFor("/etc/*", {api});
        over.until = today.addDays(-1);
        const GroupDrift before = driftOf({rowOf(fileChange("/etc/a"), {0}), rowOf(fileChange("/etc/b"), {0, 2})});
        const GroupDrift after = judged(before, {over}, groups, today);
        QCOMPARE(after.differences, before.differences);
        QCOMPARE(after.expired, (QList<ExpiredRule>{{over, 1}})); // /etc/a differs on no node of api
        QVERIFY(judged(before, {over}, {web, web, web, web}, today).expired.isEmpty());
        over.until = today;
        QCOMPARE(judged(before, {over}, groups, today).hidden.size(), 1);
    }

    void packsHideToo()
    {
        DriftRules rules;
        rules.packs = QStringList{QStringLiteral("logrotate")};
        const GroupDrift after =
            judged(driftOf({rowOf(fileChange("/var/lib/logrotate/x"), {0})}), ignoreRules(rules), groups, today);
        QCOMPARE(after.hidden.first().rule.pack, QStringLiteral("logrotate"));
    }

    /// Whatever the rules are: nothing is lost, nothing comes, nothing is told twice, all in order.
    void shownAndHiddenAreWhatWasThere()
    {
        const QList<const char*> patterns{"/etc/**", "/etc/*", "**/motd", "/a", "**.conf"};
        const QByteArrayList paths{"/a", "/etc/a/b.conf", "/etc/motd", "/opt", "/var/x"}; // sorted
        qsizetype hidden = 0;
        qsizetype split = 0;
        for (quint32 seed = 0; seed < 400; ++seed) {
            Dice dice(seed);
            QList<GroupDifference> rows;
            for (const QByteArray& path : paths) {
                GroupDifference row = rowOf(fileChange(path), {});
                for (int node = 0; node < 4; ++node) {
                    if (dice.coin())
                        row.differs.append(
                            {node, fileChange(path, {dice.coin() ? QStringLiteral("mode") : QStringLiteral("owner")})});
                }
                if (!row.differs.isEmpty())
                    rows.append(row);
            }
            QList<IgnoreRule> rules;
            for (int i = dice.number(5); i > 0; --i) {
                IgnoreRule rule = ruleFor(patterns.at(dice.number(int(patterns.size()))));
                rule.field = dice.coin() ? QStringLiteral("mode") : QString();
                if (dice.coin())
                    rule.groups = QStringList{dice.coin() ? web : api};
                rules.append(rule);
            }
            const GroupDrift before = driftOf(rows);
            const GroupDrift after = judged(before, rules, groups, today);
            QVERIFY(std::ranges::is_permutation(allOf(after), allOf(before)));
            QVERIFY(std::ranges::is_sorted(after.hidden, {}, [](const HiddenGroupDifference& one) {
                return std::pair(one.difference.section, one.difference.key);
            }));
            QCOMPARE(after.causes, sharedCauses(after.differences));
            for (const HiddenGroupDifference& one : after.hidden) {
                QVERIFY(!one.difference.differs.isEmpty());
                split += shown(after).contains(one.difference.key);
            }
            hidden += after.hidden.size();
        }
        QVERIFY(hidden > 100);
        QVERIFY(split > 20);
    }
};

QTEST_APPLESS_MAIN(TestJudgedGroup)
#include "tst_judged_group.moc"
