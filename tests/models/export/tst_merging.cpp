// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/merge_alike.h"
#include "models/export/mermaid.h"
#include "tests/models/export/hostile_fleet.h"

#include <QTest>

#include <algorithm>

using namespace snowmelt;

namespace {

/// Groups g0, g1 …, served in turn by `balancers` balancers and all using one database.
Blueprint many(int groups, int size, int balancers = 1)
{
    Blueprint blueprint = sample::shop(size);
    const Group group = blueprint.groups[0];
    const Balancer balancer = blueprint.balancers[0];
    blueprint.groups.clear();
    blueprint.balancers.clear();
    for (int i = 0; i < balancers; ++i) {
        blueprint.balancers << balancer;
        blueprint.balancers.last().name = u"edge" + QString::number(i);
        blueprint.balancers.last().serves.clear();
    }
    for (int i = 0; i < groups; ++i) {
        blueprint.groups << group;
        blueprint.groups.last().name = u"g" + QString::number(i);
        blueprint.balancers[i % balancers].serves << blueprint.groups.last().name;
    }
    return blueprint;
}

/// Each group has a database for itself.
Blueprint apart(Blueprint blueprint)
{
    const Database database = blueprint.databases[0];
    blueprint.databases.clear();
    for (Group& group : blueprint.groups) {
        blueprint.databases << database;
        blueprint.databases.last().name = u"db-" + group.name;
        group.uses = {blueprint.databases.last().name};
    }
    return blueprint;
}

Diagram merged(const Blueprint& blueprint, Alike alike)
{
    return mergedAlike(layoutFleet(blueprint, sample::up(blueprint)), alike);
}

int boxesOf(const Diagram& diagram, BoxKind kind)
{
    return int(std::count_if(diagram.boxes.begin(), diagram.boxes.end(),
                             [kind](const DiagramBox& box) { return box.kind == kind; }));
}

const DiagramBox* boxCalled(const Diagram& diagram, const QString& begin)
{
    const auto found = std::find_if(diagram.boxes.begin(), diagram.boxes.end(),
                                    [&](const DiagramBox& box) { return box.part.startsWith(begin); });
    return found == diagram.boxes.end() ? nullptr : &*found;
}

} // namespace

class TestMerging : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void groupsWithTheSameNeighboursAreOne();
    void neighboursThatDifferKeepThemApart();
    void inTheEndAKindIsOneBox();
    void zonesStayAround();
    void mermaidDrawsHundredsOfGroups_data();
    void mermaidDrawsHundredsOfGroups();
    void whatFitsIsNotMerged();
};

void TestMerging::groupsWithTheSameNeighboursAreOne()
{
    Blueprint blueprint = many(4, 3);
    blueprint.groups[2].image = sample::image(u"2.0.0"_qs);
    FleetState fleet = sample::up(blueprint);
    fleet.groups[1].nodes[0].health = Health::Down;
    fleet.groups[3].nodes[2].driftCount = 1;
    const Diagram diagram = mergedAlike(layoutFleet(blueprint, fleet), Alike::Neighbours);
    const DiagramBox* box = boxCalled(diagram, u"4 groups, "_qs);
    QVERIFY(box);
    const auto* group = box->as<GroupFigure>();
    QCOMPARE(group->nodes, 12);
    QCOMPARE(group->wanted, 12);
    QCOMPARE(group->healthy, 11);
    QCOMPARE(group->down, 1);
    QCOMPARE(group->drifted, 1);
    QCOMPARE(group->images.size(), 2);
    QCOMPARE(boxesOf(diagram, BoxKind::Node) + boxesOf(diagram, BoxKind::Cell), 0);
    QCOMPARE(diagram.edges.size(), 3); // clients, balancer, groups, database
    const auto at = int(std::distance(diagram.boxes.data(), box));
    for (const DiagramEdge& edge : diagram.edges) {
        QVERIFY(edge.from >= 0 && edge.from < diagram.boxes.size() && edge.to < diagram.boxes.size());
        QVERIFY2(edge.to != at || !edge.labelled, "what is so of one is no label of four");
    }
}

