// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"
#include "app/cli/table.h"

#include <QTest>

using namespace snowmelt;

class TestConsole : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_written.clear(); }
    void escapesWhatOthersWrote();
    void coloursOnlyOnATerminal();
    void progressOnAPipeIsLines();
    void progressOnATerminalIsOneLine();
    void longProgressIsCut();
    void wideCharactersTakeTwoColumns();
    void tableAligns();

private:
    Console console(bool terminal, bool colour, int width = 80)
    {
        Console::Ends ends;
        ends.out = ends.err = [this](const QByteArray& bytes) { m_written += bytes; };
        ends.outIsTerminal = ends.errIsTerminal = terminal;
        ends.colour = colour;
        ends.width = width;
        return Console(ends);
    }
    QByteArray m_written;
};

void TestConsole::escapesWhatOthersWrote()
{
    console(true, true).out(u"evil\x1b]0;title\x07\r\nname"_qs);
    QCOMPARE(m_written, QByteArray("evil\\x1b]0;title\\x07\\x0d\\nname\n"));
}

void TestConsole::coloursOnlyOnATerminal()
{
    const Line line{{u"down"_qs, TerminalInk::Red}};
    console(true, true).out(line);
    console(true, false).out(line);
    console(false, true).out(line);
    QCOMPARE(m_written, QByteArray("\x1b[31mdown\x1b[0m\ndown\ndown\n"));
}

void TestConsole::progressOnAPipeIsLines()
{
    Console pipe = console(false, false);
    pipe.progress(u"one"_qs);
    pipe.progress(u"one"_qs);
    pipe.progress(u"two"_qs);
    pipe.out(u"done"_qs);
    QCOMPARE(m_written, QByteArray("one\ntwo\ndone\n"));
}

void TestConsole::progressOnATerminalIsOneLine()
{
    Console terminal = console(true, false);
    terminal.progress(u"one"_qs);
    terminal.progress(u"two"_qs);
    terminal.out(u"done"_qs);
    QCOMPARE(m_written, QByteArray("\r\x1b[Kone\r\x1b[Ktwo\r\x1b[Kdone\n"));
}

void TestConsole::longProgressIsCut()
{
    console(true, false, 6).progress(u"가나다라"_qs);
    QCOMPARE(m_written, QByteArray("\r\x1b[K가나"));
}

void TestConsole::wideCharactersTakeTwoColumns()
{
    QCOMPARE(columnsOf(u"abc"_qs), 3);
    QCOMPARE(columnsOf(u"눈사람"_qs), 6);
    QCOMPARE(columnsOf(u"✓ 정상"_qs), 6);
}

void TestConsole::tableAligns()
{
    Table table({{u"NAME"_qs}, {u"COUNT"_qs, Table::Align::Right}, {u"NOTHING"_qs}, {u"LAST"_qs}});
    table.row({{u"눈"_qs}, {u"5"_qs}, {}, {u"x"_qs}});
    table.row({{u"a\tb"_qs}, {u"12345678"_qs}, {}, {}});
    Console pipe = console(false, false);
    table.print(pipe);
    QCOMPARE(QString::fromUtf8(m_written), u"NAME     COUNT  LAST\n"
                                           "눈           5  x\n"
                                           "a\\tb  12345678\n"_qs);
}

QTEST_APPLESS_MAIN(TestConsole)
#include "tst_console.moc"
