// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/judge/judged.h"
#include "tests/models/domain/event_dice.h"

#include <QtTest>

#include <algorithm>

using namespace snowmelt;

namespace {

const QDate today(2026, 11, 22);
const QString web = QStringLiteral("web");

Difference fileChange(const char* path, const QStringList& fields = {QStringLiteral("content")})
{
    Difference difference{DriftSection::Files, DifferenceKind::Changed, path, {}, {}, {}};
    for (const QString& field : fields)
        difference.fields.append({field, QStringLiteral("1"), QStringLiteral("2")});
    return difference;
}

IgnoreRule ruleFor(const char* match)
{
    IgnoreRule rule{DriftSection::Files, QString::fromLatin1(match)};
    rule.reason = QStringLiteral("ours");
    return rule;
}

DriftReport reportOf(const QList<Difference>& differences)
{
    DriftReport report;
    report.differences = differences;
    report.unseen = {{DriftSection::Files, "/etc/motd", QStringLiteral("timedOut")}};
    report.leftOut = {{QStringLiteral("/run/*"), QStringLiteral("runtime"), 3}};
    return report;
}

QByteArrayList shown(const DriftReport& report)
{
    QByteArrayList keys;
    for (const Difference& difference : report.differences)
        keys.append(difference.key);
    return keys;
}

} // namespace

