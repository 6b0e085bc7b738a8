// SPDX-License-Identifier: GPL-3.0-or-later
// Balancers in chains and pairs, caches, replicas, zones: what a blueprint may say of how a fleet hangs together.
#include "models/domain/blueprint/parse_blueprint.h"
#include "models/domain/blueprint/unsupported.h"
#include "tests/support/problem_text.h"

#include <QTest>

using namespace snowmelt;
using snowmelt::test::problemText;

namespace {

const char* const market = R"(snowmelt: 1
name: market
platform: {kind: simulation}
images:
  any: {versions: {1: recipes/any.yaml}}
balancers:
  front: {driver: haproxy, image: any@1, listen: 80, serves: [inner, hot], pair: front-b, zone: a}
  front-b: {driver: haproxy, image: any@1, listen: 81, serves: [inner], zone: b}
  inner: {driver: haproxy, image: any@1, listen: 82, serves: [web, api]}
groups:
  web: {image: any@1, size: 3, port: 80, uses: [orders, sessions], zones: [a, b]}
  api: {image: any@1, size: 2, port: 80, uses: [orders, people]}
caches:
  sessions: {engine: redis, image: any@1, port: 6379, zone: a}
  hot: {engine: varnish, image: any@1}
databases:
  orders: {engine: postgresql, image: any@1, zone: a}
  people: {engine: postgresql, image: any@1}
  orders-copy: {engine: postgresql, image: any@1, replica-of: orders, zone: b}
)";

Blueprint parsed(const QByteArray& text = market)
{
    const auto result = parseBlueprint(text, {});
    if (!result.ok())
        qFatal("%s", qPrintable(problemText(result.problems)));
    return result.value;
}

QString unsupportedKeys(const QByteArray& text)
{
    QStringList keys;
    for (const UnsupportedPart& part : unsupportedParts(parsed(text)))
        keys << part.key;
    return keys.join(QStringLiteral(" | "));
}

} // namespace

