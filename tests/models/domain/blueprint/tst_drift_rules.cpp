// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/parse_blueprint.h"
#include "models/domain/drift/judge/ignore_packs.h"
#include "tests/support/problem_text.h"

#include <QTest>

using namespace snowmelt;
using snowmelt::test::problemText;

namespace {

const QByteArray head = "snowmelt: 1\n"
                        "name: shop\n"
                        "platform: {kind: podman}\n"
                        "images: {any: {versions: {1: any.yaml}}}\n"
                        "groups: {web: {image: any@1, size: 3, port: 8080}}\n"
                        "databases: {orders: {engine: postgresql, image: any@1}}\n";

Parsed<Blueprint> parsed(const QByteArray& drift)
{
    return parseBlueprint(head + drift, QStringLiteral("/x/shop.yaml"));
}

} // namespace

class TestDriftRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKey()
    {
        const auto read = parsed("drift:\n"
                                 "  packs: [logrotate, certbot]\n"
                                 "  ignore:\n"
                                 "    - section: files\n"
                                 "      match: /etc/motd\n"
                                 "      field: content\n"
                                 "      reason: written by the login banner job\n"
                                 "      until: 2027-01-31\n"
                                 "      groups: [web, orders]\n"
                                 "    - {section: kernelSettings, match: net.ipv4.*, reason: tuned by hand}\n");
        QCOMPARE(problemText(read.problems), QString());
        const DriftRules& rules = read.value.drift;
        QCOMPARE(rules.packs, (QStringList{QStringLiteral("logrotate"), QStringLiteral("certbot")}));
        const IgnoreRule motd{DriftSection::Files,       QStringLiteral("/etc/motd"),
                              QStringLiteral("content"), QStringLiteral("written by the login banner job"),
                              QDate(2027, 1, 31),        {QStringLiteral("web"), QStringLiteral("orders")}};
        const IgnoreRule settings{
            DriftSection::KernelSettings, QStringLiteral("net.ipv4.*"), {}, QStringLiteral("tuned by hand")};
        QCOMPARE(rules.ignore, (QList<IgnoreRule>{motd, settings}));
    }

    void nothingIsHiddenUnlessSaid()
    {
        QCOMPARE(parsed("").value.drift, DriftRules());
        QCOMPARE(parsed("drift: {}\n").value.drift, DriftRules());
        QVERIFY(parsed("drift:\n").ok());
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("drift");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* drift, const QString& expected) {
            QTest::newRow(name) << QByteArray(drift) << expected;
        };
        const auto rule = [](const char* name, const char* text, const char* expected) {
            const QByteArray drift = QByteArray("drift:\n  ignore:\n    - {") + text + "}\n";
            QTest::newRow(name) << drift << QString::fromUtf8(expected);
        };
        const QString packs = ignorePacks().join(QStringLiteral(", "));
        row("drift as text", "drift: none\n", QStringLiteral("7:8 wrongType drift|a mapping"));
        row("unknown key", "drift: {pack: [apt]}\n", QStringLiteral("7:9 unknownKey pack|packs, ignore|packs"));
        row("unknown pack", "drift: {packs: [logrotat]}\n",
            QStringLiteral("7:17 unknownChoice packs|logrotat|%1|logrotate").arg(packs));
        row("a pack like none", "drift: {packs: [whatsoever]}\n",
            QStringLiteral("7:17 unknownChoice packs|whatsoever|%1|").arg(packs));
        row("a pack twice", "drift: {packs: [apt, apt]}\n", QStringLiteral("7:22 badValue packs|apt|each one once"));
        row("packs as text", "drift: {packs: apt}\n", QStringLiteral("7:16 wrongType packs|a list"));
        row("a pack as list", "drift: {packs: [[apt]]}\n", QStringLiteral("7:17 wrongType packs|a list of text"));
        row("rules as mapping", "drift: {ignore: {section: files}}\n", QStringLiteral("7:17 wrongType ignore|a list"));
        row("a rule as text", "drift: {ignore: [/etc/motd]}\n", QStringLiteral("7:18 wrongType ignore|a mapping"));
        rule("no section", "match: /a, reason: r", "9:7 missingKey section");
        rule("unknown section", "section: file, match: /a, reason: r, field: mode",
             "9:17 unknownChoice section|file|packages, files, users, groups, sockets, system, kernel, services, "
             "sudoers, schedules, kernelSettings, mounts, certificates, runtimes, staleLibraries|files");
        rule("no pattern", "section: files, reason: r", "9:7 missingKey match");
        rule("no reason", "section: files, match: /a", "9:7 missingKey reason");
        rule("an empty reason", "section: files, match: /a, reason: \"\"",
             "9:43 badValue reason||visible text of at most 200 characters");
        rule("a reason that turns the line", "section: files, match: /a, reason: \"a\\nb\"",
             "9:43 badValue reason|a\\nb|visible text of at most 200 characters");
        for (const char* all : {"\"**\"", "\"/**\"", "\"/*\"", "\"*\"", "\"/**/*\"", "\"***\""}) {
            const QByteArray text = QByteArray("section: files, reason: r, match: ") + all;
            const QByteArray expected =
                "9:42 badValue match|" + QByteArray(all).replace('"', "") + "|a pattern that does not hide everything";
            rule(all, text.constData(), expected.constData());
        }
        rule("every package", "section: packages, reason: r, match: \"*\"",
             "9:45 badValue match|*|a pattern that does not hide everything");
        rule("a path that is none", "section: files, reason: r, match: etc/motd",
             "9:42 badValue match|etc/motd|an absolute path, or a pattern that begins with / or **");
        rule("unknown field", "section: files, match: /a, reason: r, field: contents",
             "9:53 unknownChoice field|contents|type, mode, owner, group, size, content, target|content");
        rule("no such day", "section: files, match: /a, reason: r, until: 2027-02-30",
             "9:53 badValue until|2027-02-30|a day such as 2027-01-31");
        rule("a day in words", "section: files, match: /a, reason: r, until: soon",
             "9:53 badValue until|soon|a day such as 2027-01-31");
        rule("unknown group", "section: files, match: /a, reason: r, groups: [wbe]",
             "9:55 unknownReference groups|wbe|web");
        rule("no group", "section: files, match: /a, reason: r, groups: []",
             "9:54 badValue groups|[]|at least one name");
        rule("groups as text", "section: files, match: /a, reason: r, groups: web", "9:54 wrongType groups|a list");
        rule("unknown key of a rule", "section: files, match: /a, reason: r, untill: 2027-01-31",
             "9:46 unknownKey untill|section, match, field, reason, until, groups|until");
    }
    void problems()
    {
        QFETCH(QByteArray, drift);
        QFETCH(QString, expected);
        QCOMPARE(problemText(parsed(drift).problems), expected);
    }
};

QTEST_APPLESS_MAIN(TestDriftRules)
#include "tst_drift_rules.moc"
