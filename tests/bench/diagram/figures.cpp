// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/diagram/figures.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>
#include <malloc.h>
#include <unistd.h>

namespace snowmelt::bench {

namespace {

QString number(double value)
{
    return value < 0 ? QStringLiteral("-") : QString::number(value, 'f', value < 10 ? 2 : 1);
}

double ratioOf(const Row& row)
{
    const double ours = row.ours.percentile(50);
    return row.theirs.count() == 0 || ours <= 0 ? -1 : row.theirs.percentile(50) / ours;
}

QJsonObject toJson(const Samples& samples)
{
    return {{QStringLiteral("count"), samples.count()},
            {QStringLiteral("p50"), samples.percentile(50)},
            {QStringLiteral("p95"), samples.percentile(95)}};
}

QTextStream& out()
{
    static QTextStream stream(stdout);
    return stream;
}

} // namespace

double Samples::percentile(int percent) const
{
    if (m_values.isEmpty())
        return -1;
    QList<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    const qsizetype index = (sorted.size() * percent + 99) / 100 - 1;
    return sorted[std::clamp<qsizetype>(index, 0, sorted.size() - 1)];
}

double residentMb()
{
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> pages = file.readAll().split(' ');
    return pages.value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

void printText(const QList<Row>& rows, const QList<Memory>& memory)
{
    out() << "milliseconds of the processor; theirs: one QGraphicsItem per node\n\n"
          << QStringLiteral("nodes").rightJustified(7) << "  " << QStringLiteral("what").leftJustified(30)
          << " ours p50      p95   theirs p50      p95     ratio   budget\n";
    for (const Row& row : rows) {
        const bool over = row.budget >= 0 && row.ours.percentile(95) > row.budget;
        out() << QString::number(row.nodes).rightJustified(7) << "  " << row.what.leftJustified(30)
              << number(row.ours.percentile(50)).rightJustified(9) << number(row.ours.percentile(95)).rightJustified(9)
              << number(row.theirs.percentile(50)).rightJustified(13)
              << number(row.theirs.percentile(95)).rightJustified(9)
              << (ratioOf(row) < 0 ? QStringLiteral("-") : number(ratioOf(row)) + u'x').rightJustified(10)
              << number(row.budget).rightJustified(9) << (over ? " over" : "") << "\n";
    }
    for (const Memory& each : memory)
        out() << QString::number(each.nodes).rightJustified(7) << "  memory " << number(each.oursMb) << " MB, theirs "
              << number(each.theirsMb) << " MB\n";
    out().flush();
}

void printJson(const QList<Row>& rows, const QList<Memory>& memory)
{
    QJsonArray figures;
    for (const Row& row : rows)
        figures << QJsonObject{
            {QStringLiteral("nodes"), row.nodes},       {QStringLiteral("what"), row.what},
            {QStringLiteral("ours"), toJson(row.ours)}, {QStringLiteral("theirs"), toJson(row.theirs)},
            {QStringLiteral("ratio"), ratioOf(row)},    {QStringLiteral("budget"), row.budget}};
    QJsonArray sizes;
    for (const Memory& each : memory)
        sizes << QJsonObject{{QStringLiteral("nodes"), each.nodes},
                             {QStringLiteral("oursMb"), each.oursMb},
                             {QStringLiteral("theirsMb"), each.theirsMb}};
    const QJsonObject document{{QStringLiteral("schema"), QStringLiteral("snowmelt.bench-diagram/1")},
                               {QStringLiteral("figures"), figures},
                               {QStringLiteral("memory"), sizes}};
    out() << QString::fromUtf8(QJsonDocument(document).toJson());
    out().flush();
}

} // namespace snowmelt::bench
