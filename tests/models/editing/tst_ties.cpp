// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/parse_blueprint.h"
#include "models/editing/revised.h"
#include "models/editing/ties.h"
#include "tests/models/editing/any_blueprint.h"
#include "tests/models/editing/any_layout.h"

#include <QTest>

using namespace snowmelt;
using Why = EditRefusal::Why;

namespace {

QString q(const char* text)
{
    return QString::fromUtf8(text);
}

/// Two balancers that each serve something, a third behind the first; copy follows orders.
const QByteArray fleetText = "snowmelt: 1\nname: shop\nplatform: {kind: podman}\n"
                             "images:\n  shop: {versions: {1: recipes/shop.yaml}}\n"
                             "balancers:\n"
                             "  edge: {driver: haproxy, image: shop@1, listen: 80, serves: [web, inner]}\n"
                             "  spare: {driver: haproxy, image: shop@1, listen: 81, serves: [web], pair: edge}\n"
                             "  inner: {driver: haproxy, image: shop@1, listen: 82, serves: [jobs]}\n"
                             "groups:\n"
                             "  web: {image: shop@1, size: 3, port: 8080, uses: [orders]}\n"
                             "  jobs: {image: shop@1, size: 1, port: 8081}\n"
                             "caches:\n  sessions: {engine: redis, image: shop@1}\n"
                             "databases:\n"
                             "  orders: {engine: postgresql, image: shop@1}\n"
                             "  copy: {engine: postgresql, image: shop@1, replica-of: orders}\n";

Blueprint fleet()
{
    return parseBlueprint(fleetText, q("/fleets/shop.yaml")).value;
}

/// "edge: serves pairs" for what can be made, "web: 3" for why not.
QStringList targetsFrom(const char* from)
{
    static const QStringList names{q("serves"), q("uses"), q("follows"), q("pairs")};
    QStringList lines;
    const QList<TieTarget> targets = tieTargets(fleet(), q(from));
    for (const TieTarget& each : targets) {
        QStringList ways;
        for (const Connect& way : each.ways)
            ways += names.at(int(way.tie));
        if (each.refusal)
            ways += QString::number(int(each.refusal->why));
        lines += each.part + u": " + ways.join(u' ');
    }
    return lines;
}

QString no(const char* part, Why why)
{
    return q(part) + u": " + QString::number(int(why));
}

bool isValidAfter(const Blueprint& blueprint, const Connect& edit)
{
    const Blueprint meant = revised(blueprint, edit);
    const Parsed<Blueprint> read = parseBlueprint(AnyLayout::plain(meant), meant.path);
    return read.ok() && read.value == meant;
}

} // namespace

/// Which parts may be connected, and why others may not.
class TestTies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachPartHasItsTargets();
    void theReasonNamesWhatIsInTheWay();
    void theDialogOffersTheSame();
    void thePartsThemselvesAreNoTargets();
    void theParserAgrees();
};

void TestTies::eachPartHasItsTargets()
{
    QVERIFY(!fleet().databases.isEmpty());
    QCOMPARE(targetsFrom("edge"), (QStringList{q("spare: serves"), no("inner", Why::NothingToDo),
                                               no("web", Why::NothingToDo), q("jobs: serves"), q("sessions: serves"),
                                               no("orders", Why::NotPossible), no("copy", Why::NotPossible)}));
    QCOMPARE(targetsFrom("inner"),
             (QStringList{no("edge", Why::Circle), q("spare: serves"), q("web: serves"), no("jobs", Why::NothingToDo),
                          q("sessions: serves"), no("orders", Why::NotPossible), no("copy", Why::NotPossible)}));
    QCOMPARE(targetsFrom("web"), (QStringList{no("edge", Why::NotPossible), no("spare", Why::NotPossible),
                                              no("inner", Why::NotPossible), no("jobs", Why::NotPossible),
                                              q("sessions: uses"), no("orders", Why::NothingToDo), q("copy: uses")}));
    QCOMPARE(targetsFrom("orders").last(), no("copy", Why::Circle));
    QCOMPARE(targetsFrom("copy").last(), no("orders", Why::NothingToDo));
    for (const QString& line : targetsFrom("sessions"))
        QVERIFY(line.endsWith(QString::number(int(Why::NotPossible))));
    QVERIFY(targetsFrom("nobody").isEmpty());
}

