// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/scan/scan_figures.h"

#include <QJsonArray>

#include <algorithm>

namespace snowmelt::bench {

namespace {

struct ScanBudget
{
    const char* one;
    const char* other;
    double most; ///< ratio
    const char* key;
    const char* text;
};

constexpr ScanBudget budgets[] = {
    {"snowmelt first", "openssh", 1.1, "firstByOpenSsh", "first scan, of what parallel OpenSSH takes"},
    {"snowmelt first", "ansible", 1.0 / 6, "firstByAnsible", "first scan, of what Ansible takes"},
    {"snowmelt kept", "ansible", 1.0 / 30, "keptByAnsible",
     "repeated scan over kept connections, of what Ansible takes"},
};

QString seconds(qint64 ms)
{
    return QString::number(double(ms) / 1000, 'f', 2);
}

QString row(const ScanCost& cost)
{
    if (!cost.installed)
        return QStringLiteral("%1  not installed\n").arg(cost.name, -15);
    QString text = QStringLiteral("%1%2%3%4%5%6\n")
                       .arg(cost.name, -15)
                       .arg(seconds(cost.wallMs), 9)
                       .arg(seconds(cost.cpuMs), 9)
                       .arg(seconds(cost.hostCpuMs), 11)
                       .arg(cost.bytes / 1024, 12)
                       .arg(cost.peakMemoryKiB / 1024, 11);
    if (!cost.failure.isEmpty())
        text += u"  failed: " + cost.failure.trimmed() + u'\n';
    return text;
}

QString table(const ScanFigures& figures)
{
    QString text = QStringLiteral("\n%1 hosts\n                 seconds      CPU  hosts' CPU   KiB moved  MiB memory\n")
                       .arg(figures.hosts);
    for (const ScanCost& cost : figures.costs)
        text += row(cost);
    for (const ScanBudget& budget : budgets) {
        const auto ratio = ratioOf(figures, budget.one, budget.other);
        if (ratio)
            text += QStringLiteral("%1: %2 (budget %3)\n")
                        .arg(QLatin1String(budget.text), QString::number(*ratio, 'f', 3),
                             QString::number(budget.most, 'f', 3));
    }
    return text;
}

QJsonObject costJson(const ScanCost& cost)
{
    return {{QStringLiteral("name"), cost.name},       {QStringLiteral("installed"), cost.installed},
            {QStringLiteral("failure"), cost.failure}, {QStringLiteral("wallMs"), cost.wallMs},
            {QStringLiteral("cpuMs"), cost.cpuMs},     {QStringLiteral("hostCpuMs"), cost.hostCpuMs},
            {QStringLiteral("bytes"), cost.bytes},     {QStringLiteral("peakMemoryKiB"), cost.peakMemoryKiB}};
}

QJsonObject sizeJson(const ScanFigures& figures)
{
    QJsonArray costs;
    for (const ScanCost& cost : figures.costs)
        costs.append(costJson(cost));
    QJsonObject ratios;
    for (const ScanBudget& budget : budgets) {
        if (const auto ratio = ratioOf(figures, budget.one, budget.other))
            ratios.insert(QLatin1String(budget.key), *ratio);
    }
    return {{QStringLiteral("hosts"), figures.hosts},
            {QStringLiteral("contestants"), costs},
            {QStringLiteral("ratios"), ratios}};
}

} // namespace

std::optional<double> ratioOf(const ScanFigures& figures, const char* one, const char* other)
{
    const auto took = [&figures](const char* name) {
        const auto found = std::ranges::find(figures.costs, QLatin1String(name), &ScanCost::name);
        const bool measured = found != figures.costs.end() && found->installed && found->failure.isEmpty();
        return measured ? found->wallMs : 0;
    };
    const qint64 a = took(one);
    const qint64 b = took(other);
    return a > 0 && b > 0 ? std::optional(double(a) / double(b)) : std::nullopt;
}

bool withinBudget(const QList<ScanFigures>& sizes)
{
    return std::ranges::all_of(sizes, [](const ScanFigures& figures) {
        return std::ranges::all_of(budgets, [&figures](const ScanBudget& budget) {
            const auto ratio = ratioOf(figures, budget.one, budget.other);
            return !ratio || *ratio <= budget.most;
        });
    });
}

QString toText(const ScanConditions& conditions, const QList<ScanFigures>& sizes)
{
    QString text =
        QStringLiteral("files below %1, %2 hosts at once; all hosts are this machine, and share its files and "
                       "processors\n")
            .arg(conditions.root)
            .arg(conditions.atOnce);
    if (!conditions.ownNetwork)
        text += QStringLiteral("bytes are of everything on loopback: no network of our own\n");
    if (!conditions.plainShell)
        text += QStringLiteral("the user's own .bashrc or .zshenv is read for each command, and measured too\n");
    for (const ScanFigures& figures : sizes)
        text += table(figures);
    text +=
        QStringLiteral("\nbudget: %1\n").arg(withinBudget(sizes) ? QStringLiteral("kept") : QStringLiteral("exceeded"));
    return text;
}

QJsonObject toJson(const ScanConditions& conditions, const QList<ScanFigures>& sizes)
{
    QJsonArray list;
    for (const ScanFigures& figures : sizes)
        list.append(sizeJson(figures));
    return {{QStringLiteral("schema"), QStringLiteral("snowmelt.bench/1")},
            {QStringLiteral("root"), conditions.root},
            {QStringLiteral("atOnce"), conditions.atOnce},
            {QStringLiteral("ownNetwork"), conditions.ownNetwork},
            {QStringLiteral("plainShell"), conditions.plainShell},
            {QStringLiteral("withinBudget"), withinBudget(sizes)},
            {QStringLiteral("sizes"), list}};
}

} // namespace snowmelt::bench
