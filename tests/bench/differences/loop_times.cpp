// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/differences/loop_times.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <ctime>

namespace snowmelt::bench {

namespace {

constexpr int quietTurns = 3; ///< in a row without an event: nothing is left to do

double loopThreadMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

QTextStream& console()
{
    static QTextStream stream(stdout);
    return stream;
}

} // namespace

bool TurnedApplication::notify(QObject* receiver, QEvent* event)
{
    if (!m_counting || m_depth > 0 || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    ++m_depth;
    const double begin = loopThreadMs();
    const bool handled = QApplication::notify(receiver, event);
    m_turns << loopThreadMs() - begin;
    --m_depth;
    return handled;
}

QList<double> TurnedApplication::turnsOf(const std::function<void()>& act, const std::function<bool()>& settled)
{
    m_turns.clear();
    m_counting = true;
    const double begin = loopThreadMs();
    ++m_depth; // what the act does at once is one turn: an event brings it
    act();
    --m_depth;
    m_turns << loopThreadMs() - begin;
    settle(settled);
    m_counting = false;
    return m_turns;
}

void TurnedApplication::settle(const std::function<bool()>& settled)
{
    for (int quiet = 0; quiet < quietTurns;) {
        const qsizetype before = m_turns.size();
        processEvents(settled() ? QEventLoop::AllEvents : QEventLoop::WaitForMoreEvents);
        sendPostedEvents();
        quiet = m_turns.size() == before && settled() ? quiet + 1 : 0;
    }
}

double LoopFigure::largest() const
{
    return turns.isEmpty() ? -1 : *std::ranges::max_element(turns);
}

double LoopFigure::p99() const
{
    if (turns.isEmpty())
        return -1;
    QList<double> sorted = turns;
    std::ranges::sort(sorted);
    return sorted.at(std::max<qsizetype>(0, (sorted.size() * 99 + 99) / 100 - 1));
}

bool LoopFigure::withinBudget() const
{
    // Of a few turns the last of a hundred is the largest, which has a budget of its own.
    return largest() <= mostGap && (turns.size() < 100 || p99() <= mostP99);
}

void printText(int nodes, int rows, const QList<LoopFigure>& figures)
{
    console() << "milliseconds of the processor the event loop stood; " << nodes << " nodes, " << rows
              << " differences; budget: largest " << mostGap << ", 99 of 100 " << mostP99 << "\n\n"
              << QStringLiteral("what").leftJustified(34) << "   shown   turns  largest      p99\n";
    for (const LoopFigure& figure : figures)
        console() << figure.what.leftJustified(34) << QString::number(figure.shown).rightJustified(8)
                  << QString::number(figure.turns.size()).rightJustified(8)
                  << QString::number(figure.largest(), 'f', 1).rightJustified(9)
                  << QString::number(figure.p99(), 'f', 1).rightJustified(9)
                  << (figure.withinBudget() ? "" : "  over budget") << '\n';
    console().flush();
}

void printJson(int nodes, int rows, const QList<LoopFigure>& figures)
{
    QJsonArray all;
    for (const LoopFigure& figure : figures)
        all << QJsonObject{
            {QStringLiteral("what"), figure.what},          {QStringLiteral("shown"), figure.shown},
            {QStringLiteral("turns"), figure.turns.size()}, {QStringLiteral("largest"), figure.largest()},
            {QStringLiteral("p99"), figure.p99()},          {QStringLiteral("withinBudget"), figure.withinBudget()}};
    console() << QString::fromUtf8(
        QJsonDocument(QJsonObject{{QStringLiteral("schema"), QStringLiteral("snowmelt.bench-differences/1")},
                                  {QStringLiteral("nodes"), nodes},
                                  {QStringLiteral("rows"), rows},
                                  {QStringLiteral("budget"),
                                   QJsonObject{{QStringLiteral("largest"), mostGap}, {QStringLiteral("p99"), mostP99}}},
                                  {QStringLiteral("figures"), all}})
            .toJson());
    console().flush();
}

} // namespace snowmelt::bench
