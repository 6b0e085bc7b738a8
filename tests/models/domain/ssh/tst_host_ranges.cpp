// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/host_ranges.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace snowmelt;
using Code = HostRangeProblemCode;

namespace {

QString names(const char* text)
{
    const HostRange range = expandHostRange(QString::fromUtf8(text));
    return range.problem ? QStringLiteral("problem") : range.names.join(u' ');
}

} // namespace

class TestHostRanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranges()
    {
        QCOMPARE(names("web1.example.org"), QStringLiteral("web1.example.org"));
        QCOMPARE(names("web[01-03].x"), QStringLiteral("web01.x web02.x web03.x"));
        QCOMPARE(names("db[a-c]"), QStringLiteral("dba dbb dbc"));
        QCOMPARE(names("w[01-03,07,10-11]"), QStringLiteral("w01 w02 w03 w07 w10 w11"));
        QCOMPARE(names("[a,b][1-2]"), QStringLiteral("a1 a2 b1 b2"));
        QCOMPARE(names("w[9-11]"), QStringLiteral("w9 w10 w11"));
        QCOMPARE(names("w[098-101]"), QStringLiteral("w098 w099 w100 w101"));
        QCOMPARE(names("w[0-1]"), QStringLiteral("w0 w1"));
        QCOMPARE(names("w[7]"), QStringLiteral("w7"));
    }

    void whatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("column");
        const auto row = [](const char* text, Code code, int column) {
            QTest::newRow(text) << QString::fromUtf8(text) << int(code) << column;
        };
        row("web[05-01]", Code::Backwards, 5);
        row("db[c-a]", Code::Backwards, 4);
        row("web[01-40", Code::Unclosed, 4);
        row("web01-40]", Code::NotOpened, 9);
        row("web[1,[2]]", Code::Nested, 7);
        row("web[]", Code::EmptyItem, 5);
        row("web[1,,2]", Code::EmptyItem, 7);
        row("web[1-]", Code::BadItem, 5);
        row("web[-1]", Code::BadItem, 5);
        row("web[1-2-3]", Code::BadItem, 5);
        row("web[a-3]", Code::BadItem, 5);
        row("web[1, 2]", Code::BadItem, 7);
        row("web[01-100]", Code::BadPadding, 5);
        row("web[1-10001]", Code::TooMany, 5);
        row("[1-100][1-101]", Code::TooMany, 8);
        row("[1-999999999]", Code::TooMany, 2);
        row("[1-99999999999]", Code::BadItem, 2);
        row("서버[2-1]", Code::Backwards, 4);
    }
    void whatIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(int, code);
        QFETCH(int, column);
        const HostRange range = expandHostRange(text);
        QVERIFY(range.names.isEmpty());
        QVERIFY(range.problem.has_value());
        QCOMPARE(int(range.problem->code), code);
        QCOMPARE(range.problem->column, column);
    }

    void theLimitIsReached()
    {
        QCOMPARE(expandHostRange(QStringLiteral("w[1-10000]")).names.size(), hostRangeLimit);
        QCOMPARE(expandHostRange(QStringLiteral("w[1-3]"), 3).names.size(), 3);
        QVERIFY(expandHostRange(QStringLiteral("w[1-4]"), 3).problem.has_value());
    }

    // Whatever the text: names or a problem, within the limit, and no bracket left in a name.
    void anyText()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const QString alphabet = QStringLiteral("[]-,0019abz.");
        for (int round = 0; round < 5000; ++round) {
            QString text;
            for (int i = random.bounded(14); i >= 0; --i)
                text += alphabet.at(random.bounded(int(alphabet.size())));
            const HostRange range = expandHostRange(text, 500);
            QCOMPARE(range.names.isEmpty(), range.problem.has_value());
            QVERIFY(range.names.size() <= 500);
            QVERIFY2(!range.names.join(u' ').contains(u'['), qPrintable(text));
        }
    }

    void numbersComeBack()
    {
        for (int width = 1; width <= 3; ++width) {
            const QString first = QString::number(3).rightJustified(width, u'0');
            const QString last = QString::number(9).rightJustified(width, u'0');
            const HostRange range = expandHostRange(u"n[" + first + u'-' + last + u']');
            QCOMPARE(range.names.size(), 7);
            QCOMPARE(QSet<QString>(range.names.begin(), range.names.end()).size(), 7);
            for (const QString& name : range.names)
                QCOMPARE(name.size(), 1 + width);
        }
    }
};

QTEST_APPLESS_MAIN(TestHostRanges)
#include "tst_host_ranges.moc"
