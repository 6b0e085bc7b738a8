// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/line_diff.h"

#include <QTest>

using namespace snowmelt;

class TestLineDiff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void diffs_data();
    void diffs();
};

namespace {

QString textOf(const QList<DiffLine>& lines)
{
    QStringList text;
    for (const DiffLine& line : lines) {
        const QStringList signs{QStringLiteral(" "), QStringLiteral("-"), QStringLiteral("+"), QStringLiteral("~")};
        text << signs.at(int(line.kind)) + line.text;
    }
    return text.join(u'|');
}

} // namespace

void TestLineDiff::diffs_data()
{
    QTest::addColumn<QString>("baseline");
    QTest::addColumn<QString>("actual");
    QTest::addColumn<QString>("expected");
    QTest::newRow("same") << "a\nb\n"
                          << "a\nb\n"
                          << "~";
    QTest::newRow("both empty") << ""
                                << ""
                                << "";
    QTest::newRow("changed") << "a\nb\nc\n"
                             << "a\nx\nc\n"
                             << " a|-b|+x| c";
    QTest::newRow("appended") << "a\n"
                              << "a\nb\n"
                              << " a|+b";
    QTest::newRow("from nothing") << ""
                                  << "a\n"
                                  << "+a";
    QTest::newRow("to nothing") << "a\n"
                                << ""
                                << "-a";
    QTest::newRow("context") << "1\n2\n3\n4\n5\n6\n7\n"
                             << "1\n2\n3\n4\n5\n6\nx\n"
                             << "~| 5| 6|-7|+x";
    QTest::newRow("repeated lines") << "a\na\na\n"
                                    << "a\na\n"
                                    << " a| a|-a";
    QTest::newRow("no last newline") << "a\nb"
                                     << "a\nc"
                                     << " a|-b|+c";
}

void TestLineDiff::diffs()
{
    QFETCH(QString, baseline);
    QFETCH(QString, actual);
    QFETCH(QString, expected);
    QCOMPARE(textOf(lineDiff(baseline, actual)), expected);
}

QTEST_GUILESS_MAIN(TestLineDiff)
#include "tst_line_diff.moc"
