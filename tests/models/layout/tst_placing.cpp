// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/placing.h"

#include "models/layout/layout_fleet.h"
#include "models/layout/walk.h"
#include "tests/models/layout/random_fleets.h"
#include "tests/models/layout/sample_fleets.h"

#include <QTest>

using namespace snowmelt;

namespace {

const DiagramBox& boxOf(const Diagram& diagram, const QString& key)
{
    for (const DiagramBox& box : diagram.boxes)
        if (box.key == key)
            return box;
    qFatal("no box %s", qPrintable(key));
}

Arrangement sampleArrangement()
{
    Arrangement arrangement;
    arrangement.placed = {{u"edge"_qs, {8, 16}}, {u"web:green"_qs, {80, 400}}};
    arrangement.seats = {{u"web"_qs, {0, 0, 240, 300}}, {u"web+2"_qs, {0, 400, 240, 100}}, {u"webby"_qs, {1, 2, 3, 4}}};
    arrangement.fields = {{u"web"_qs, {false, 1, {1, 2, 3}}}};
    arrangement.collapsed = {u"web"_qs};
    return arrangement;
}

} // namespace

/// What a person does to places, as values.
class TestPlacing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPartMovesWithAllItsBoxes()
    {
        const Blueprint blueprint = sample::shop();
        const Diagram sides = layoutFleet(blueprint, sample::swapping(blueprint));
        QCOMPARE(seatsOf(sides, {u"orders"_qs, u"web"_qs}), (QStringList{u"web"_qs, u"web:green"_qs, u"orders"_qs}));
        QCOMPARE(seatsOf(sides, {u"web-1"_qs}), QStringList()); // a node stands where its group is
        QCOMPARE(placeableParts(sides), (QStringList{u"clients"_qs, u"edge"_qs, u"web"_qs, u"orders"_qs}));
    }

    void aZoneMovesItsParts()
    {
        Blueprint blueprint = sample::shop();
        blueprint.groups[0].zones = {u"a"_qs};
        blueprint.databases[0].zones = {u"a"_qs};
        const Diagram diagram = layoutFleet(blueprint, sample::up(blueprint));
        QVERIFY(diagram.indexOf(u"zone:a"_qs) >= 0);
        QCOMPARE(seatsOf(diagram, {u"zone:a"_qs}), (QStringList{u"web"_qs, u"orders"_qs}));
    }

    void whatIsPlacedHasNoSeatAndNoForgottenSides()
    {
        const Arrangement moved = withPlaced(sampleArrangement(), {{u"web"_qs, {48, 56}}});
        QCOMPARE(moved.placed, (Places{{u"edge"_qs, {8, 16}}, {u"web"_qs, {48, 56}}}));
        QVERIFY(!moved.seats.contains(u"web"_qs));
        QCOMPARE(moved.fields, sampleArrangement().fields);
        const Arrangement both = withPlaced(sampleArrangement(), {{u"web"_qs, {0, 0}}, {u"web:green"_qs, {0, 320}}});
        QCOMPARE(both.placed[u"web:green"_qs], QPointF(0, 320));
    }

    void aNewNameTakesEverythingAlong()
    {
        const Arrangement after = withRenamed(sampleArrangement(), u"web"_qs, u"front"_qs);
        QCOMPARE(after.placed, (Places{{u"edge"_qs, {8, 16}}, {u"front:green"_qs, {80, 400}}}));
        QCOMPARE(after.seats.keys(), (QStringList{u"front"_qs, u"front+2"_qs, u"webby"_qs}));
        QCOMPARE(after.fields.keys(), QStringList{u"front"_qs});
        QCOMPARE(after.collapsed, QSet<QString>{u"front"_qs});
        QCOMPARE(withRenamed(after, u"front"_qs, u"web"_qs), sampleArrangement());
    }

    void aChangeIsTakenBackWhateverElseHappened()
    {
        const Arrangement before = sampleArrangement();
        const Arrangement moved = withPlaced(before, {{u"web"_qs, {48, 56}}});
        const PlaceChange change(before, moved);
        QCOMPARE(change.doneTo(before), moved);
        QCOMPARE(change.undoneIn(moved), before);
        Arrangement later = moved;
        later.seats.insert(u"api"_qs, {500, 0, 10, 10});
        later.collapsed.clear();
        Arrangement undone = change.undoneIn(later);
        QCOMPARE(undone.seats.take(u"api"_qs), QRectF(500, 0, 10, 10));
        QVERIFY(undone.collapsed.isEmpty());
        undone.collapsed = before.collapsed;
        QCOMPARE(undone, before);
        QVERIFY(PlaceChange(before, before).isEmpty());
    }

    void twoChangesAreOne()
    {
        const Arrangement before = sampleArrangement();
        const Arrangement once = withPlaced(before, {{u"web"_qs, {48, 56}}});
        const Arrangement twice = withPlaced(once, {{u"web"_qs, {56, 56}}, {u"orders"_qs, {0, 8}}});
        PlaceChange change(before, once);
        change.append(PlaceChange(once, twice));
        QCOMPARE(change.doneTo(before), twice);
        QCOMPARE(change.undoneIn(twice), before);
    }

    void mineAndTheirsAreBothKept()
    {
        const Arrangement base = sampleArrangement();
        Arrangement mine = withPlaced(base, {{u"web"_qs, {48, 56}}});
        mine.collapsed.clear();
        Arrangement theirs = withPlaced(base, {{u"edge"_qs, {0, 0}}});
        theirs.collapsed.insert(u"api"_qs);
        const Arrangement both = mergedArrangement(base, mine, theirs);
        QCOMPARE(both.placed, (Places{{u"edge"_qs, {0, 0}}, {u"web"_qs, {48, 56}}}));
        QVERIFY(!both.seats.contains(u"web"_qs));
        QCOMPARE(both.collapsed, QSet<QString>{u"api"_qs});
        QCOMPARE(mergedArrangement(base, base, theirs), theirs);
        QCOMPARE(mergedArrangement(base, mine, base), mine);
        const Arrangement theirWeb = withPlaced(base, {{u"web"_qs, {8, 8}}});
        QCOMPARE(mergedArrangement(base, mine, theirWeb).placed[u"web"_qs], QPointF(48, 56));
    }

    /// Where most was placed by hand, a part more goes in between and moves nothing.
    void nothingNewComesToStandOnWhatWasPlaced_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 60; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void nothingNewComesToStandOnWhatWasPlaced()
    {
        QFETCH(quint32, seed);
        Blueprint blueprint = sample::anyTopology(seed);
        const LaidOut before = layoutFleet(blueprint, sample::up(blueprint), {});
        Places places;
        QRandomGenerator random(seed);
        const bool all = seed % 2;
        for (const DiagramBox& box : before.diagram.boxes)
            if (!box.seat.isEmpty() && (all || random.bounded(2)))
                places.insert(box.seat, box.rect.topLeft());
        const Arrangement placed = withPlaced(before.arrangement, places);
        blueprint.groups << Group{u"newcomer"_qs, sample::image(u"1"_qs), 4, 80, {}, {}};
        if (!blueprint.balancers.isEmpty())
            blueprint.balancers[0].serves << u"newcomer"_qs;
        const LaidOut after = layoutFleet(blueprint, sample::up(blueprint), placed);
        const QRectF own = boxOf(after.diagram, u"newcomer"_qs).rect;
        for (const DiagramBox& box : before.diagram.boxes) {
            if (box.seat.isEmpty())
                continue;
            const QRectF stays = boxOf(after.diagram, box.key).rect;
            QCOMPARE(stays.topLeft(), box.rect.topLeft());
            const auto text = [](const QRectF& rect) {
                return QStringLiteral("%1 %2 %3 %4").arg(rect.x()).arg(rect.y()).arg(rect.width()).arg(rect.height());
            };
            QVERIFY2(!stays.intersects(own),
                     qPrintable(QString(box.key + u' ' + text(stays) + u" under " + text(own))));
        }
    }

    void aFreshLayoutLeavesWhatWasPlacedFree_data() { nothingNewComesToStandOnWhatWasPlaced_data(); }
    void aFreshLayoutLeavesWhatWasPlacedFree()
    {
        QFETCH(quint32, seed);
        const Blueprint blueprint = sample::anyTopology(seed);
        const Diagram fresh = layoutFleet(blueprint, sample::up(blueprint));
        QStringList seats;
        for (const DiagramBox& box : fresh.boxes)
            if (!box.seat.isEmpty())
                seats << box.seat;
        if (seats.size() < 3)
            return;
        // One thing in the place of another.
        Arrangement only;
        only.placed.insert(seats.first(), boxOf(fresh, seats.last()).rect.topLeft());
        const LaidOut laid = layoutFleet(blueprint, sample::up(blueprint), only);
        const QRectF placed = boxOf(laid.diagram, seats.first()).rect;
        QCOMPARE(placed.topLeft(), only.placed.first());
        for (const DiagramBox& box : laid.diagram.boxes)
            if (!box.seat.isEmpty() && !box.placed)
                QVERIFY2(!box.rect.intersects(placed), qPrintable(box.key));
        QCOMPARE(layoutFleet(blueprint, sample::up(blueprint), laid.arrangement).diagram, laid.diagram);
    }

    void aPlacedGroupHasItsDeploymentBelow()
    {
        const Blueprint blueprint = sample::shop();
        const LaidOut before = layoutFleet(blueprint, sample::up(blueprint), {});
        const Arrangement placed = withPlaced(before.arrangement, {{u"web"_qs, {2000, 2000}}});
        const Diagram during = layoutFleet(blueprint, sample::swapping(blueprint), placed).diagram;
        QCOMPARE(boxOf(during, u"web:blue"_qs).rect.topLeft(), QPointF(2000, 2000));
        const QRectF green = boxOf(during, u"web:green"_qs).rect;
        QCOMPARE(green.left(), 2000);
        QVERIFY(green.top() > 2000 && green.top() < 3000);
    }

    /// What is gone for a while comes back to where it was.
    void whatComesBackHasItsOldSeat()
    {
        Blueprint blueprint = sample::shop();
        blueprint.groups << Group{u"api"_qs, sample::image(u"1"_qs), 3, 80, {}, {}};
        const LaidOut first = layoutFleet(blueprint, sample::up(blueprint), {});
        Blueprint without = blueprint;
        without.groups.removeLast();
        const LaidOut gone = layoutFleet(without, sample::up(without), first.arrangement);
        QCOMPARE(gone.diagram.indexOf(u"api"_qs), -1);
        QCOMPARE(layoutFleet(blueprint, sample::up(blueprint), gone.arrangement).diagram, first.diagram);
    }

    void arrowsFollowTheEdgesOfWhatWasPlaced()
    {
        Blueprint blueprint = sample::shop();
        blueprint.databases << Database{u"other"_qs, u"postgresql"_qs, sample::image(u"1"_qs), true, 1};
        const LaidOut laid = layoutFleet(blueprint, sample::up(blueprint), {});
        const auto step = [](const Diagram& diagram, const char* from, Direction direction) {
            const int to = neighbour(diagram, diagram.indexOf(QString::fromLatin1(from)), direction);
            return to < 0 ? QString() : diagram.boxes[to].part;
        };
        QCOMPARE(step(laid.diagram, "web", Direction::Right), u"orders"_qs);
        // Behind the group: what the group has nothing to do with stands nearer on that way.
        const QPointF web = boxOf(laid.diagram, u"web"_qs).rect.topLeft();
        const Arrangement moved = withPlaced(laid.arrangement, {{u"orders"_qs, web + QPointF(0, 1200)}});
        const Diagram diagram = layoutFleet(blueprint, sample::up(blueprint), moved).diagram;
        QCOMPARE(step(diagram, "web", Direction::Right), u"orders"_qs);
        QCOMPARE(step(diagram, "orders", Direction::Left), u"web-3"_qs);
    }
};

QTEST_APPLESS_MAIN(TestPlacing)
#include "tst_placing.moc"
