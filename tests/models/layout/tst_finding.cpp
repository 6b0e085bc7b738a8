// SPDX-License-Identifier: GPL-3.0-or-later
// What helps to find one's way in a large diagram: filter, search, vicinity, travels.
#include "models/layout/filter.h"
#include "models/layout/layout_fleet.h"
#include "models/layout/search.h"
#include "models/layout/travels.h"
#include "models/layout/vicinity.h"

#include "tests/models/layout/sample_fleets.h"

#include <QTest>

using namespace snowmelt;

namespace {

/// web-1 … web-6: 2 is down, 3 drifted, 4 could not be asked, 5 runs an older image, 6 is not made yet.
Diagram various()
{
    const Blueprint blueprint = sample::shop(6);
    FleetState fleet = sample::up(blueprint);
    QList<NodeState>& nodes = fleet.groups[0].nodes;
    nodes[1].health = Health::Down;
    nodes[1].healthReason = u"GET /healthz: 503 database"_qs;
    nodes[2].driftCount = 2;
    nodes[3].health = Health::Unknown;
    nodes[4].image = sample::image(u"0.9.0"_qs);
    nodes.removeLast();
    return layoutFleet(blueprint, fleet);
}

QStringList shown(const Diagram& diagram, const FilteredDiagram& result)
{
    QStringList names;
    for (int i = 0; i < diagram.boxes.size(); ++i)
        if (!result.hidden[i] && diagram.boxes[i].node())
            names << diagram.boxes[i].part;
    return names;
}

QStringList found(const Diagram& diagram, const QString& query)
{
    QStringList names;
    const SearchResult result = searchDiagram(diagram, query);
    for (const SearchHit& hit : result.hits)
        names << diagram.boxes[hit.box].part;
    return names;
}

DiagramPlace place(double x, const QString& part = {})
{
    return {{x, 0}, 1, part};
}

} // namespace

