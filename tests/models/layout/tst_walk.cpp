// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/walk.h"

#include "models/layout/layout_fleet.h"
#include "tests/models/layout/sample_fleets.h"

#include <QTest>

using namespace snowmelt;

namespace {

/// Walks "RRD" from a part and says where it ends.
QString walked(const Diagram& diagram, const QString& from, const QString& path)
{
    int at = diagram.indexOf(from);
    for (const QChar step : path) {
        const Direction direction = step == u'L'   ? Direction::Left
                                    : step == u'R' ? Direction::Right
                                    : step == u'U' ? Direction::Up
                                                   : Direction::Down;
        const int next = neighbour(diagram, at, direction);
        at = next < 0 ? at : next;
    }
    return diagram.boxes[at].key;
}

} // namespace

class TestWalk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void steady_data();
    void steady();
    void sides_data();
    void sides();
    void cellsAreAGrid();
    void fromNowhereTheFirst();
    void tabReadsEverything();
    void everyBoxIsReached_data();
    void everyBoxIsReached();
};

void TestWalk::steady_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("to");
    QTest::newRow("right") << u"clients"_qs << u"R"_qs << u"edge"_qs;
    QTest::newRow("into the group's middle") << u"clients"_qs << u"RR"_qs << u"web-2"_qs;
    QTest::newRow("to the database") << u"clients"_qs << u"RRR"_qs << u"orders"_qs;
    QTest::newRow("stays at the end") << u"clients"_qs << u"RRRR"_qs << u"orders"_qs;
    QTest::newRow("back") << u"orders"_qs << u"LLL"_qs << u"clients"_qs;
    QTest::newRow("down the group") << u"web-1"_qs << u"DD"_qs << u"web-3"_qs;
    QTest::newRow("not below the group") << u"web-3"_qs << u"D"_qs << u"web-3"_qs;
    QTest::newRow("up to the container") << u"web-2"_qs << u"UU"_qs << u"web"_qs;
    QTest::newRow("from the container to its nodes") << u"web"_qs << u"D"_qs << u"web-1"_qs;
    QTest::newRow("from the container on") << u"web"_qs << u"R"_qs << u"orders"_qs;
}

void TestWalk::steady()
{
    QFETCH(QString, from);
    QFETCH(QString, path);
    const Blueprint blueprint = sample::shop();
    QTEST(walked(layoutFleet(blueprint, sample::up(blueprint)), from, path), "to");
}

void TestWalk::sides_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("to");
    QTest::newRow("blue down to green") << u"web-3"_qs << u"D"_qs << u"web-4"_qs;
    QTest::newRow("green up to its container") << u"web-4"_qs << u"U"_qs << u"web:green"_qs;
    QTest::newRow("container to container") << u"web-4"_qs << u"UU"_qs << u"web:blue"_qs;
}

void TestWalk::sides()
{
    QFETCH(QString, from);
    QFETCH(QString, path);
    const Blueprint blueprint = sample::shop();
    QTEST(walked(layoutFleet(blueprint, sample::swapping(blueprint)), from, path), "to");
}

void TestWalk::cellsAreAGrid()
{
    const Blueprint blueprint = sample::shop(40);
    const Diagram diagram = layoutFleet(blueprint, sample::up(blueprint));
    QCOMPARE(walked(diagram, u"web-1"_qs, u"RD"_qs), walked(diagram, u"web-1"_qs, u"DR"_qs));
    QCOMPARE(walked(diagram, u"web-1"_qs, u"R"_qs), u"web-2"_qs);
}

void TestWalk::fromNowhereTheFirst()
{
    QCOMPARE(neighbour(layoutFleet(sample::shop(), {}), -1, Direction::Down), 0);
    QCOMPARE(neighbour({}, -1, Direction::Down), -1);
}

void TestWalk::tabReadsEverything()
{
    const Diagram diagram = layoutFleet(sample::shop(), {});
    QStringList read;
    for (int at = following(diagram, -1, 1); at >= 0; at = following(diagram, at, 1))
        read << diagram.boxes[at].key;
    QCOMPARE(read.size(), diagram.boxes.size());
    QCOMPARE(following(diagram, -1, -1), diagram.boxes.size() - 1);
    QCOMPARE(following(diagram, 0, -1), -1);
}

void TestWalk::everyBoxIsReached_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed)
        QTest::addRow("%u", seed) << seed;
}

/// Inside a container arrows reach every node that has a name, from its first.
void TestWalk::everyBoxIsReached()
{
    QFETCH(quint32, seed);
    const auto [blueprint, fleet] = sample::anything(seed);
    const Diagram diagram = layoutFleet(blueprint, fleet);
    for (int c = 0; c < diagram.boxes.size(); ++c) {
        if (diagram.boxes[c].kind != BoxKind::Group || diagram.boxes.value(c + 1).container != c)
            continue;
        QSet<int> seen = {c + 1};
        for (QList<int> open = {c + 1}; !open.isEmpty();) {
            const int at = open.takeLast();
            for (auto d : {Direction::Left, Direction::Right, Direction::Up, Direction::Down}) {
                const int next = neighbour(diagram, at, d);
                if (next >= 0 && diagram.boxes[next].container == c && !seen.contains(next)) {
                    seen << next;
                    open << next;
                }
            }
        }
        for (int i = c + 1; i < diagram.boxes.size() && diagram.boxes[i].container == c; ++i)
            QVERIFY2(seen.contains(i) || diagram.boxes[i].part.isEmpty(), qPrintable(diagram.boxes[i].key));
    }
}

QTEST_APPLESS_MAIN(TestWalk)
#include "tst_walk.moc"