class TestJudged : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesWhatARuleHides()
    {
        const DriftReport before = reportOf({fileChange("/etc/motd"), fileChange("/etc/a")});
        const DriftReport after = judged(before, {ruleFor("/etc/motd")}, web, today);
        QCOMPARE(shown(after), QByteArrayList{"/etc/a"});
        QCOMPARE(after.hidden, (QList<HiddenDifference>{{fileChange("/etc/motd"), ruleFor("/etc/motd")}}));
        QVERIFY(after.expired.isEmpty());
        QCOMPARE(after.unseen, before.unseen); // a rule says nothing about what could not be seen
        QCOMPARE(after.leftOut, before.leftOut);
    }

    void withoutRulesNothingIsOtherwise()
    {
        const DriftReport before = reportOf({fileChange("/etc/motd")});
        QCOMPARE(judged(before, {}, web, today), before);
    }

    void theSectionIsPartOfTheRule()
    {
        IgnoreRule rule = ruleFor("/etc/motd");
        rule.section = DriftSection::Mounts;
        QCOMPARE(shown(judged(reportOf({fileChange("/etc/motd")}), {rule}, web, today)), QByteArrayList{"/etc/motd"});
    }

    void aFieldHidesNothingButItself()
    {
        IgnoreRule rule = ruleFor("/etc/**");
        rule.field = QStringLiteral("mode");
        const DriftReport report = reportOf({fileChange("/etc/a", {QStringLiteral("mode")}),
                                             fileChange("/etc/b", {QStringLiteral("mode"), QStringLiteral("content")}),
                                             fileChange("/etc/c", {QStringLiteral("content")})});
        QCOMPARE(shown(judged(report, {rule}, web, today)), (QByteArrayList{"/etc/b", "/etc/c"}));
    }

    void isForItsGroupsOnly()
    {
        IgnoreRule rule = ruleFor("/etc/motd");
        rule.groups = QStringList{QStringLiteral("api"), web};
        const DriftReport report = reportOf({fileChange("/etc/motd")});
        QCOMPARE(judged(report, {rule}, web, today).hidden.size(), 1);
        QCOMPARE(judged(report, {rule}, QStringLiteral("edge"), today), report);
    }

    void hidesUntilTheEndOfItsDay()
    {
        IgnoreRule rule = ruleFor("/etc/motd");
        rule.until = today;
        const DriftReport report = reportOf({fileChange("/etc/motd"), fileChange("/etc/a")});
        const DriftReport onTheDay = judged(report, {rule}, web, today);
        QCOMPARE(onTheDay.hidden.size(), 1);
        QVERIFY(onTheDay.expired.isEmpty());
        const DriftReport after = judged(report, {rule}, web, today.addDays(1));
        QCOMPARE(after.differences, report.differences);
        QVERIFY(after.hidden.isEmpty());
        QCOMPARE(after.expired, (QList<ExpiredRule>{{rule, 1}}));
    }

    /// Also when it would hide nothing: somebody should take it out.
    void anEndedRuleIsToldWhereItIsFor()
    {
        IgnoreRule rule = ruleFor("/etc/nothing");
        rule.until = today.addDays(-1);
        rule.groups = QStringList{web};
        QCOMPARE(judged(reportOf({}), {rule}, web, today).expired, (QList<ExpiredRule>{{rule, 0}}));
        QVERIFY(judged(reportOf({}), {rule}, QStringLiteral("api"), today).expired.isEmpty());
    }

    void anotherRuleMayStillHideIt()
    {
        IgnoreRule over = ruleFor("/etc/motd");
        over.until = today.addDays(-1);
        const DriftReport after = judged(reportOf({fileChange("/etc/motd")}), {over, ruleFor("/etc/*")}, web, today);
        QCOMPARE(after.hidden.first().rule, ruleFor("/etc/*"));
        QCOMPARE(after.expired.first().count, 0);
    }

    void ownRulesComeBeforeThoseOfPacks()
    {
        DriftRules rules;
        rules.packs = QStringList{QStringLiteral("logrotate")};
        rules.ignore = {ruleFor("/var/lib/logrotate/*")};
        const QList<IgnoreRule> all = ignoreRules(rules);
        QCOMPARE(all.first(), rules.ignore.first());
        QVERIFY(all.size() > 1);
        const DriftReport after = judged(reportOf({fileChange("/var/lib/logrotate/x")}), all, web, today);
        QCOMPARE(after.hidden.first().rule.pack, QString());
        QVERIFY(ignoreRules({}).isEmpty()); // no pack unless it is named
    }

    void rulesAreSummedOverNodes()
    {
        IgnoreRule over = ruleFor("/etc/a");
        over.until = today.addDays(-1);
        const QList<IgnoreRule> rules{ruleFor("/etc/m*"), ruleFor("/opt/*"), over};
        const DriftReport one = judged(reportOf({fileChange("/etc/motd"), fileChange("/etc/a")}), rules, web, today);
        const DriftReport two =
            judged(reportOf({fileChange("/opt/x"), fileChange("/opt/y"), fileChange("/etc/motd")}), rules, web, today);
        const DriftReport three = judged(reportOf({fileChange("/opt/x")}), rules, web, today);
        QCOMPARE(hiddenByRule({one, two, three}), (QList<RuleCount>{{rules[1], 3}, {rules[0], 2}}));
        QCOMPARE(expiredRules({one, two, three}), (QList<ExpiredRule>{{over, 1}}));
    }

    /// Whatever the rules are: nothing is lost, nothing comes, and what was not seen stays not seen.
    void shownAndHiddenAreWhatWasThere()
    {
        const QList<const char*> patterns{"/etc/**", "/etc/*", "**/motd", "/a", "**.conf", "/var/**/x"};
        const QList<const char*> paths{"/etc/motd", "/a", "/etc/a/b.conf", "/var/x", "/var/a/b/x", "/opt"};
        qsizetype hidden = 0;
        for (quint32 seed = 0; seed < 400; ++seed) {
            Dice dice(seed);
            DriftReport before = dice.drift();
            before.hidden.clear();
            before.expired.clear();
            for (int i = dice.number(20); i > 0; --i)
                before.differences.append(fileChange(paths.at(dice.number(int(paths.size())))));
            QList<IgnoreRule> rules;
            for (int i = dice.number(5); i > 0; --i) {
                IgnoreRule rule = ruleFor(patterns.at(dice.number(int(patterns.size()))));
                rule.until = dice.day();
                if (dice.coin())
                    rule.groups = QStringList{dice.coin() ? web : QStringLiteral("api")};
                rules.append(rule);
            }
            const DriftReport after = judged(before, rules, web, today);
            QList<Difference> all = after.differences;
            for (const HiddenDifference& one : after.hidden) {
                QVERIFY(rules.contains(one.rule));
                all.append(one.difference);
            }
            QVERIFY(std::ranges::is_permutation(all, before.differences));
            QCOMPARE(after.unseen, before.unseen);
            QCOMPARE(after.leftOut, before.leftOut);
            hidden += after.hidden.size();
        }
        QVERIFY(hidden > 100);
    }
};

QTEST_APPLESS_MAIN(TestJudged)
#include "tst_judged.moc"
