// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/label_room.h"

#include <QTest>

using namespace snowmelt;

/// Words in a chart that erase no line and no other words.
class TestLabelRoom : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNameStandsBesideItsLine();
    void theNextLineBeginsBelowTheNameItWouldCross();
    void aNameTurnsRoundAtTheEdge();
    void aValueStandsAboveAFlatEnd();
    void aValueStandsBelowWhereTheLineFalls();
    void aValueStandsBesideALineThatEndsEarly();
    void aValueKeepsOffTheNextLine();
    void twoValuesKeepApart();
    void aValueStaysOnItsSideOfOtherLines();
    void withoutRoomNothingIsErased();
};

namespace {

constexpr QRectF plot(0, 0, 200, 120);
constexpr QSizeF words(60, 14);

bool crosses(const QLineF& mast, const QRectF& name)
{
    return mast.x1() > name.left() && mast.x1() < name.right() && mast.y1() < name.bottom();
}

} // namespace

void TestLabelRoom::aNameStandsBesideItsLine()
{
    LabelRoom room(plot);
    const LabelRoom::Flag flag = room.placeFlag(30, words);
    QVERIFY(flag.name.isFree);
    QCOMPARE(flag.name.rect.top(), plot.top());
    QVERIFY(flag.name.rect.left() > 30);
    QCOMPARE(flag.mast, QLineF(30, plot.top(), 30, plot.bottom()));
}

void TestLabelRoom::theNextLineBeginsBelowTheNameItWouldCross()
{
    LabelRoom room(plot);
    const LabelRoom::Flag created = room.placeFlag(30, words);
    const LabelRoom::Flag moved = room.placeFlag(70, words);
    QVERIFY(created.name.isFree && moved.name.isFree);
    QVERIFY(!created.name.rect.intersects(moved.name.rect));
    QVERIFY(!crosses(moved.mast, created.name.rect));
    QCOMPARE(moved.mast.y1(), moved.name.rect.top());
    QVERIFY(moved.mast.y1() > plot.top());
}

void TestLabelRoom::aNameTurnsRoundAtTheEdge()
{
    LabelRoom room(plot);
    const LabelRoom::Flag flag = room.placeFlag(180, words);
    QVERIFY(flag.name.isFree);
    QVERIFY(flag.name.rect.right() < 180);
}

void TestLabelRoom::aValueStandsAboveAFlatEnd()
{
    LabelRoom room(plot);
    room.addLine(QPolygonF{QPointF(0, 60), QPointF(200, 60)});
    const LabelRoom::Place place = room.placeAtEnd({200, 60}, words);
    QVERIFY(place.isFree);
    QVERIFY(place.rect.bottom() < 60);
    QCOMPARE(place.rect.right(), plot.right());
}

void TestLabelRoom::aValueStandsBelowWhereTheLineFalls()
{
    LabelRoom room(plot);
    room.addLine(QPolygonF{QPointF(0, 40), QPointF(160, 40), QPointF(200, 60)});
    const LabelRoom::Place place = room.placeAtEnd({200, 60}, words);
    QVERIFY(place.isFree);
    QVERIFY(place.rect.top() > 60);
}

void TestLabelRoom::aValueStandsBesideALineThatEndsEarly()
{
    LabelRoom room(plot);
    room.addLine(QPolygonF{QPointF(0, 20), QPointF(50, 20), QPointF(60, 120)});
    const LabelRoom::Place place = room.placeAtEnd({60, 120}, words);
    QVERIFY(place.isFree);
    QVERIFY(place.rect.left() > 60);
    QCOMPARE(place.rect.bottom(), plot.bottom());
}

void TestLabelRoom::aValueKeepsOffTheNextLine()
{
    LabelRoom room(plot);
    room.addLine(QPolygonF{QPointF(0, 60), QPointF(90, 60)});
    const LabelRoom::Flag moved = room.placeFlag(100, words);
    const LabelRoom::Place place = room.placeAtEnd({90, 60}, words);
    QVERIFY(place.isFree);
    QVERIFY(!crosses(moved.mast, place.rect));
}

void TestLabelRoom::twoValuesKeepApart()
{
    LabelRoom room(plot);
    room.addLine(QPolygonF{QPointF(0, 60), QPointF(200, 60)});
    room.addLine(QPolygonF{QPointF(0, 66), QPointF(200, 66)});
    const LabelRoom::Place first = room.placeAtEnd({200, 60}, words);
    const LabelRoom::Place second = room.placeAtEnd({200, 66}, words);
    QVERIFY(first.isFree && second.isFree);
    QVERIFY(first.rect.bottom() < 60);
    QVERIFY(second.rect.top() > 66);
}

void TestLabelRoom::aValueStaysOnItsSideOfOtherLines()
{
    LabelRoom room(plot);
    for (const double y : {50.0, 60.0, 70.0})
        room.addLine(QPolygonF{QPointF(0, y), QPointF(200, y)});
    const LabelRoom::Place place = room.placeAtEnd({200, 60}, words);
    QVERIFY(!place.isFree);
    QVERIFY(place.rect.top() < 70 && place.rect.bottom() > 50);
}

void TestLabelRoom::withoutRoomNothingIsErased()
{
    LabelRoom room(plot);
    for (int y = 0; y < 120; y += 4)
        room.addLine(QPolygonF{QPointF(0, y), QPointF(200, y)});
    QVERIFY(!room.placeFlag(30, words).name.isFree);
    const LabelRoom::Place place = room.placeAtEnd({200, 60}, words);
    QVERIFY(!place.isFree);
    QVERIFY(plot.contains(place.rect));
}

QTEST_GUILESS_MAIN(TestLabelRoom)
#include "tst_label_room.moc"
