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

QString noLookThenReason()
{
    return QStringLiteral("noLookThen");
}

QString olderLook()
{
    return QStringLiteral("olderLook");
}

bool isListed(const QList<Unseen>& list, const Unseen& one)
{
    return std::ranges::any_of(
        list, [&one](const Unseen& other) { return other.section == one.section && other.what == one.what; });
}

QString lossReason(LookLoss loss, bool ofThen)
{
    if (loss == LookLoss::Part)
        return ofThen ? QStringLiteral("lookThenLost") : QStringLiteral("lookLost");
    return ofThen ? QStringLiteral("saltThenLost") : QStringLiteral("saltLost");
}

bool isLoss(const QString& reason)
{
    return reason == lossReason(LookLoss::Part, false) || reason == lossReason(LookLoss::Part, true) ||
           reason == lossReason(LookLoss::Salt, false) || reason == lossReason(LookLoss::Salt, true);
}

/// What cannot be compared because the earlier look does not have it.
QList<Unseen> unseenThen(const FactSheet& then, const QSet<DriftSection>& sections)
{
    QList<Unseen> unseen = then.unseen + notLookedAt(then, sections);
    for (Unseen& one : unseen) {
        if (!isLoss(one.reason))
            one.reason = QStringLiteral("unseenThen");
    }
    return unseen;
}

bool isSeen(const QList<FactSheet>& sheets, DriftSection section)
{
    return std::ranges::any_of(sheets, [section](const FactSheet& sheet) { return sheet.saw(section); });
}

/// Each section as the first of them that saw it has it.
FactSheet joined(const QList<FactSheet>& sheets)
{
    FactSheet all{sheets.value(0).node, sheets.value(0).seenAt, {}, {}};
    for (const FactSheet& sheet : sheets) {
        const auto before = all.tables;
        for (auto table = sheet.tables.cbegin(); table != sheet.tables.cend(); ++table) {
            if (!before.contains(table.key()))
                all.tables.insert(table.key(), *table);
        }
        for (const Unseen& one : sheet.unseen) {
            const bool isOfIt = sheet.saw(one.section) && !before.contains(one.section);
            if (isOfIt || (!isSeen(sheets, one.section) && !isListed(all.unseen, one)))
                all.unseen.append(one);
        }
    }
    return all;
}

/// Differences of these sections may be from before the first of the looks.
QList<Unseen> onlySeenEarlier(const QList<FactSheet>& sheets, const FactSheet& now)
{
    QList<Unseen> unseen;
    QSet<DriftSection> known;
    for (const FactSheet& sheet : sheets) {
        for (auto table = sheet.tables.keyBegin(); table != sheet.tables.keyEnd(); ++table) {
            if (now.saw(*table) && !known.contains(*table) && sheet.seenAt != sheets.first().seenAt)
                unseen.append({*table, {}, olderLookReason(sheet.seenAt)});
            known.insert(*table);
        }
    }
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

DriftReport withoutBaseline(const FactSheet& now, const QString& reason)
{
    DriftReport report = reportOf(now);
    for (auto table = now.tables.keyBegin(); table != now.tables.keyEnd(); ++table)
        report.unseen.append({*table, {}, reason});
    return report;
}

Difference withSaltedContent(Difference difference)
{
    const auto told = [](const QString& digest) {
        return digest.isEmpty() ? digest : QString(u"salted sha256 " + digest.left(16));
    };
    for (FieldChange& change : difference.fields) {
        if (difference.section == DriftSection::Files && change.field == u"content")
            change = {change.field, told(change.baseline), told(change.actual)};
    }
    return difference;
}

} // namespace

FactSheet withoutLost(FactSheet look, const QSet<DriftSection>& lost, LookLoss loss, bool ofThen)
{
    look.unseen.removeIf([&lost](const Unseen& one) { return lost.contains(one.section); });
    for (const DriftSection section : lost) {
        look.tables.remove(section);
        look.unseen.append({section, {}, lossReason(loss, ofThen)});
    }
    return look;
}

const QSet<DriftSection>& saltedSections()
{
    static const QSet<DriftSection> sections{DriftSection::Files, DriftSection::Sudoers, DriftSection::Schedules};
    return sections;
}

QString olderLookReason(const QDateTime& seenAt)
{
    return olderLook() + u' ' + seenAt.toString(Qt::ISODateWithMs);
}

QDateTime olderLookTime(const QString& reason)
{
    const QString time = reason.mid(olderLook().size() + 1);
    return reason.startsWith(olderLook()) ? QDateTime::fromString(time, Qt::ISODateWithMs) : QDateTime();
}

DriftReport compareLooks(const QList<FactSheet>& earlier, const FactSheet& now)
{
    const FactSheet then = joined(earlier);
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
    report.unseen += onlySeenEarlier(earlier, now);
    for (const GroupDifference& row : found.differences)
        for (const NodeDifference& differs : row.differs)
            report.differences.append(withSaltedContent(differs.difference));
    return report;
}

DriftReport firstLook(const FactSheet& now)
{
    return withoutBaseline(now, firstLookReason());
}

DriftReport noLookThen(const FactSheet& now)
{
    return withoutBaseline(now, noLookThenReason());
}

bool isForWantOfBaseline(const QString& reason)
{
    return reason == firstLookReason() || reason == noLookThenReason();
}

DriftReport besideItself(DriftReport firstLook)
{
    firstLook.unseen.removeIf([](const Unseen& one) { return isForWantOfBaseline(one.reason); });
    firstLook.baselineAt = firstLook.scannedAt;
    return firstLook;
}

bool hasNoBaseline(const DriftReport& report)
{
    return std::ranges::any_of(report.unseen, isForWantOfBaseline, &Unseen::reason);
}

} // namespace snowmelt
