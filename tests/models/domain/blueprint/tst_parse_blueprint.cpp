// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/domain/blueprint/problems_after.h"

#include <QTest>

using namespace snowmelt;
using snowmelt::test::problemsAfter;
using snowmelt::test::problemText;

namespace {

const char* const shop = R"(snowmelt: 1
name: shop
platform: {kind: podman}
images:
  os/debian-12: {versions: {12.1: recipes/os.yaml}}
  foundation/haproxy: {versions: {1: recipes/haproxy.yaml}}
  foundation/postgresql: {versions: {1: recipes/pg.yaml}}
  shop: {versions: {1.0.0: recipes/shop-1.0.0.yaml, 1.1.0: recipes/shop-1.1.0.yaml}}
balancers:
  edge: {driver: haproxy, image: foundation/haproxy@1, listen: 8080, serves: [web]}
groups:
  web: {image: shop@1.0.0, size: 3, port: 8080, health: {path: /healthz}, uses: [orders]}
databases:
  orders: {engine: postgresql, image: foundation/postgresql@1, volume: keep, schema: 12}
)";

/// Seed of the mangling: every key that a part may have.
const char* const everyKey = R"(
  copy: {engine: postgresql, image: foundation/postgresql@1, replica-of: orders, zones: [a, b]}
caches:
  sessions: {engine: redis, image: shop@1.0.0, port: 6379, zone: a}
prices: {currency: EUR, node-hour: 0.5}
drift:
  packs: [nginx]
  ignore: [{section: files, match: /etc/motd, field: content, reason: ours, until: 2027-01-31, groups: [web]}]
)";

} // namespace

