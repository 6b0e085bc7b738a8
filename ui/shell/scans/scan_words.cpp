// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scans/scan_words.h"

#include "models/items/item_text.h"

#include <algorithm>

namespace snowmelt {

namespace {

QList<ScanDue> failing(const QList<ScanDue>& scans)
{
    QList<ScanDue> some;
    std::ranges::copy_if(scans, std::back_inserter(some), [](const ScanDue& scan) { return scan.failures > 0; });
    return some;
}

QDateTime earliest(const QList<ScanDue>& scans)
{
    return std::ranges::min_element(scans, {}, &ScanDue::at)->at;
}

} // namespace

QString ScanWords::interval(int seconds)
{
    constexpr int minute = 60;
    constexpr int hour = 60 * minute;
    if (seconds % hour == 0)
        return tr("every %1 h").arg(seconds / hour);
    return seconds % minute == 0 ? tr("every %1 min").arg(seconds / minute) : tr("every %1 s").arg(seconds);
}

QString ScanWords::schedule(int seconds, const QList<ScanDue>& scans, const QDateTime& now)
{
    const QString every = tr("Scans %1").arg(interval(seconds));
    if (scans.isEmpty())
        return every;
    const QDateTime next = earliest(scans);
    return every + QStringLiteral(" · ") + (next <= now ? tr("scanning now") : tr("next %1").arg(clockText(next, now)));
}

QString ScanWords::unreached(const QList<ScanDue>& scans, const QDateTime& now)
{
    const QList<ScanDue> some = failing(scans);
    if (some.isEmpty())
        return {};
    const QDateTime next = earliest(some);
    if (next <= now)
        return tr("%n node(s) not reached, being tried again", nullptr, int(some.size()));
    return tr("%n node(s) not reached, tried again at %1", nullptr, int(some.size())).arg(clockText(next, now));
}

QString ScanWords::unreachedNames(const QList<ScanDue>& scans)
{
    QStringList names;
    for (const ScanDue& scan : failing(scans))
        names.append(scan.node);
    return names.join(QStringLiteral(", "));
}

} // namespace snowmelt
