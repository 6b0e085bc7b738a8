// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/line_cutter.h"

#include <QTest>

using namespace snowmelt;

class TestLineCutter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreWhole()
    {
        QByteArrayList lines;
        LineCutter cutter([&lines](const QByteArray& line) { lines.append(line); });
        for (const char* bytes : {"on", "e\ntwo\n\nth", "ree"})
            cutter.take(bytes);
        QCOMPARE(lines, (QByteArrayList{"one", "two", ""}));
        cutter.end();
        cutter.end();
        QCOMPARE(lines, (QByteArrayList{"one", "two", "", "three"}));
    }

    void ofALongOneTheRestIsCounted()
    {
        QByteArrayList lines;
        LineCutter cutter([&lines](const QByteArray& line) { lines.append(line); }, 10);
        for (int i = 0; i < 1000; ++i)
            cutter.take("1234567");
        QVERIFY(lines.isEmpty());
        cutter.take("\n1234567890\n12345678901");
        cutter.end();
        QCOMPARE(lines, (QByteArrayList{"1234567123… +6990", "1234567890", "1234567890… +1"}));
    }

    void charactersStayWhole()
    {
        const QByteArray fits(longestLine, 'x');
        QCOMPARE(clippedLine(fits), fits);
        QCOMPARE(clippedLine(fits + 'y'), fits + "… +1");
        const QByteArray full = fits.chopped(2) + "é";
        QCOMPARE(clippedLine(full + "z"), full + "… +1");
        QCOMPARE(clippedLine(fits.chopped(1) + "éz"), fits.chopped(1) + "… +3");
        QCOMPARE(clippedLine(fits.chopped(3) + "😀"), fits.chopped(3) + "… +4");
        const QByteArray noText(longestLine + 1, '\x80'); // as it is: nobody knows what it is
        QCOMPARE(clippedLine(noText), noText.chopped(1) + "… +1");
    }
};

QTEST_GUILESS_MAIN(TestLineCutter)
#include "tst_line_cutter.moc"
