// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/compare_looks.h"

#include "models/domain/drift/compare_tables.h"

#include <algorithm>

namespace snowmelt {

namespace {

QString firstLookReason()
{
    return QStringLiteral("firstLook");
}

bool isListed(const QList<Unseen>& list, const Unseen& one)
{
    return std::ranges::any_of(
        list, [&one](const Unseen& other) { return other.section == one.section && other.what == one.what; });
}

/// What cannot be compared because the earlier look does not have it.
QList<Unseen> unseenThen(const FactSheet& then, const QSet<DriftSection>& sections)
{
    QList<Unseen> unseen = then.unseen + notLookedAt(then, sections);
    for (Unseen& one : unseen)
        one.reason = QStringLiteral("unseenThen");
    return unseen;
}

DriftReport reportOf(const FactSheet& now)
{
    DriftReport report;
    report.node = now.node;
    report.scannedAt = now.seenAt;
    report.unseen = now.unseen;
    return report;
}

} // namespace

DriftReport compareLooks(const FactSheet& then, const FactSheet& now)
{
    const QList<FactSheet> sheets{then, now};
    const TableComparison found = compareTables(sheets, 0);
    const QSet<DriftSection> sections = sectionsOf(sheets);
    DriftReport report = reportOf(now);
    report.baselineAt = then.seenAt;
    report.unseen += notLookedAt(now, sections) + found.unread.value(1);
    for (const Unseen& one : unseenThen(then, sections) + found.unread.value(0)) {
        if (!isListed(report.unseen, one))
            report.unseen.append(one);
    }
    for (const GroupDifference& row : found.differences)
        for (const NodeDifference& differs : row.differs)
            report.differences.append(differs.difference);
    return report;
}

DriftReport firstLook(const FactSheet& now)
{
    DriftReport report = reportOf(now);
    for (auto table = now.tables.keyBegin(); table != now.tables.keyEnd(); ++table)
        report.unseen.append({*table, {}, firstLookReason()});
    return report;
}

DriftReport besideItself(DriftReport firstLook)
{
    firstLook.unseen.removeIf([](const Unseen& one) { return one.reason == firstLookReason(); });
    firstLook.baselineAt = firstLook.scannedAt;
    return firstLook;
}

bool isFirstLook(const DriftReport& report)
{
    return std::ranges::any_of(report.unseen, [](const Unseen& one) { return one.reason == firstLookReason(); });
}

} // namespace snowmelt