void TestTies::theReasonNamesWhatIsInTheWay()
{
    const auto why = [](Tie tie, const char* from, const char* to) {
        return whyNotTie(fleet(), {tie, q(from), q(to)}).value_or(EditRefusal());
    };
    QCOMPARE(why(Tie::Serves, "inner", "edge"), (EditRefusal{Why::Circle, {q("inner"), q("edge")}}));
    QCOMPARE(why(Tie::Pairs, "inner", "edge"), (EditRefusal{Why::Paired, {q("edge"), q("spare")}}));
    QCOMPARE(why(Tie::Pairs, "spare", "inner"), (EditRefusal{Why::Paired, {q("spare"), q("edge")}}));
    QCOMPARE(why(Tie::Follows, "orders", "copy"), (EditRefusal{Why::Circle, {q("orders"), q("copy")}}));
    QCOMPARE(why(Tie::Uses, "web", "nobody"), (EditRefusal{Why::NoSuchPart, {q("nobody")}}));
    QCOMPARE(why(Tie::Uses, "orders", "web"), (EditRefusal{Why::NotPossible, {q("orders"), q("web")}}));
    QCOMPARE(why(Tie::Pairs, "edge", "edge"), (EditRefusal{Why::NotPossible, {q("edge"), q("edge")}}));
    QVERIFY(!whyNotTie(fleet(), {Tie::Uses, q("jobs"), q("sessions")}));
}

void TestTies::theDialogOffersTheSame()
{
    QList<Connect> ways;
    for (const TieTarget& each : tieTargets(fleet(), q("inner")))
        ways += each.ways;
    QCOMPARE(possibleTies(fleet(), q("inner")), ways);
    QCOMPARE(ways.size(), 3);
}

void TestTies::thePartsThemselvesAreNoTargets()
{
    for (const char* part : {"edge", "web", "sessions", "orders"})
        for (const TieTarget& each : tieTargets(fleet(), q(part)))
            QVERIFY(each.part != q(part));
}

/// What may be connected makes a valid blueprint, and nothing else would: the parser has the last word, and it is ours.
void TestTies::theParserAgrees()
{
    QRandomGenerator dice(11);
    int legal = 0;
    int circles = 0;
    for (int round = 0; round < 60; ++round) {
        const Blueprint blueprint = AnyBlueprint(dice).roll();
        for (const Balancer& from : blueprint.balancers) {
            for (const TieTarget& to : tieTargets(blueprint, from.name)) {
                for (const Tie tie : {Tie::Serves, Tie::Pairs}) {
                    const Connect edit{tie, from.name, to.part};
                    const auto refusal = whyNotTie(blueprint, edit);
                    const bool known =
                        refusal && (refusal->why == Why::NotPossible || refusal->why == Why::NothingToDo);
                    if (known)
                        continue;
                    QCOMPARE(!refusal, isValidAfter(blueprint, edit));
                    QCOMPARE(!refusal, to.ways.contains(edit));
                    legal += !refusal;
                    circles += refusal && refusal->why == Why::Circle;
                }
            }
        }
        for (const Database& from : blueprint.databases)
            for (const Database& to : blueprint.databases)
                if (const Connect edit{Tie::Follows, from.name, to.name};
                    from.name != to.name && from.replicaOf != to.name)
                    QCOMPARE(!whyNotTie(blueprint, edit), isValidAfter(blueprint, edit));
    }
    QVERIFY(legal > 30);
    QVERIFY(circles > 5);
}

QTEST_GUILESS_MAIN(TestTies)
#include "tst_ties.moc"