class TestTopology : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsRead()
    {
        const Blueprint blueprint = parsed();
        QCOMPARE(blueprint.findBalancer(u"front"_qs)->serves, (QStringList{u"inner"_qs, u"hot"_qs}));
        QCOMPARE(blueprint.findBalancer(u"front"_qs)->zones, QStringList{u"a"_qs});
        QCOMPARE(blueprint.findGroup(u"web"_qs)->uses, (QStringList{u"orders"_qs, u"sessions"_qs}));
        QCOMPARE(blueprint.findGroup(u"web"_qs)->zones, (QStringList{u"a"_qs, u"b"_qs}));
        QCOMPARE(*blueprint.findCache(u"sessions"_qs),
                 (Cache{u"sessions"_qs, u"redis"_qs, {u"any"_qs, u"1"_qs}, 6379, {u"a"_qs}}));
        QCOMPARE(blueprint.findCache(u"hot"_qs)->port, 0);
        QCOMPARE(blueprint.findDatabase(u"orders-copy"_qs)->replicaOf, u"orders"_qs);
        QCOMPARE(blueprint.findDatabase(u"orders"_qs)->replicaOf, QString());
    }

    void aPairIsKnownToBoth()
    {
        const Blueprint blueprint = parsed();
        QCOMPARE(blueprint.findBalancer(u"front"_qs)->pair, u"front-b"_qs);
        QCOMPARE(blueprint.findBalancer(u"front-b"_qs)->pair, u"front"_qs);
        QCOMPARE(blueprint.findBalancer(u"inner"_qs)->pair, QString());
        QVERIFY(
            parseBlueprint(QByteArray(market).replace("serves: [inner],", "serves: [inner], pair: front,"), {}).ok());
    }

    void theBalancerOfAGroupIsTheOneInFrontOfIt()
    {
        QCOMPARE(parsed().balancerOf(u"web"_qs)->name, u"inner"_qs);
        const Blueprint two = parsed(QByteArray(market).replace("serves: [inner],", "serves: [inner, web],"));
        QCOMPARE(two.balancerOf(u"web"_qs)->name, u"front-b"_qs);
    }

    /// No host is called like a zone.
    void aZoneIsAnyVisibleText()
    {
        const QString longest(200, QChar(0xAC00));
        QByteArray text = QByteArray(market).replace("zones: [a, b]", "zones: [서울 가산, 'B! <2>', LONG]");
        const Blueprint blueprint = parsed(QByteArray(text).replace("LONG", longest.toUtf8()));
        QCOMPARE(blueprint.findGroup(u"web"_qs)->zones, (QStringList{u"서울 가산"_qs, u"B! <2>"_qs, longest}));
        const auto tooLong = parseBlueprint(text.replace("LONG", QByteArray(longest.toUtf8() + "x")), {}).problems;
        QCOMPARE(tooLong.size(), 1);
        QCOMPARE(tooLong.first().code, ProblemCode::BadValue);
        QCOMPARE(tooLong.first().args.value(1).size(), 80);
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* from, const char* to, const char* expected) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(expected);
        };
        row("serves nothing known", "[inner, hot]", "[innar, hot]", "7:63 unknownReference serves|innar|inner");
        row("serves a database", "[inner, hot]", "[orders]", "7:63 unknownReference serves|orders|");
        row("serves one twice", "[inner, hot]", "[inner, hot, inner]", "7:75 badValue serves|inner|each one once");
        row("uses a balancer", "uses: [orders, people]", "uses: [front]", "12:49 unknownReference uses|front|");
        row("balancers in a ring", "serves: [web, api]", "serves: [web, api, front-b]",
            "8:65 badValue serves|inner → front-b → inner|no way back to itself");
        row("a balancer before itself", "serves: [web, api]", "serves: [inner]",
            "9:63 badValue serves|inner → inner|no way back to itself");
        row("pair of nobody", "pair: front-b", "pair: front-c", "7:82 unknownReference pair|front-c|front-b");
        row("pair with itself", "pair: front-b", "pair: front",
            "7:82 badValue pair|front|another balancer, in no other pair");
        row("pair of three", "serves: [web, api]}", "serves: [web, api], pair: front}",
            "9:80 badValue pair|front|another balancer, in no other pair");
        row("replica of nobody", "replica-of: orders", "replica-of: order",
            "19:63 unknownReference replica-of|order|orders");
        row("replica of itself", "replica-of: orders", "replica-of: orders-copy",
            "19:63 badValue replica-of|orders-copy → orders-copy|no way back to itself");
        row("replica of a list", "replica-of: orders", "replica-of: [orders]", "19:63 wrongType replica-of|text");
        row("cache engine", "engine: redis", "engine: redys",
            "14:22 badValue engine|redys|redis, valkey, memcached, varnish");
        row("cache without image", "engine: varnish, image: any@1", "engine: varnish", "15:8 missingKey image");
        row("cache called like a node",
            "  hot:", "  web-7:", "7:70 unknownReference serves|hot|\n15:3 duplicateName web-7|web");
        row("zone and zones", "zones: [a, b]", "zone: a, zones: [a, b]",
            "11:84 badValue zones|zone|either zone or zones");
        row("a zone twice", "zones: [a, b]", "zones: [a, a]", "11:75 badValue zones|a|each one once");
        row("a zone without a name", "zones: [a, b]", "zones: [a, '']",
            "11:79 badValue zones||visible text of at most 200 characters");
        row("a zone that cannot be seen", "zones: [a, b]", "zones: [a, \"b\\x07\"]",
            "11:79 badValue zones|b\\x07|visible text of at most 200 characters");
        row("zones as text", "zones: [a, b]", "zones: a", "11:75 wrongType zones|a list");
    }
    void problems()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, expected);
        const QByteArray text = QByteArray(market).replace(from, to);
        QVERIFY(text != market);
        QCOMPARE(problemText(parseBlueprint(text, {}).problems), expected);
    }

    /// A ring among many, and a chain as long as the text allows, are found without a deep stack.
    void aLongChainIsFollowed()
    {
        QByteArray text = "snowmelt: 1\nname: long\nplatform: {kind: simulation}\n"
                          "images: {any: {versions: {1: r.yaml}}}\nbalancers:\n";
        constexpr int length = 5000;
        for (int i = 0; i < length; ++i)
            text += "  b" + QByteArray::number(i) + ": {driver: haproxy, image: any@1, listen: 80, serves: [b" +
                    QByteArray::number((i + 1) % length) + "]}\n";
        const QList<Problem> problems = parseBlueprint(text, {}).problems;
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().line, 5 + length);
        QCOMPARE(problems.first().args[1].count(u'→'), length);
    }

    void whatNoPlatformMakes()
    {
        QCOMPARE(unsupportedKeys(market),
                 u"balancers.front.serves: inner | balancers.front.serves: hot | balancers.front.pair | "
                 "balancers.front-b.serves: inner | balancers.front-b.pair | groups.web.uses: sessions | "
                 "groups.api.uses: people | databases.orders-copy.replica-of | caches.sessions | caches.hot"_qs);
        const std::optional<Error> error = unsupported(parsed());
        QCOMPARE(error->code, ErrorCode::Unsupported);
        QCOMPARE(error->args, (QStringList{u"balancers.front.serves: inner"_qs, u"simulation"_qs}));
        QCOMPARE(error->detail.count(u'\n'), 9);
    }

    void oneMachineIsInOneZone()
    {
        QByteArray text = "snowmelt: 1\nname: z\nplatform: {kind: podman}\nimages: {any: {versions: {1: r.yaml}}}\n"
                          "groups:\n  web: {image: any@1, size: 1, port: 80, zone: a}\n"
                          "databases:\n  orders: {engine: postgresql, image: any@1, zone: a}\n";
        QCOMPARE(unsupportedKeys(text), QString());
        QVERIFY(!unsupported(parsed(text)));
        text.replace("image: any@1, zone: a}", "image: any@1, zone: b}");
        QCOMPARE(unsupportedKeys(text), u"databases.orders.zones: b"_qs);
        QCOMPARE(unsupportedKeys(QByteArray(text).replace("podman", "simulation")), QString());
    }

    void aGroupBehindTwo()
    {
        QByteArray text = "snowmelt: 1\nname: z\nplatform: {kind: podman}\nimages: {any: {versions: {1: r.yaml}}}\n"
                          "balancers:\n  x: {driver: haproxy, image: any@1, listen: 80, serves: [web]}\n"
                          "  y: {driver: haproxy, image: any@1, listen: 81, serves: [web]}\n"
                          "groups:\n  web: {image: any@1, size: 1, port: 80}\n";
        QCOMPARE(unsupportedKeys(text), u"balancers.y.serves: web"_qs);
    }
};

QTEST_GUILESS_MAIN(TestTopology)
#include "tst_topology.moc"
