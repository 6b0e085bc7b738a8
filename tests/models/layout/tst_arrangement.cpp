// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/arrangement.h"

#include "tests/support/problem_text.h"

#include <QTest>

#include <limits>

using namespace snowmelt;
using snowmelt::test::problemText;

namespace {

Arrangement sample()
{
    Arrangement arrangement;
    arrangement.placed = {{u"edge"_qs, {-240, 96.5}}};
    arrangement.seats = {{u"web"_qs, {408, 0, 240, 328}}, {u"web:green"_qs, {408, 1e-3, 240, 120000}}};
    arrangement.fields = {{u"web"_qs, {false, 1, {1, 2, 3, 0, 5, 0, 0, 9, 8}}}, {u"big"_qs, {true, 400, {}}}};
    for (int number = 1; number <= 100'000; ++number)
        arrangement.fields[u"big"_qs].numbers << number;
    arrangement.collapsed = {u"zoo"_qs, u"api"_qs};
    return arrangement;
}

const char* const text = R"({
  "schema": "snowmelt.layout/1",
  "placed": {
    "edge": [-240, 96.5]
  },
  "seats": {
    "web": [408, 0, 240, 328],
    "web:green": [408, 0.001, 240, 120000]
  },
  "fields": {
    "big": {"nodes": "cells", "columns": 400, "numbers": "1-100000"},
    "web": {"nodes": "cards", "columns": 1, "numbers": "1-3 0 5 0*2 9 8"}
  },
  "collapsed": ["api", "zoo"]
}
)";

} // namespace

class TestArrangement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsText() { QCOMPARE(QString::fromUtf8(arrangementToJson(sample())), QString::fromUtf8(text)); }

    void thereAndBack()
    {
        for (const Arrangement& arrangement : {sample(), Arrangement()}) {
            const Parsed<Arrangement> read = arrangementFromJson(arrangementToJson(arrangement));
            QCOMPARE(problemText(read.problems), QString());
            QCOMPARE(read.value, arrangement);
        }
    }

    /// JSON has no words for the first two, and none is read back.
    void whatIsNoPlaceIsLeftOut()
    {
        Arrangement arrangement = sample();
        arrangement.placed.insert(u"nan"_qs, {std::numeric_limits<double>::quiet_NaN(), 0});
        arrangement.placed.insert(u"far"_qs, {0, 1e300});
        arrangement.seats.insert(u"flat"_qs, {0, 0, 200, 0});
        arrangement.seats.insert(u"inf"_qs, {0, 0, std::numeric_limits<double>::infinity(), 1});
        QCOMPARE(QString::fromUtf8(arrangementToJson(arrangement)), QString::fromUtf8(text));
    }

    /// Another state of the fleet is laid out around what a person placed.
    void onlyWhatAPersonPlacedStays()
    {
        const Arrangement kept = onlyPlaced(sample());
        QCOMPARE(kept.placed, sample().placed);
        QVERIFY(kept.seats.isEmpty() && kept.fields.isEmpty() && kept.collapsed.isEmpty());
    }

    void damage_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* from, const char* to, const char* expected) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(expected);
        };
        row("another format", "layout/1", "layout/2", "2:13 badValue schema|snowmelt.layout/2|snowmelt.layout/1");
        row("no format", "\"schema\": \"snowmelt.layout/1\",", "", "1:1 missingKey schema");
        row("unknown key", "\"placed\"", "\"plased\"",
            "3:3 unknownKey plased|schema, placed, seats, fields, collapsed|placed");
        row("one number", "[-240, 96.5]", "[-240]", "4:13 badValue edge|1|2");
        row("no number", "[-240, 96.5]", "[-240, here]", "4:20 wrongType edge|a number");
        row("not a number", "[-240, 96.5]", "[-240, NaN]", "4:20 wrongType edge|a number");
        row("no list", "[-240, 96.5]", "7", "4:13 badValue edge|0|2");
        row("too many", "240, 328]", "240, 328, 1]", "7:12 badValue web|5|4");
        row("too far", "[-240, 96.5]", "[9e6, 0]", "4:14 outOfRange edge|9e6|-1000000|1000000");
        row("no room", "0, 240, 328]", "0, -5, 328]", "7:21 outOfRange web|-5|1|1000000");
        row("kind of box", "\"cards\"", "\"dots\"", "12:22 badValue nodes|dots|cards, cells");
        row("no columns", "\"columns\": 1,", "\"columns\": 0,", "12:42 outOfRange columns|0|1|100000");
        row("a run backwards", "1-3", "3-1", "12:56 badValue numbers|3-1 0 5 0*2 9 8|1-3 0*2 7");
        row("a run without end", "1-100000", "1-2147483647", "11:58 badValue numbers|1-2147483647|1-3 0*2 7");
        row("words", "0*2", "many", "12:56 badValue numbers|1-3 0 5 many 9 8|1-3 0*2 7");
        row("a key twice", "\"web:green\": [", "\"web\": [", "8:5 duplicateKey web");
    }
    void damage()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, expected);
        const QByteArray damaged = QByteArray(text).replace(from, to);
        QVERIFY(damaged != text);
        QCOMPARE(problemText(arrangementFromJson(damaged).problems), expected);
    }

    /// A file that was cut short, wherever, or overwritten with anything, never passes for a whole one, nor crashes.
    void cutShortAndMangled()
    {
        const QByteArray whole = QByteArray(text).trimmed();
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const Parsed<Arrangement> read = arrangementFromJson(whole.left(length));
            QVERIFY(!read.ok());
            QVERIFY(read.problems.first().line >= 1 && read.problems.first().column >= 1);
        }
        const QByteArray bytes("{}[]:,-*\"%\n \xff\x00z0", 16);
        quint32 seed = 1;
        const auto next = [&seed](qsizetype below) {
            return qsizetype((seed = seed * 1664525 + 1013904223) >> 8) % below;
        };
        for (int round = 0; round < 1000; ++round) {
            QByteArray mangled = whole;
            for (int i = 0; i < 3; ++i)
                mangled[next(mangled.size())] = bytes[next(bytes.size())];
            for (const Problem& problem : arrangementFromJson(mangled).problems)
                QVERIFY(problem.line >= 1 && problem.column >= 1);
        }
    }
};

QTEST_APPLESS_MAIN(TestArrangement)
#include "tst_arrangement.moc"