void TestMerging::neighboursThatDifferKeepThemApart()
{
    Blueprint blueprint = many(4, 2);
    blueprint.groups[0].uses.clear();
    QCOMPARE(boxesOf(merged(blueprint, Alike::Neighbours), BoxKind::Group), 2);
    QCOMPARE(boxesOf(merged(blueprint, Alike::Source), BoxKind::Group), 1);
    const Diagram two = merged(many(4, 2, 2), Alike::Neighbours);
    QCOMPARE(boxesOf(two, BoxKind::Group), 2);
    QCOMPARE(boxesOf(two, BoxKind::Balancer), 2);
}

void TestMerging::inTheEndAKindIsOneBox()
{
    const Diagram diagram = merged(apart(many(6, 2, 2)), Alike::Kind);
    QVERIFY(boxCalled(diagram, u"6 groups, "_qs));
    QVERIFY(boxCalled(diagram, u"2 balancers, "_qs));
    const DiagramBox* databases = boxCalled(diagram, u"6 databases, "_qs);
    QVERIFY(databases);
    QCOMPARE(databases->as<GroupFigure>()->healthy, 6);
    QCOMPARE(boxesOf(diagram, BoxKind::Group) + boxesOf(diagram, BoxKind::Database), 2);
}

/// Parts of two zones are not one box while zones are drawn.
void TestMerging::zonesStayAround()
{
    Blueprint blueprint = many(4, 2);
    for (int i = 0; i < 4; ++i)
        blueprint.groups[i].zones = {i < 2 ? u"a"_qs : u"b"_qs};
    const Diagram whole = layoutFleet(blueprint, sample::up(blueprint));
    const Diagram diagram = mergedAlike(whole, Alike::Neighbours);
    QCOMPARE(boxesOf(diagram, BoxKind::Zone), boxesOf(whole, BoxKind::Zone));
    for (const DiagramBox& box : diagram.boxes)
        if (box.kind == BoxKind::Group && box.container >= 0)
            QCOMPARE(diagram.boxes[box.container].kind, BoxKind::Zone);
    QCOMPARE(boxesOf(mergedAlike(whole, Alike::Kind), BoxKind::Zone), 0);
}

void TestMerging::mermaidDrawsHundredsOfGroups_data()
{
    QTest::addColumn<Blueprint>("blueprint");
    QTest::addColumn<bool>("up");
    QTest::newRow("planned") << many(260, 2) << false;
    QTest::newRow("up") << many(260, 2) << true;
    QTest::newRow("ten balancers") << many(260, 2, 10) << true;
    QTest::newRow("a database each") << apart(many(260, 2)) << false;
}

/// More than 50,000 characters or 500 links, and it draws nothing at all.
void TestMerging::mermaidDrawsHundredsOfGroups()
{
    QFETCH(Blueprint, blueprint);
    QFETCH(bool, up);
    const Diagram diagram = layoutFleet(blueprint, up ? sample::up(blueprint) : FleetState{});
    const QString text = QString::fromUtf8(mermaidOf(diagram, {u"podman"_qs, {}}));
    QVERIFY2(text.size() < 50'000, qPrintable(QString::number(text.size())));
    QVERIFY(text.count(u"-->") + text.count(u"-.->") < 500);
    QVERIFY2(text.contains(u" groups, g"), qPrintable(text.left(2000)));
}

void TestMerging::whatFitsIsNotMerged()
{
    const Blueprint blueprint = many(20, 3);
    const QString text = QString::fromUtf8(mermaidOf(layoutFleet(blueprint, sample::up(blueprint)), {}));
    QVERIFY(text.contains(u"\"g19"));
    QVERIFY(!text.contains(u" groups, "));
}

QTEST_GUILESS_MAIN(TestMerging)
#include "tst_merging.moc"
