// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/image/image_figures.h"

#include <QJsonArray>

#include <algorithm>

namespace snowmelt::bench {

namespace {

constexpr double mostByBare = 1.1;
constexpr qint64 mostOwnTierMs = 5000;

QString inSeconds(qint64 ms)
{
    return QString::number(double(ms) / 1000, 'f', 2);
}

} // namespace

std::optional<qint64> medianOf(const QList<ImageFigure>& figures, const QString& name)
{
    const auto found = std::ranges::find(figures, name, &ImageFigure::name);
    if (found == figures.end() || found->wallMs.isEmpty())
        return std::nullopt;
    QList<qint64> sorted = found->wallMs;
    std::ranges::sort(sorted);
    return sorted[(sorted.size() - 1) / 2];
}

std::optional<double> osByBare(const QList<ImageFigure>& figures)
{
    const auto ours = medianOf(figures, osName);
    const auto bare = medianOf(figures, bareName);
    return ours && bare && *bare > 0 ? std::optional(double(*ours) / double(*bare)) : std::nullopt;
}

bool withinImageBudget(const QList<ImageFigure>& figures)
{
    const auto ratio = osByBare(figures);
    const auto own = medianOf(figures, ownTierName);
    return (!ratio || *ratio <= mostByBare) && (!own || *own <= mostOwnTierMs);
}

QString toText(const ImageConditions& conditions, const QList<ImageFigure>& figures)
{
    QString text = QStringLiteral("%1 with %2, %3; %4 rounds\n\n                 median  seconds of each round\n")
                       .arg(conditions.os, conditions.suite,
                            conditions.mirror.isEmpty() ? QStringLiteral("the usual mirror") : conditions.mirror)
                       .arg(conditions.rounds);
    for (const ImageFigure& figure : figures) {
        QStringList each;
        for (const qint64 ms : figure.wallMs)
            each.append(inSeconds(ms));
        text += QStringLiteral("%1%2  %3\n")
                    .arg(figure.name, -15)
                    .arg(inSeconds(medianOf(figures, figure.name).value_or(0)), 8)
                    .arg(each.join(u' '));
    }
    if (const auto ratio = osByBare(figures))
        text += QStringLiteral("\nOS tier, of what bare mmdebstrap takes: %1 (budget %2)\n")
                    .arg(QString::number(*ratio, 'f', 3), QString::number(mostByBare, 'f', 3));
    if (const auto own = medianOf(figures, ownTierName))
        text += QStringLiteral("%1 alone, its application changed: %2 s (budget %3 s)\n")
                    .arg(conditions.image, inSeconds(*own), inSeconds(mostOwnTierMs));
    return text;
}

QJsonObject toJson(const ImageConditions& conditions, const QList<ImageFigure>& figures)
{
    QJsonArray measured;
    for (const ImageFigure& figure : figures) {
        QJsonArray each;
        for (const qint64 ms : figure.wallMs)
            each.append(ms);
        measured.append(QJsonObject{{QStringLiteral("name"), figure.name},
                                    {QStringLiteral("wallMs"), each},
                                    {QStringLiteral("medianMs"), medianOf(figures, figure.name).value_or(0)}});
    }
    QJsonObject json{{QStringLiteral("schema"), QStringLiteral("snowmelt.bench/1")},
                     {QStringLiteral("suite"), conditions.suite},
                     {QStringLiteral("os"), conditions.os},
                     {QStringLiteral("image"), conditions.image},
                     {QStringLiteral("mirror"), conditions.mirror},
                     {QStringLiteral("rounds"), conditions.rounds},
                     {QStringLiteral("figures"), measured},
                     {QStringLiteral("withinBudget"), withinImageBudget(figures)}};
    if (const auto ratio = osByBare(figures))
        json.insert(QStringLiteral("osByBare"), *ratio);
    return json;
}

} // namespace snowmelt::bench