class TestFinding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filtersByState_data()
    {
        QTest::addColumn<DiagramFilter>("filter");
        QTest::addColumn<QStringList>("expected");
        DiagramFilter unhealthy;
        unhealthy.unhealthy = true;
        QTest::newRow("unhealthy") << unhealthy << QStringList{u"web-2"_qs};
        DiagramFilter drifted;
        drifted.drifted = true;
        QTest::newRow("drifted") << drifted << QStringList{u"web-3"_qs};
        DiagramFilter unseen;
        unseen.unseen = true;
        QTest::newRow("unseen, but not what is not made") << unseen << QStringList{u"web-4"_qs};
        DiagramFilter either = unhealthy;
        either.drifted = true;
        QTest::newRow("either") << either << QStringList{u"web-2"_qs, u"web-3"_qs};
        DiagramFilter image;
        image.images = {sample::image(u"0.9.0"_qs)};
        QTest::newRow("image") << image << QStringList{u"web-5"_qs};
        DiagramFilter none = image;
        none.unhealthy = true;
        QTest::newRow("image and unhealthy") << none << QStringList();
        DiagramFilter focus;
        focus.focus = QStringList{u"edge"_qs, u"web-1"_qs};
        QTest::newRow("focus") << focus << QStringList{u"edge"_qs, u"web-1"_qs};
        DiagramFilter group;
        group.focus = QStringList{u"web"_qs};
        group.unhealthy = true;
        QTest::newRow("unhealthy in a group") << group << QStringList{u"web-2"_qs};
    }
    void filtersByState()
    {
        QFETCH(DiagramFilter, filter);
        QFETCH(QStringList, expected);
        const Diagram diagram = various();
        const FilteredDiagram result = filtered(diagram, filter);
        QCOMPARE(shown(diagram, result), expected);
        QCOMPARE(result.shownNodes, int(expected.size()));
        QCOMPARE(result.hiddenNodes, 8 - int(expected.size()));
        const bool webShown =
            std::any_of(expected.begin(), expected.end(), [](const QString& name) { return name.startsWith(u"web-"); });
        QCOMPARE(result.hidden[diagram.indexOf(u"web"_qs)], !webShown);
        // Clients are there for the balancer they connect to.
        QCOMPARE(result.hidden[diagram.indexOf(u"clients"_qs)], !expected.contains(u"edge"_qs));
    }

    void noFilterHidesNothing()
    {
        const Diagram diagram = various();
        const FilteredDiagram result = filtered(diagram, {});
        QVERIFY(!result.hidden.contains(true));
        QCOMPARE(result.hiddenNodes, 0);
        QVERIFY(!DiagramFilter().isActive());
    }

    void imagesAreOfferedOnce()
    {
        QCOMPARE(imagesIn(various()).size(), 4); // balancer's, database's, two of the shop
    }

    void searchRanksNames()
    {
        const Diagram diagram = various();
        QCOMPARE(found(diagram, u"web"_qs).first(), u"web"_qs); // exactly, before web-1 …
        QCOMPARE(found(diagram, u"WEB-3"_qs).first(), u"web-3"_qs);
        QCOMPARE(found(diagram, u"3"_qs).first(), u"web-3"_qs);
        QCOMPARE(found(diagram, u"web 5"_qs), (QStringList{u"web-5"_qs, u"web-2"_qs})); // of web-2 a reason says 503
        QCOMPARE(found(diagram, u"  rder "_qs), QStringList{u"orders"_qs});
    }

    void searchKnowsFacts()
    {
        const Diagram diagram = various();
        QCOMPARE(found(diagram, u"0.9.0"_qs).first(), u"web"_qs); // one of its nodes runs it
        QCOMPARE(found(diagram, u"postgres"_qs), QStringList{u"orders"_qs});
        QCOMPARE(found(diagram, u"503"_qs), QStringList{u"web-2"_qs});
        QVERIFY(found(diagram, u"nowhere"_qs).isEmpty());
        QVERIFY(found(diagram, u"web nowhere"_qs).isEmpty());
        QVERIFY(found(diagram, u"  "_qs).isEmpty());
    }

    void searchCountsWhatItDoesNotShow()
    {
        const Diagram diagram = layoutFleet(sample::shop(200), sample::up(sample::shop(200)));
        const SearchResult result = searchDiagram(diagram, u"web-1"_qs, 10);
        QCOMPARE(result.hits.size(), 10);
        QCOMPARE(result.found, 111);
        QCOMPARE(diagram.boxes[result.hits.first().box].part, u"web-1"_qs);
    }

    void anIndexAnswersManySearches()
    {
        const Diagram diagram = various();
        const SearchIndex index(diagram);
        const int all = int(diagram.boxes.size());
        for (const QString& query : {u"web"_qs, u"WEB-3"_qs, u"web 5"_qs, u"0.9.0"_qs, u"postgres"_qs, u"503"_qs,
                                     u"shop@"_qs, u"nowhere"_qs, u" "_qs, QString()})
            QCOMPARE(index.find(query, all).hits, searchDiagram(diagram, query, all).hits);
        QCOMPARE(SearchIndex().find(u"web"_qs, 1).found, 0);
    }

    void bothSidesOfAGroupAreOneHit()
    {
        SearchIndex index;
        DiagramBox side;
        side.part = u"web"_qs;
        side.kind = BoxKind::Group;
        side.facts = GroupFigure{};
        index.add(DiagramBox()); // wanted, but without a name yet
        index.add(side);
        index.add(side);
        QCOMPARE(index.find(u"web"_qs, 9).hits, (QList<SearchHit>{{1, Fit::Exact}}));
    }

    void aTextThatManyShareIsKeptOnce()
    {
        SharedTexts texts;
        QCOMPARE(texts.add(u"shop@1.0.0"_qs), 0);
        QCOMPARE(texts.add(u"Ébène"_qs), 1);
        QCOMPARE(texts.add(u"shop@1.0.0"_qs), 0);
        QCOMPARE(texts.containing(u"1.0"_qs), (QList<bool>{true, false}));
        QCOMPARE(texts.containing(u"éb"_qs), (QList<bool>{false, true}));
        QCOMPARE(SharedTexts().containing(u"a"_qs), QList<bool>());
    }

    void vicinityFollowsEdges()
    {
        const Diagram diagram = layoutFleet(sample::shop(40), sample::up(sample::shop(40)));
        QCOMPARE(vicinityOf(diagram, {u"web-7"_qs}), (QStringList{u"edge"_qs, u"web-7"_qs, u"orders"_qs}));
        QCOMPARE(vicinityOf(diagram, {u"edge"_qs}), (QStringList{u"clients"_qs, u"edge"_qs, u"web"_qs}));
        QCOMPARE(vicinityOf(diagram, {u"orders"_qs}), (QStringList{u"web"_qs, u"orders"_qs}));
        QVERIFY(vicinityOf(diagram, {u"gone"_qs}).isEmpty());
    }

    void vicinityOfANodeWithItsOwnEdge()
    {
        const Diagram diagram = layoutFleet(sample::shop(3), sample::up(sample::shop(3)));
        QCOMPARE(vicinityOf(diagram, {u"web-2"_qs}), (QStringList{u"edge"_qs, u"web-2"_qs, u"orders"_qs}));
    }

    void thereAndBack()
    {
        Travels travels;
        QVERIFY(!travels.canGoBack());
        travels.leave(place(0));
        travels.leave(place(100));
        QCOMPARE(travels.back(place(200)), place(100));
        QCOMPARE(travels.back(place(100)), place(0));
        QVERIFY(!travels.canGoBack());
        QCOMPARE(travels.forward(place(0)), place(100));
        QCOMPARE(travels.forward(place(100)), place(200));
        QVERIFY(!travels.canGoForward());
    }

    void aNewWayForgetsTheOldOne()
    {
        Travels travels;
        travels.leave(place(0));
        QCOMPARE(travels.back(place(100)), place(0));
        travels.leave(place(0));
        QVERIFY(!travels.canGoForward());
    }

    void hardlyMovedIsNoPlace()
    {
        Travels travels;
        travels.leave(place(0));
        QVERIFY(!travels.back(place(3)));
        travels.leave(place(0));
        QCOMPARE(travels.back(place(3, u"web-1"_qs)), place(0));
    }

    void onlySoManyAreKept()
    {
        Travels travels;
        for (int i = 0; i < 80; ++i)
            travels.leave(place(100 * i));
        int steps = 0;
        for (std::optional<DiagramPlace> at = place(8000); (at = travels.back(*at));)
            ++steps;
        QCOMPARE(steps, 50);
    }
};

QTEST_APPLESS_MAIN(TestFinding)
#include "tst_finding.moc"
