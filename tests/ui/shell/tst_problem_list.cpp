// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start/problem_list.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QTest>

using namespace snowmelt;

/// Problems in as many lines as they need.
class TestProblemList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesBreakBetweenWords();
    void aWordWithoutRoomIsCut();

private:
    /// Of one problem in a list whose lines are so wide.
    static int heightIn(int room, const QString& text)
    {
        ProblemList list;
        list.setLines({{{}, text, {}}});
        list.resize(room + 2 * metric::unit + list.width() - list.viewport()->width(), 400);
        list.show();
        return list.sizeHintForRow(0);
    }
};

void TestProblemList::linesBreakBetweenWords()
{
    const QFontMetrics metrics(textFont(TextSize::Normal));
    const QString word = u"recipe"_qs;
    const int room = metrics.horizontalAdvance(word) * 3 / 2; // one word, and half of the next
    const int one = heightIn(room, word);
    const int two = heightIn(room, QString(word + u' ' + word));
    // Three halves of a line more, were words cut: two lines for three of them.
    QCOMPARE(heightIn(room, QString(word + u' ' + word + u' ' + word)) - two, two - one);
}

void TestProblemList::aWordWithoutRoomIsCut()
{
    const QFontMetrics metrics(textFont(TextSize::Normal));
    const QString word = u"anamethathasnoblankinit"_qs;
    QVERIFY(heightIn(metrics.horizontalAdvance(word) / 2, word) > heightIn(2 * metrics.horizontalAdvance(word), word));
}

QTEST_MAIN(TestProblemList)
#include "tst_problem_list.moc"