class TestParseBlueprint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeShop()
    {
        const auto parsed = parseBlueprint(shop, QStringLiteral("/x/shop.yaml"));
        QCOMPARE(problemText(parsed.problems), QString());
        const Blueprint& blueprint = parsed.value;
        QCOMPARE(blueprint.name, QStringLiteral("shop"));
        QCOMPARE(blueprint.folder(), QStringLiteral("/x"));
        QCOMPARE(blueprint.platform.kind, QStringLiteral("podman"));
        QCOMPARE(blueprint.images.size(), 5);
        QCOMPARE(blueprint.versionsOf(QStringLiteral("shop")),
                 (QStringList{QStringLiteral("1.0.0"), QStringLiteral("1.1.0")}));
        QCOMPARE(blueprint.balancerOf(QStringLiteral("web"))->name, QStringLiteral("edge"));
        QCOMPARE(blueprint.findGroup(QStringLiteral("web"))->size, 3);
        QCOMPARE(blueprint.findGroup(QStringLiteral("web"))->uses, QStringList{QStringLiteral("orders")});
        QCOMPARE(blueprint.findDatabase(QStringLiteral("orders"))->schema, 12);
        QCOMPARE(blueprint.findImage({QStringLiteral("os/debian-12"), QStringLiteral("12.1")})->recipe,
                 QStringLiteral("recipes/os.yaml"));
    }

    void prices_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<double>("perNodeHour");
        QTest::newRow("won") << QByteArray("prices: {currency: \"₩\", node-hour: 310}\n") << QStringLiteral("₩")
                             << 310.0;
        QTest::newRow("code") << QByteArray("prices: {currency: EUR, node-hour: 0.042}\n") << QStringLiteral("EUR")
                              << 0.042;
        QTest::newRow("mixed") << QByteArray("prices: {currency: Fr., node-hour: 0}\n") << QStringLiteral("Fr.") << 0.0;
        QTest::newRow("not said") << QByteArray() << QString() << 0.0;
        QTest::newRow("nothing") << QByteArray("prices:\n") << QString() << 0.0;
    }
    void prices()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, currency);
        QFETCH(double, perNodeHour);
        const auto parsed = parseBlueprint(QByteArray(QByteArray(shop) + text), {});
        QCOMPARE(problemText(parsed.problems), QString());
        QCOMPARE(parsed.value.prices, (Prices{currency, perNodeHour}));
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* from, const char* to, const char* expected) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(expected);
        };
        row("future version", "snowmelt: 1", "snowmelt: 2\nfoo: 3", "1:11 futureVersion 2|1");
        row("version is text", "snowmelt: 1", "snowmelt: one", "1:11 wrongType snowmelt|a whole number");
        row("no version", "snowmelt: 1\n", "", "1:1 missingKey snowmelt");
        row("unknown key with a guess", "groups:", "gruops:",
            "10:79 unknownReference serves|web|\n"
            "11:1 unknownKey gruops|snowmelt, name, platform, images, balancers, groups, databases, caches, "
            "prices, drift|groups");
        row("unknown key in a group", "size: 3", "sise: 3",
            "12:8 missingKey size\n12:28 unknownKey sise|image, size, port, health, uses, zone, zones, hosts|size");
        row("bad name", "name: shop", "name: Shop!", "2:7 badName Shop!");
        row("name with a line end", "name: shop", "name: \"shop\\n\"", "2:7 badName shop");
        row("name as list", "name: shop", "name: [shop]", "2:7 wrongType name|text");
        row("platform", "podman", "podmann", "3:18 badValue kind|podmann|podman, simulation, ssh");
        row("platform missing", "platform: {kind: podman}\n", "", "1:1 missingKey platform");
        row("image of a group", "image: shop@1.0.0", "image: shop@1.0.1",
            "12:16 unknownReference image|shop@1.0.1|shop@1.0.0");
        row("image without version", "image: shop@1.0.0", "image: shop", "12:16 badValue image|shop|NAME@VERSION");
        row("dangling group", "serves: [web]", "serves: [wep]", "10:79 unknownReference serves|wep|web");
        row("dangling database", "uses: [orders]", "uses: [order]", "12:82 unknownReference uses|order|orders");
        row("size zero", "size: 3", "size: 0", "12:34 outOfRange size|0|1|100");
        row("absurd size", "size: 3", "size: 100000", "12:34 outOfRange size|100000|1|100");
        row("more than an int", "size: 3", "size: 99999999999999999999", "12:34 wrongType size|a whole number");
        row("size as text", "size: 3", "size: three", "12:34 wrongType size|a whole number");
        row("size as list", "size: 3", "size: [3]", "12:34 wrongType size|a whole number");
        row("port", "listen: 8080", "listen: 70000", "10:64 outOfRange listen|70000|1|65535");
        row("health path", "/healthz", "healthz", "12:64 badValue path|healthz|a URL path such as /healthz");
        row("health path with a newline", "/healthz", "\"/a\\nb\"",
            "12:64 badValue path|/a\nb|a URL path such as /healthz");
        row("recipe above", "recipes/os.yaml", "../os.yaml", "5:35 pathEscapes ../os.yaml");
        row("recipe absolute", "recipes/os.yaml", "/etc/os.yaml", "5:35 pathEscapes /etc/os.yaml");
        row("recipe hidden above", "recipes/os.yaml", "a/../../os.yaml", "5:35 pathEscapes a/../../os.yaml");
        row("recipe empty", "12.1: recipes/os.yaml", "12.1: ", "5:29 wrongType 12.1|text");
        row("database called like a node", "  orders: {engine", "  web-1: {engine",
            "12:82 unknownReference uses|orders|\n14:3 duplicateName web-1|web");
        row("same name twice", "  orders: {engine", "  web: {engine",
            "12:82 unknownReference uses|orders|\n14:3 duplicateName web|groups");
        row("driver", "driver: haproxy", "driver: apache", "10:18 badValue driver|apache|haproxy");
        row("currency with digits", "schema: 12}\n", "schema: 12}\nprices: {currency: U$1, node-hour: 3}\n",
            "15:20 badValue currency|U$1|a sign or a code such as € or EUR");
        row("long currency", "schema: 12}\n", "schema: 12}\nprices: {currency: Dollar, node-hour: 3}\n",
            "15:20 badValue currency|Dollar|a sign or a code such as € or EUR");
        row("currency as list", "schema: 12}\n", "schema: 12}\nprices: {currency: [€], node-hour: 3}\n",
            "15:20 wrongType currency|text");
        row("no currency", "schema: 12}\n", "schema: 12}\nprices: {node-hour: 3}\n", "15:9 missingKey currency");
        row("no price", "schema: 12}\n", "schema: 12}\nprices: {currency: €}\n", "15:9 missingKey node-hour");
        row("negative price", "schema: 12}\n", "schema: 12}\nprices: {currency: €, node-hour: -0.5}\n",
            "15:34 outOfRange node-hour|-0.5|0|1000000000");
        row("absurd price", "schema: 12}\n", "schema: 12}\nprices: {currency: €, node-hour: 1000000001}\n",
            "15:34 outOfRange node-hour|1000000001|0|1000000000");
        row("price in words", "schema: 12}\n", "schema: 12}\nprices: {currency: €, node-hour: free}\n",
            "15:34 wrongType node-hour|a number");
        row("price with a comma", "schema: 12}\n", "schema: 12}\nprices: {currency: €, node-hour: \"0,5\"}\n",
            "15:34 wrongType node-hour|a number");
        row("price not finite", "schema: 12}\n", "schema: 12}\nprices: {currency: €, node-hour: inf}\n",
            "15:34 wrongType node-hour|a number");
        row("price key with a guess", "schema: 12}\n", "schema: 12}\nprices: {currency: €, node-huor: 3}\n",
            "15:9 missingKey node-hour\n15:23 unknownKey node-huor|currency, node-hour|node-hour");
        row("price as number", "schema: 12}\n", "schema: 12}\nprices: 3\n", "15:9 wrongType prices|a mapping");
        row("a database twice", "uses: [orders]", "uses: [orders, orders]", "12:90 badValue uses|orders|each one once");
    }
    void problems()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, expected);
        QCOMPARE(problemsAfter(shop, from, to), expected);
    }

    void everyProblemAtOnce()
    {
        const QString text = problemText(parseBlueprint("snowmelt: 1\nname: A\nfoo: 1\n", {}).problems);
        QCOMPARE(text,
                 QStringLiteral("1:1 missingKey platform\n2:7 badName A\n3:1 unknownKey foo|snowmelt, name, platform, "
                                "images, balancers, groups, databases, caches, prices, drift|"));
    }

    void notAMapping_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("list") << QByteArray("[1, 2]");
        QTest::newRow("scalar") << QByteArray("shop");
    }
    void notAMapping()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(problemText(parseBlueprint(text, {}).problems), QStringLiteral("1:1 wrongType blueprint|a mapping"));
    }

    void simulatedGroupsMayBeLarge()
    {
        QByteArray text = QByteArray(shop).replace("podman", "simulation").replace("size: 3", "size: 100000");
        QVERIFY(parseBlueprint(text, {}).ok());
    }

    /// Whatever bytes come, the answer is a value or problems with places inside the text.
    void mangledTextNeverCrashes()
    {
        const QByteArray bytes("{}[]:,-&*!|>'\"%@`#\n \t\xff\x00z0", 26);
        quint32 seed = 1;
        const auto next = [&seed] { return seed = seed * 1664525 + 1013904223; };
        for (int round = 0; round < 3000; ++round) {
            QByteArray text = QByteArray(shop).replace("serves: [web]", "serves: [web, sessions], pair: edge, zone: b");
            text.chop(1);
            text += everyKey;
            for (int i = 0; i < 3; ++i)
                text[static_cast<qsizetype>(next() >> 8) % text.size()] =
                    bytes[static_cast<qsizetype>(next() >> 8) % bytes.size()];
            for (const Problem& problem : parseBlueprint(text, {}).problems) {
                QVERIFY(problem.line >= 1 && problem.line <= text.count('\n') + 1);
                QVERIFY(problem.column >= 1);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestParseBlueprint)
#include "tst_parse_blueprint.moc"
