// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QList>

#include <functional>

namespace snowmelt::bench {

/// How long the event loop of the GUI thread did not turn, event by event: milliseconds the processor worked on this
/// thread for each, those handled inside it included. A busy machine does not count.
class TurnedApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;
    /// Does what a person does, and all that follows from it until the loop has nothing left and `settled` says so.
    QList<double> turnsOf(const std::function<void()>& act, const std::function<bool()>& settled);

private:
    void settle(const std::function<bool()>& settled);

    QList<double> m_turns;
    int m_depth = 0;
    bool m_counting = false;
};

/// One act, done several times.
struct LoopFigure
{
    QString what;
    int shown = 0; ///< rows there are to see afterwards
    QList<double> turns{};

    double largest() const; ///< milliseconds
    double p99() const;
    bool withinBudget() const;
};

inline constexpr double mostGap = 50; ///< milliseconds that no turn of the loop may take
inline constexpr double mostP99 = 16; ///< of 99 turns of 100: a frame

void printText(int nodes, int rows, const QList<LoopFigure>& figures);
void printJson(int nodes, int rows, const QList<LoopFigure>& figures);

} // namespace snowmelt::bench
