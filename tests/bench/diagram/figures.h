// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QList>
#include <QString>

#include <ctime>

namespace snowmelt::bench {

/// Milliseconds the processor worked on this thread: what an idle machine takes, however busy this one is.
inline double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Of one thing done many times.
class Samples
{
public:
    template <typename Act>
    void time(Act act)
    {
        const double begin = threadMilliseconds();
        act();
        m_values << threadMilliseconds() - begin;
    }
    double percentile(int percent) const; ///< -1: nothing measured
    qsizetype count() const { return m_values.size(); }

private:
    QList<double> m_values;
};

/// One line of the table: ours and theirs at one thing.
struct Row
{
    int nodes;
    QString what;
    Samples ours;
    Samples theirs;     ///< empty: has no counterpart
    double budget = -1; ///< milliseconds for our p95; -1: none
};

struct Memory
{
    int nodes;
    double oursMb, theirsMb;
};

double residentMb();
void printText(const QList<Row>& rows, const QList<Memory>& memory);
void printJson(const QList<Row>& rows, const QList<Memory>& memory);

} // namespace snowmelt::bench
