// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/drift_table.h"

#include "backend/store/stamps.h"
#include "models/domain/json_fleet_fields.h"

#include <QJsonDocument>

#include <algorithm>

namespace snowmelt {

namespace {

/// A kept difference's two texts in the store.
struct CauseList
{
    QList<LikelyCause> causes;
};

template <typename Archive>
void describe(Archive& archive, Field<Archive, CauseList> value)
{
    archive("causes", value.causes);
}

template <typename T>
QString jsonText(const T& value)
{
    return QString::fromUtf8(QJsonDocument(JsonWriter::write(value).toObject()).toJson(QJsonDocument::Compact));
}

template <typename T>
bool readJson(const QVariant& text, T& value)
{
    JsonReader reader(QJsonDocument::fromJson(text.toString().toUtf8()).object());
    describe(reader, value);
    return reader.fault().isEmpty();
}

const QString differenceColumns =
    u"SELECT node, part, body, causes, hidden, absent_at, first_seen, last_seen, gone_at FROM difference "_qs;

std::optional<KeptDifference> differenceOf(const QSqlQuery& row)
{
    KeptDifference kept;
    kept.dated.node = row.value(0).toString();
    kept.dated.group = row.value(1).toString();
    CauseList causes;
    if (!readJson(row.value(2), kept.dated.difference) || !readJson(row.value(3), causes))
        return std::nullopt;
    kept.dated.causes = causes.causes;
    kept.hidden = row.value(4).toBool();
    kept.dated.absentAt = timeOfStamp(row.value(5));
    kept.dated.firstSeen = timeOfStamp(row.value(6));
    kept.dated.lastSeen = timeOfStamp(row.value(7));
    kept.dated.goneAt = timeOfStamp(row.value(8));
    return kept;
}

DriftCount countOf(const QSqlQuery& row)
{
    return {row.value(0).toString(), timeOfStamp(row.value(1)), row.value(2).toInt(), row.value(3).toInt(),
            row.value(4).toInt(),    row.value(5).toInt(),      row.value(6).toInt()};
}

QVariantList asValues(const QStringList& texts)
{
    QVariantList values;
    for (const QString& text : texts)
        values.append(text);
    return values;
}

/// "(?, ?, ?)"
QString marks(qsizetype count)
{
    return u'(' + QStringList(count, QStringLiteral("?")).join(u',') + u')';
}

/// An empty text, never SQL's NULL.
QString orEmpty(const QString& text)
{
    return text.isNull() ? u""_qs : text;
}

} // namespace

Result<Done> DriftTable::change(const QString& statement, const QVariantList& values) const
{
    const Result<QSqlQuery> done = m_database.run(statement, values);
    return done ? Result<Done>(Done{}) : done.as<Done>();
}

Result<NodePast> DriftTable::past(const QString& fleet, const QString& node) const
{
    Result<QSqlQuery> asked =
        m_database.run(u"SELECT identity FROM node WHERE fleet = ? AND name = ?"_qs, {fleet, node});
    if (!asked)
        return asked.as<NodePast>();
    NodePast past;
    QSqlQuery row = asked.take();
    if (row.next())
        past.identity = row.value(0).toString();
    const Result<Done> read = readSightings(fleet, node, past);
    if (!read)
        return read.as<NodePast>();
    const Result<QList<KeptDifference>> standing =
        differences(u"WHERE fleet = ? AND node = ? AND gone_at IS NULL"_qs, {fleet, node});
    if (!standing)
        return standing.as<NodePast>();
    past.standing = *standing;
    std::ranges::sort(past.standing, {}, [](const KeptDifference& kept) {
        return std::pair(kept.dated.difference.section, kept.dated.difference.key);
    });
    return past;
}

Result<Done> DriftTable::readSightings(const QString& fleet, const QString& node, NodePast& past) const
{
    Result<QSqlQuery> seen =
        m_database.run(u"SELECT section, seen_at FROM sighting WHERE fleet = ? AND node = ?"_qs, {fleet, node});
    Result<QSqlQuery> blind =
        m_database.run(u"SELECT section, what, seen_at FROM blind WHERE fleet = ? AND node = ?"_qs, {fleet, node});
    if (!seen || !blind)
        return seen ? blind.as<Done>() : seen.as<Done>();
    QSqlQuery rows = seen.take();
    while (rows.next()) {
        if (const auto section = codeFromName<DriftSection>(rows.value(0).toString()))
            past.sections[*section].seenAt = timeOfStamp(rows.value(1));
    }
    rows = blind.take();
    while (rows.next()) {
        if (const auto section = codeFromName<DriftSection>(rows.value(0).toString()))
            past.sections[*section].blind.insert(rows.value(1).toByteArray(), timeOfStamp(rows.value(2)));
    }
    return Done{};
}

Result<QList<KeptDifference>> DriftTable::differences(const QString& condition, const QVariantList& values) const
{
    Result<QSqlQuery> asked = m_database.run(differenceColumns + condition, values);
    if (!asked)
        return asked.as<QList<KeptDifference>>();
    QSqlQuery rows = asked.take();
    QList<KeptDifference> list;
    while (rows.next()) {
        const std::optional<KeptDifference> kept = differenceOf(rows);
        if (!kept)
            return Error{ErrorCode::StoreUnusable, {m_database.path()}, u"a difference cannot be read"_qs};
        list.append(*kept);
    }
    return list;
}

Result<Done> DriftTable::replace(const QString& fleet, const DriftSighting& sighting, const DatedReport& now) const
{
    const DriftReport& report = sighting.report;
    Result<Done> written =
        change(u"INSERT OR REPLACE INTO node VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_qs,
               {fleet, report.node, orEmpty(sighting.group), orEmpty(sighting.identity), stamped(report.scannedAt),
                int(report.differences.size()), int(report.hidden.size()), !report.complete()});
    for (const KeptDifference& kept : now.gone) {
        if (written)
            written = writeGone(fleet, kept);
    }
    for (const KeptDifference& kept : now.past.standing) {
        if (written)
            written = writeStanding(fleet, kept);
    }
    return written ? writeSightings(fleet, report.node, now.past) : written;
}

Result<Done> DriftTable::writeSightings(const QString& fleet, const QString& node, const NodePast& past) const
{
    Result<Done> written = change(u"DELETE FROM sighting WHERE fleet = ? AND node = ?"_qs, {fleet, node});
    if (written)
        written = change(u"DELETE FROM blind WHERE fleet = ? AND node = ?"_qs, {fleet, node});
    for (auto section = past.sections.cbegin(); section != past.sections.cend(); ++section) {
        const QString name = codeName(section.key());
        if (written)
            written =
                change(u"INSERT INTO sighting VALUES (?, ?, ?, ?)"_qs, {fleet, node, name, stamped(section->seenAt)});
        for (auto blind = section->blind.cbegin(); written && blind != section->blind.cend(); ++blind)
            written = change(u"INSERT INTO blind VALUES (?, ?, ?, ?, ?)"_qs,
                             {fleet, node, name, blind.key(), stamped(*blind)});
    }
    return written;
}

Result<Done> DriftTable::writeGone(const QString& fleet, const KeptDifference& kept) const
{
    const Difference& difference = kept.dated.difference;
    return change(u"UPDATE difference SET gone_at = ? WHERE fleet = ? AND node = ? AND section = ? AND key = ?"
                  " AND gone_at IS NULL"_qs,
                  {stamped(kept.dated.goneAt), fleet, kept.dated.node, codeName(difference.section), difference.key});
}

Result<Done> DriftTable::writeStanding(const QString& fleet, const KeptDifference& kept) const
{
    const DatedDifference& dated = kept.dated;
    return change(
        u"INSERT INTO difference (fleet, node, part, section, key, body, causes, hidden, absent_at, first_seen,"
        " last_seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (fleet, node, section, key) WHERE gone_at IS NULL DO UPDATE SET part = excluded.part,"
        " body = excluded.body, causes = excluded.causes, hidden = excluded.hidden, last_seen = excluded.last_seen"_qs,
        {fleet, dated.node, orEmpty(dated.group), codeName(dated.difference.section), dated.difference.key,
         jsonText(dated.difference), jsonText(CauseList{dated.causes}), kept.hidden, stamped(dated.absentAt),
         stamped(dated.firstSeen), stamped(dated.lastSeen)});
}

Result<Done> DriftTable::noteUnseen(const QString& fleet, const QString& node, const QString& group,
                                    const QDateTime& at) const
{
    return change(u"INSERT INTO node VALUES (?, ?, ?, '', ?, 0, 0, 1) ON CONFLICT (fleet, name)"
                  " DO UPDATE SET incomplete = 1, scanned_at = excluded.scanned_at, part = excluded.part"_qs,
                  {fleet, node, orEmpty(group), stamped(at)});
}

Result<QStringList> DriftTable::namesOf(const QString& fleet) const
{
    Result<QSqlQuery> asked = m_database.run(u"SELECT name FROM node WHERE fleet = ?"_qs, {fleet});
    if (!asked)
        return asked.as<QStringList>();
    QSqlQuery rows = asked.take();
    QStringList names;
    while (rows.next())
        names.append(rows.value(0).toString());
    return names;
}

Result<Done> DriftTable::forgetOthers(const QString& fleet, const QStringList& nodes, const QDateTime& at) const
{
    const Result<QStringList> names = namesOf(fleet);
    if (!names)
        return names.as<Done>();
    Result<Done> forgotten = Done{};
    for (const QString& name : *names) {
        if (!forgotten || nodes.contains(name))
            continue;
        forgotten = change(u"UPDATE difference SET gone_at = ? WHERE fleet = ? AND node = ? AND gone_at IS NULL"_qs,
                           {stamped(at), fleet, name});
        if (forgotten)
            forgotten = change(u"DELETE FROM node WHERE fleet = ? AND name = ?"_qs, {fleet, name});
        if (forgotten)
            forgotten = writeSightings(fleet, name, NodePast());
    }
    return forgotten;
}

Result<QList<NodeCount>> DriftTable::nodesOf(const QString& fleet, const QString& group) const
{
    Result<QSqlQuery> asked = m_database.run(u"SELECT part, scanned_at, differences, hidden, incomplete FROM node"
                                             " WHERE fleet = ? AND part = ?"_qs,
                                             {fleet, group});
    if (!asked)
        return asked.as<QList<NodeCount>>();
    QSqlQuery rows = asked.take();
    QList<NodeCount> nodes;
    while (rows.next())
        nodes.append({rows.value(0).toString(), timeOfStamp(rows.value(1)), rows.value(2).toInt(),
                      rows.value(3).toInt(), rows.value(4).toBool()});
    return nodes;
}

Result<QList<DriftCount>> DriftTable::counts(const QString& condition, const QVariantList& values) const
{
    Result<QSqlQuery> asked = m_database.run(
        u"SELECT part, at, nodes, differing, differences, hidden, incomplete FROM tally "_qs + condition, values);
    if (!asked)
        return asked.as<QList<DriftCount>>();
    QSqlQuery rows = asked.take();
    QList<DriftCount> list;
    while (rows.next())
        list.append(countOf(rows));
    return list;
}

Result<Done> DriftTable::appendCount(const QString& fleet, const DriftCount& next) const
{
    const Result<Done> ahead = change(u"DELETE FROM tally WHERE fleet = ? AND part = ? AND at > ?"_qs,
                                      {fleet, orEmpty(next.group), stamped(next.at.addDays(1))});
    if (!ahead)
        return ahead;
    Result<QList<DriftCount>> known =
        counts(u"WHERE fleet = ? AND part = ? ORDER BY at DESC LIMIT 2"_qs, {fleet, next.group});
    if (!known)
        return known.as<Done>();
    QList<DriftCount> last = known.take();
    std::ranges::reverse(last);
    const QList<DriftCount> now = withCount(last, next);
    if (now == last)
        return Done{};
    if (!last.isEmpty() && now.size() == last.size()) {
        const Result<Done> moved = change(u"DELETE FROM tally WHERE fleet = ? AND part = ? AND at = ?"_qs,
                                          {fleet, orEmpty(next.group), stamped(last.last().at)});
        if (!moved)
            return moved;
    }
    return change(u"INSERT INTO tally VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_qs,
                  {fleet, orEmpty(next.group), stamped(next.at), next.nodes, next.differing, next.differences,
                   next.hidden, next.incomplete});
}

Result<Done> DriftTable::count(const QString& fleet, const QStringList& groups) const
{
    for (const QString& group : groups) {
        const Result<QList<NodeCount>> nodes = nodesOf(fleet, orEmpty(group));
        if (!nodes)
            return nodes.as<Done>();
        for (const DriftCount& next : countsOf(*nodes)) {
            const Result<Done> appended = appendCount(fleet, next);
            if (!appended)
                return appended;
        }
    }
    return Done{};
}

Result<DriftHistory> DriftTable::history(const QString& fleet, const QStringList& nodes, const QString& group,
                                         bool gone) const
{
    QString which = u"WHERE fleet = ?"_qs;
    QString ofGroups = which;
    QVariantList values{fleet};
    QVariantList groups{fleet};
    if (!nodes.isEmpty()) {
        which += u" AND node IN "_qs + marks(nodes.size());
        values += asValues(nodes);
        ofGroups += u" AND part IN (SELECT part FROM node WHERE fleet = ? AND name IN "_qs + marks(nodes.size()) + u')';
        groups.append(fleet);
        groups += asValues(nodes);
    }
    if (!group.isEmpty()) {
        which += u" AND part = ?"_qs;
        ofGroups += u" AND part = ?"_qs;
        values.append(group);
        groups.append(group);
    }
    which += gone ? QString() : u" AND gone_at IS NULL"_qs;
    const Result<QList<KeptDifference>> found = differences(
        which + u" AND hidden = 0 ORDER BY gone_at IS NOT NULL, first_seen DESC, node, section, key"_qs, values);
    const Result<QList<DriftCount>> tallies = counts(ofGroups + u" ORDER BY part, at"_qs, groups);
    if (!found || !tallies)
        return found ? tallies.as<DriftHistory>() : found.as<DriftHistory>();
    DriftHistory history{{}, *tallies};
    for (const KeptDifference& kept : *found)
        history.differences.append(kept.dated);
    return history;
}

Result<Done> DriftTable::forgetBefore(const QString& fleet, const QDateTime& oldest) const
{
    const Result<Done> forgotten =
        change(u"DELETE FROM difference WHERE fleet = ? AND gone_at < ?"_qs, {fleet, stamped(oldest)});
    return forgotten ? change(u"DELETE FROM tally WHERE fleet = ? AND at < ?"_qs, {fleet, stamped(oldest)}) : forgotten;
}

Result<Done> DriftTable::forgetMoreThan(int gone) const
{
    return change(u"DELETE FROM difference WHERE number IN (SELECT number FROM difference"
                  " WHERE gone_at IS NOT NULL ORDER BY gone_at DESC LIMIT -1 OFFSET ?)"_qs,
                  {gone});
}

} // namespace snowmelt
