// SPDX-License-Identifier: GPL-3.0-or-later
// Blueprints of hosts that are there already.
#include "models/domain/blueprint/unsupported.h"
#include "tests/models/domain/blueprint/problems_after.h"

#include <QTest>

using namespace snowmelt;
using snowmelt::test::problemsAfter;
using snowmelt::test::problemText;

namespace {

const char* const farm = R"(snowmelt: 1
name: farm
platform: {kind: ssh, user: deploy, ssh-config: ops/ssh_config}
balancers:
  edge: {driver: haproxy, hosts: [lb1], listen: 8080, serves: [web]}
groups:
  web: {hosts: ["web[01-03].example.org", Web41], port: 8080, uses: [orders, sessions]}
caches:
  sessions: {engine: redis, hosts: ["2001:db8::7"]}
databases:
  orders: {engine: postgresql, hosts: [db1.example.org], schema: 12}
)";

} // namespace

class TestExistingHosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeFarm()
    {
        const auto parsed = parseBlueprint(farm, QStringLiteral("/x/farm.yaml"));
        QCOMPARE(problemText(parsed.problems), QString());
        const Blueprint& blueprint = parsed.value;
        QCOMPARE(blueprint.platform, (PlatformSpec{u"ssh"_qs, u"deploy"_qs, u"ops/ssh_config"_qs}));
        const Group& web = *blueprint.findGroup(u"web"_qs);
        QCOMPARE(web.hosts,
                 (QStringList{u"web01.example.org"_qs, u"web02.example.org"_qs, u"web03.example.org"_qs, u"Web41"_qs}));
        QCOMPARE(web.size, 4);
        QVERIFY(web.image.isNull());
        QCOMPARE(blueprint.findBalancer(u"edge"_qs)->hosts, QStringList{u"lb1"_qs});
        QCOMPARE(blueprint.findDatabase(u"orders"_qs)->hosts, QStringList{u"db1.example.org"_qs});
        QCOMPARE(blueprint.findCache(u"sessions"_qs)->hosts, QStringList{u"2001:db8::7"_qs});
        QVERIFY(!unsupported(blueprint));
    }

    void userAndConfigurationMayBeLeftOut()
    {
        const QByteArray text = QByteArray(farm).replace(", user: deploy, ssh-config: ops/ssh_config", "");
        QCOMPARE(parseBlueprint(text, {}).value.platform, PlatformSpec{u"ssh"_qs});
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* from, const char* to, const char* expected) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(expected);
        };
        const char* const range = "\"web[01-03].example.org\"";
        row("no hosts", ", hosts: [lb1]", "", "5:9 missingKey hosts");
        row("none", "[lb1]", "[]", "5:34 badValue hosts|[]|at least one name");
        row("no list", "[lb1]", "lb1", "5:34 wrongType hosts|a list");
        row("a list of lists", "[lb1]", "[[lb1]]", "5:35 wrongType hosts|a list of text");
        row("two for a balancer", "[lb1]", "[lb1, lb2]", "5:34 badValue hosts|2|one machine");
        row("two for a database", "[db1.example.org]", "[\"db[1-2]\"]", "11:39 badValue hosts|2|one machine");
        row("size", "port: 8080,", "port: 8080, size: 3,", "7:63 notOnPlatform size|ssh");
        row("image", "port: 8080,", "image: a@1, port: 8080,", "7:51 notOnPlatform image|ssh");
        row("images", "balancers:", "images: {a: {versions: {1: a.yaml}}}\nbalancers:", "4:1 notOnPlatform images|ssh");
        row("volume", "schema: 12", "volume: keep", "11:58 notOnPlatform volume|ssh");
        row("twice in a part", "Web41", "web02.example.org", "7:43 badValue hosts|web02.example.org|each one once");
        row("twice but for its case", "Web41", "WEB02.example.org",
            "7:43 badValue hosts|WEB02.example.org|each one once");
        row("in two parts", "db1.example.org", "web01.example.org", "11:40 duplicateName web01.example.org|web");
        row("called like a part", "Web41", "orders", "7:43 duplicateName orders|databases");
        row("called like its own group", "Web41", "web", "7:43 duplicateName web|groups");
        row("a range that is not closed", range, "\"web[01-\"", "7:17 badValue hosts|web[01-|as many [ as ]");
        row("backwards", range, "\"web[3-1]\"", "7:17 badValue hosts|web[3-1]|a range that counts upwards");
        row("padding", range, "\"web[01-100]\"",
            "7:17 badValue hosts|web[01-100]|both ends of a range with as many digits, such as [01-40]");
        row("too many", range, "\"web[1-10000]\"", "7:17 badValue hosts|web[1-10000]|at most 10000 hosts");
        row("too many in all", "Web41", "\"n[1-9997]\"", "7:43 badValue hosts|n[1-9997]|at most 10000 hosts");
        row("an option", "Web41", "-oProxyCommand=x", "7:43 badValue hosts|-oProxyCommand=x|a host name or an address");
        row("a user", "Web41", "root@web41", "7:43 badValue hosts|root@web41|a host name or an address");
        row("empty", "Web41", "\"\"", "7:43 badValue hosts||a host name or an address");
        row("user", "user: deploy", "user: -l", "3:29 badValue user|-l|a user name");
        row("user with a blank", "user: deploy", "user: a b", "3:29 badValue user|a b|a user name");
        row("configuration elsewhere", "ops/ssh_config", "../ssh_config", "3:49 pathEscapes ../ssh_config");
        row("configuration as list", "ops/ssh_config", "[a]", "3:49 wrongType ssh-config|text");
        row("user key with a guess", "user:", "usr:", "3:23 unknownKey usr|kind, user, ssh-config|user");
    }
    void problems()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, expected);
        QCOMPARE(problemsAfter(farm, from, to), expected);
    }

    void hostsAreOfThisPlatformOnly()
    {
        const QByteArray text = "snowmelt: 1\nname: a\nplatform: {kind: podman, user: b}\n"
                                "images: {a: {versions: {1: a.yaml}}}\n"
                                "groups:\n  web: {image: a@1, size: 1, port: 80, hosts: [c]}\n";
        QCOMPARE(problemText(parseBlueprint(text, {}).problems),
                 u"3:26 notOnPlatform user|podman\n6:40 notOnPlatform hosts|podman"_qs);
    }

    void tenThousandHosts()
    {
        const QByteArray text = "snowmelt: 1\nname: a\nplatform: {kind: ssh}\n"
                                "groups: {web: {hosts: [\"n[0000-9999]\"], port: 80}}\n";
        const auto parsed = parseBlueprint(text, {});
        QCOMPARE(problemText(parsed.problems), QString());
        QCOMPARE(parsed.value.groups.first().hosts.size(), 10'000);
        QCOMPARE(parsed.value.groups.first().hosts.last(), u"n9999"_qs);
    }
};

QTEST_APPLESS_MAIN(TestExistingHosts)
#include "tst_existing_hosts.moc"
