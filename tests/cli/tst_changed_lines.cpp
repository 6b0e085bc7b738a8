// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/changed_lines.h"

#include <QTest>

using namespace snowmelt;

class TestChangedLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void differences_data();
    void differences();
    void longTextsAreStillFinite();
};

void TestChangedLines::differences_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("removed");
    QTest::addColumn<QStringList>("added");
    QTest::newRow("same") << u"a\nb"_qs << u"a\nb"_qs << QStringList() << QStringList();
    QTest::newRow("one line") << u"a\nb\nc"_qs << u"a\nB\nc"_qs << QStringList{u"b"_qs} << QStringList{u"B"_qs};
    QTest::newRow("two places") << u"a\nb\nc\nd\ne"_qs << u"A\nb\nc\nd\nE"_qs << QStringList{u"a"_qs, u"e"_qs}
                                << QStringList{u"A"_qs, u"E"_qs};
    QTest::newRow("inserted") << u"a\nc"_qs << u"a\nb\nc"_qs << QStringList() << QStringList{u"b"_qs};
    QTest::newRow("from nothing") << QString() << u"a"_qs << QStringList{QString()} << QStringList{u"a"_qs};
    QTest::newRow("line end added") << u"a"_qs << u"a\n"_qs << QStringList() << QStringList{QString()};
}

void TestChangedLines::differences()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QStringList, removed);
    QFETCH(QStringList, added);
    QCOMPARE(changedLines(before, after).removed, removed);
    QCOMPARE(changedLines(before, after).added, added);
}

void TestChangedLines::longTextsAreStillFinite()
{
    QStringList before;
    for (int i = 0; i < 20'000; ++i)
        before.append(QString::number(i));
    QStringList after = before;
    after[10'000] = u"changed"_qs;
    const ChangedLines lines = changedLines(before.join(u'\n'), after.join(u'\n'));
    QCOMPARE(lines.removed, QStringList{u"10000"_qs});
    QCOMPARE(lines.added, QStringList{u"changed"_qs});
}

QTEST_APPLESS_MAIN(TestChangedLines)
#include "tst_changed_lines.moc"
