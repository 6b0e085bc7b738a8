// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/swap/swap_times.h"

#include <QJsonArray>

#include <algorithm>
#include <functional>

namespace snowmelt::bench {

namespace {

struct Row
{
    const char* key;   ///< in JSON
    const char* title; ///< in the table
    std::function<qint64(const SwapTimes&)> value;
};

const QList<Row>& rows()
{
    static const QList<Row> all{
        {"totalMs", "total", [](const SwapTimes& times) { return times.total; }},
        {"birthMs", "birth", [](const SwapTimes& times) { return times.birth; }},
        {"healthMs", "health", [](const SwapTimes& times) { return times.health; }},
        {"drainMs", "drain", [](const SwapTimes& times) { return times.drain; }},
        {"removalMs", "removal", [](const SwapTimes& times) { return times.removal; }},
        {"restMs", "rest", [](const SwapTimes& times) { return times.rest(); }},
        {"windowMs", "window", [](const SwapTimes& times) { return times.window; }},
        {"calls", "calls", [](const SwapTimes& times) { return times.calls; }},
        {"requests", "requests", [](const SwapTimes& times) { return times.requests; }},
        {"failed", "failed", [](const SwapTimes& times) { return times.failed; }},
    };
    return all;
}

QList<qint64> valuesOf(const QList<SwapTimes>& swaps, const Row& row)
{
    QList<qint64> values;
    for (const SwapTimes& times : swaps)
        values.append(row.value(times));
    return values;
}

QString ratioOf(const Spread& one, const Spread& other)
{
    return other.median == 0
               ? QStringLiteral("-")
               : QString::number(static_cast<double>(one.median) / static_cast<double>(other.median), 'f', 2);
}

/// Swap by swap, in the order they were made: the world is the same for both of a pair.
QList<qint64> moreThanTheLoop(const Measured& measured)
{
    QList<qint64> more;
    for (qsizetype i = 0; i < std::min(measured.snowmelt.size(), measured.loop.size()); ++i)
        more.append(measured.snowmelt.at(i).total - measured.loop.at(i).total);
    return more;
}

Spread restOf(const Measured& measured)
{
    return spreadOf(valuesOf(measured.snowmelt, rows().at(5)));
}

QString table(const Measured& measured)
{
    QString text = QStringLiteral("%1 nodes\n              snowmelt             loop     ratio\n"
                                  "          median   worst   median   worst\n")
                       .arg(measured.nodes);
    for (const Row& row : rows()) {
        const Spread ours = spreadOf(valuesOf(measured.snowmelt, row));
        const Spread loop = spreadOf(valuesOf(measured.loop, row));
        text += QStringLiteral("%1%2%3%4%5%6\n")
                    .arg(QLatin1String(row.title), -8)
                    .arg(ours.median, 8)
                    .arg(ours.worst, 8)
                    .arg(loop.median, 9)
                    .arg(loop.worst, 8)
                    .arg(ratioOf(ours, loop), 9);
    }
    const Spread more = spreadOf(moreThanTheLoop(measured));
    return text + QStringLiteral("longer than the loop: median %1 ms, worst %2 ms\n").arg(more.median).arg(more.worst);
}

QJsonObject sideJson(const QList<SwapTimes>& swaps)
{
    QJsonObject side{{QStringLiteral("swaps"), swaps.size()}};
    for (const Row& row : rows()) {
        const Spread spread = spreadOf(valuesOf(swaps, row));
        side.insert(QLatin1String(row.key),
                    QJsonObject{{QStringLiteral("median"), spread.median}, {QStringLiteral("worst"), spread.worst}});
    }
    return side;
}

QJsonObject sizeJson(const Measured& measured)
{
    const Spread more = spreadOf(moreThanTheLoop(measured));
    const qint64 ours = spreadOf(valuesOf(measured.snowmelt, rows().first())).median;
    const qint64 loop = spreadOf(valuesOf(measured.loop, rows().first())).median;
    return {{QStringLiteral("nodes"), measured.nodes},
            {QStringLiteral("snowmelt"), sideJson(measured.snowmelt)},
            {QStringLiteral("loop"), sideJson(measured.loop)},
            {QStringLiteral("ratio"), loop > 0 ? static_cast<double>(ours) / static_cast<double>(loop) : 0.0},
            {QStringLiteral("longerMs"),
             QJsonObject{{QStringLiteral("median"), more.median}, {QStringLiteral("worst"), more.worst}}}};
}

} // namespace

Spread spreadOf(QList<qint64> values)
{
    if (values.isEmpty())
        return {};
    std::ranges::sort(values);
    return {values.at((values.size() - 1) / 2), values.last()};
}

QString toText(const Conditions& conditions, const QList<Measured>& sizes)
{
    QString text = QStringLiteral("%1, %2 swaps of each kind").arg(conditions.platform).arg(conditions.rounds);
    if (conditions.bootMs > 0)
        text += QStringLiteral("; a node boots %1 ms, a request lasts %2 ms, one every %3 ms")
                    .arg(conditions.bootMs)
                    .arg(conditions.requestMs)
                    .arg(conditions.trafficEveryMs);
    text += QStringLiteral("\n");
    for (const Measured& measured : sizes)
        text += u'\n' + table(measured);
    text += QStringLiteral("\nrest: beyond birth, health, drain and removal; budget %1 ms: %2\n")
                .arg(conditions.budgetMs)
                .arg(withinBudget(conditions, sizes) ? QStringLiteral("kept") : QStringLiteral("exceeded"));
    return text;
}

QJsonObject toJson(const Conditions& conditions, const QList<Measured>& sizes)
{
    QJsonArray list;
    for (const Measured& measured : sizes)
        list.append(sizeJson(measured));
    return {{QStringLiteral("schema"), QStringLiteral("snowmelt.bench/1")},
            {QStringLiteral("platform"), conditions.platform},
            {QStringLiteral("bootMs"), conditions.bootMs},
            {QStringLiteral("requestMs"), conditions.requestMs},
            {QStringLiteral("trafficEveryMs"), conditions.trafficEveryMs},
            {QStringLiteral("rounds"), conditions.rounds},
            {QStringLiteral("budgetMs"), conditions.budgetMs},
            {QStringLiteral("withinBudget"), withinBudget(conditions, sizes)},
            {QStringLiteral("sizes"), list}};
}

bool withinBudget(const Conditions& conditions, const QList<Measured>& sizes)
{
    return std::ranges::all_of(
        sizes, [&](const Measured& measured) { return restOf(measured).median <= conditions.budgetMs; });
}

qint64 failedOf(const QList<Measured>& sizes)
{
    qint64 failed = 0;
    for (const Measured& measured : sizes) {
        for (const SwapTimes& times : measured.snowmelt)
            failed += times.failed;
    }
    return failed;
}

} // namespace snowmelt::bench
