// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/journal.h"

#include "backend/store/person.h"
#include "backend/store/schema.h"
#include "backend/store/sqlite_file.h"
#include "models/domain/code_names.h"
#include "models/domain/event_json.h"
#include "models/domain/planning/settled.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QThread>

#include <algorithm>

namespace snowmelt {

namespace {

/// Fixed width and UTC, so that the text sorts as the time does.
QString stamp(const QDateTime& time)
{
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_qs);
}

QString hashOf(const QString& body)
{
    const QByteArray hash = QCryptographicHash::hash(body.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex());
}

bool isKept(const EventBody& body)
{
    return !std::holds_alternative<LogLine>(body) && !std::holds_alternative<Progress>(body) &&
           !std::holds_alternative<DrainSeen>(body) && !std::holds_alternative<GatesSeen>(body);
}

HistoryEntry readEntry(const QSqlQuery& row)
{
    HistoryEntry entry;
    entry.operation = row.value(0).toString();
    entry.verb = row.value(1).toString();
    entry.fleet = row.value(2).toString();
    entry.subject = row.value(3).toString();
    entry.person = row.value(4).toString();
    entry.startedAt = QDateTime::fromString(row.value(5).toString(), Qt::ISODateWithMs);
    entry.endedAt = QDateTime::fromString(row.value(6).toString(), Qt::ISODateWithMs);
    entry.outcome = row.value(7).toString();
    return entry;
}

qint64 medianOf(QList<qint64> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

const QString EntryColumns =
    u"SELECT id, verb, fleet, subject, person, started_at, ended_at, outcome FROM operation "_qs;

} // namespace

class Journal::Private
{
public:
    std::unique_ptr<SqliteFile> database;
    QThread* thread = QThread::currentThread();

    Result<qint64> insert(const Event& event) const;
    Result<Done> replaceReport(const QString& fleet, const Event& event, const QString& node) const;
    Result<Done> store(const Event& event) const;
    Result<Done> noteStarted(const Event& event, const Started& started) const;
    Result<Done> noteFinished(const Event& event, const Finished& finished) const;
    Result<Done> notePlan(const Event& event, const PlanMade& made) const;
    Result<Done> noteDrift(const Event& event, const NodeScanned& scanned, qint64 number) const;
    Result<Event> readEvent(const QSqlQuery& row) const;
    Result<QList<HistoryEntry>> entries(const QString& condition, const QVariantList& values) const;
    Result<QList<Event>> eventList(const QString& statement, const QVariantList& values) const;
    Result<Done> change(const QString& statement, const QVariantList& values) const;
};

Result<Done> Journal::Private::change(const QString& statement, const QVariantList& values) const
{
    const Result<QSqlQuery> done = database->run(statement, values);
    return done ? Result<Done>(Done{}) : done.as<Done>();
}

/// The event's number.
Result<qint64> Journal::Private::insert(const Event& event) const
{
    const QString body = QString::fromUtf8(QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact));
    const Result<QSqlQuery> inserted = database->run(u"INSERT INTO event (operation, body, sha256) VALUES (?, ?, ?)"_qs,
                                                     {event.operation, body, hashOf(body)});
    if (!inserted)
        return inserted.as<qint64>();
    return inserted->lastInsertId().toLongLong();
}

Result<Done> Journal::Private::store(const Event& event) const
{
    const Result<qint64> inserted = insert(event);
    if (!inserted)
        return inserted.as<Done>();
    if (const auto* started = std::get_if<Started>(&event.body))
        return noteStarted(event, *started);
    if (const auto* finished = std::get_if<Finished>(&event.body))
        return noteFinished(event, *finished);
    if (const auto* made = std::get_if<PlanMade>(&event.body))
        return notePlan(event, *made);
    if (const auto* scanned = std::get_if<NodeScanned>(&event.body))
        return noteDrift(event, *scanned, *inserted);
    return Done{};
}

Result<Done> Journal::Private::noteStarted(const Event& event, const Started& started) const
{
    return change(u"INSERT INTO operation (id, verb, fleet, subject, person, started_at) VALUES (?, ?, ?, ?, ?, ?)"_qs,
                  {event.operation, started.verb, started.fleet, started.subject.isNull() ? u""_qs : started.subject,
                   personAtHost(), stamp(event.at)});
}

Result<Done> Journal::Private::noteFinished(const Event& event, const Finished& finished) const
{
    const Result<Done> ended = change(u"UPDATE operation SET ended_at = ?, outcome = ? WHERE id = ?"_qs,
                                      {stamp(event.at), outcomeName(finished.outcome), event.operation});
    if (!ended || !settles(finished.safety))
        return ended;
    return change(u"DELETE FROM open_deployment WHERE operation = ?"_qs, {event.operation});
}

Result<Done> Journal::Private::notePlan(const Event& event, const PlanMade& made) const
{
    return change(u"INSERT OR IGNORE INTO open_deployment (operation, fleet, part) VALUES (?, ?, ?)"_qs,
                  {event.operation, made.plan.fleet, made.plan.group});
}

Result<Done> Journal::Private::noteDrift(const Event& event, const NodeScanned& scanned, qint64 number) const
{
    return change(
        u"INSERT OR REPLACE INTO drift (fleet, node, event) SELECT fleet, ?, ? FROM operation WHERE id = ?"_qs,
        {scanned.report.node, number, event.operation});
}

Result<Done> Journal::Private::replaceReport(const QString& fleet, const Event& event, const QString& node) const
{
    const Result<Done> dropped =
        change(u"DELETE FROM event WHERE number IN (SELECT event FROM drift WHERE fleet = ? AND node = ?)"
               " AND operation NOT IN (SELECT id FROM operation)"_qs,
               {fleet, node});
    if (!dropped)
        return dropped;
    const Result<qint64> number = insert(event);
    if (!number)
        return number.as<Done>();
    return change(u"INSERT OR REPLACE INTO drift (fleet, node, event) VALUES (?, ?, ?)"_qs, {fleet, node, *number});
}

Result<Event> Journal::Private::readEvent(const QSqlQuery& row) const
{
    const QString body = row.value(1).toString();
    if (hashOf(body) != row.value(2).toString())
        return Error{ErrorCode::StoreUnusable,
                     {database->path()},
                     u"event %1 does not match its sha256"_qs.arg(row.value(0).toLongLong())};
    return eventFromJson(QJsonDocument::fromJson(body.toUtf8()).object());
}

Result<QList<Event>> Journal::Private::eventList(const QString& statement, const QVariantList& values) const
{
    Result<QSqlQuery> asked = database->run(statement, values);
    if (!asked)
        return asked.as<QList<Event>>();
    QSqlQuery rows = asked.take();
    QList<Event> events;
    while (rows.next()) {
        Result<Event> event = readEvent(rows);
        if (!event)
            return event.as<QList<Event>>();
        events.append(event.take());
    }
    return events;
}

Result<QList<HistoryEntry>> Journal::Private::entries(const QString& condition, const QVariantList& values) const
{
    Result<QSqlQuery> asked = database->run(EntryColumns + condition, values);
    if (!asked)
        return asked.as<QList<HistoryEntry>>();
    QSqlQuery rows = asked.take();
    QList<HistoryEntry> list;
    while (rows.next())
        list.append(readEntry(rows));
    return list;
}

Journal::Journal() : d(std::make_unique<Private>()) {}

Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const QString& home)
{
    using Opened = std::unique_ptr<Journal>;
    if (!QDir().mkpath(home))
        return Error{ErrorCode::FileUnwritable, {home}, {}};
    Result<std::unique_ptr<SqliteFile>> database = SqliteFile::open(QDir(home).filePath(u"journal.sqlite"_qs));
    if (!database)
        return database.as<Opened>();
    Opened journal(new Journal);
    journal->d->database = database.take();
    const Result<Done> migrated = migrate(*journal->d->database);
    if (!migrated)
        return migrated.as<Opened>();
    return journal;
}

Result<Done> Journal::append(const Event& event)
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    if (!isKept(event.body))
        return Done{};
    return d->database->atomically([this, &event] { return d->store(event); });
}

Result<Done> Journal::noteReport(const QString& fleet, const Event& scanned)
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    const QString node = std::get<NodeScanned>(scanned.body).report.node;
    return d->database->atomically([&] { return d->replaceReport(fleet, scanned, node); });
}

Result<Done> Journal::noteForeign(const HistoryEntry& entry)
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    return d->change(
        u"INSERT OR IGNORE INTO operation (id, verb, fleet, subject, person, started_at) VALUES (?, ?, ?, ?, ?, ?)"_qs,
        {entry.operation, entry.verb, entry.fleet, entry.subject, entry.person, stamp(entry.startedAt)});
}

Result<QList<HistoryEntry>> Journal::history(const QString& fleet, int limit) const
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    return d->entries(u"WHERE fleet = ? ORDER BY started_at DESC, id LIMIT ?"_qs, {fleet, limit});
}

Result<QList<HistoryEntry>> Journal::unfinished(const QString& fleet) const
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    return d->entries(u"WHERE fleet = ? AND ended_at IS NULL ORDER BY started_at DESC, id"_qs, {fleet});
}

Result<QList<OpenEntry>> Journal::openDeployments(const QString& fleet) const
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    Result<QSqlQuery> asked = d->database->run(
        u"SELECT o.id, o.verb, o.fleet, o.subject, o.person, o.started_at, o.ended_at, o.outcome, d.part"
        " FROM open_deployment d JOIN operation o ON o.id = d.operation WHERE d.fleet = ? ORDER BY o.started_at DESC"_qs,
        {fleet});
    if (!asked)
        return asked.as<QList<OpenEntry>>();
    QSqlQuery rows = asked.take();
    QList<OpenEntry> list;
    while (rows.next())
        list.append({readEntry(rows), rows.value(8).toString()});
    return list;
}

Result<Done> Journal::closeDeployment(const OperationId& operation)
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    return d->change(u"DELETE FROM open_deployment WHERE operation = ?"_qs, {operation});
}

Result<QString> Journal::imageBefore(const QString& fleet, const QString& group) const
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    Result<QSqlQuery> asked = d->database->run(
        u"SELECT json_extract(p.body, '$.plan.from') FROM operation o JOIN event p ON p.operation = o.id"
        " WHERE o.fleet = ? AND o.outcome = 'done' AND json_extract(p.body, '$.type') = 'planMade'"
        " AND json_extract(p.body, '$.plan.group') = ? ORDER BY o.started_at DESC LIMIT 1"_qs,
        {fleet, group});
    if (!asked)
        return asked.as<QString>();
    QSqlQuery row = asked.take();
    return row.next() ? row.value(0).toString() : QString();
}

Result<QList<JournaledPlan>> Journal::waysBack() const
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    const QString columns = u"SELECT e.number, e.body, e.sha256 FROM event e "_qs;
    const QString isPlan = u" json_extract(e.body, '$.type') = 'planMade'"_qs;
    const QString inOrder = u" ORDER BY e.number"_qs;
    const auto open = d->eventList(
        columns + u"WHERE e.operation IN (SELECT operation FROM open_deployment) AND"_qs + isPlan + inOrder, {});
    const auto done = d->eventList(
        columns + u"WHERE"_qs + isPlan +
            u" AND e.operation IN (SELECT id FROM (SELECT o.id AS id, RANK() OVER"
            " (PARTITION BY o.fleet, json_extract(e.body, '$.plan.group') ORDER BY o.started_at DESC) AS place"
            " FROM operation o JOIN event e ON e.operation = o.id WHERE o.outcome = 'done' AND"_qs +
            isPlan + u") WHERE place = 1)"_qs + inOrder,
        {});
    if (!open || !done)
        return (open ? done : open).as<QList<JournaledPlan>>();
    QList<JournaledPlan> plans;
    for (const Event& event : *open)
        plans.append({std::get<PlanMade>(event.body).plan, true});
    for (const Event& event : *done)
        plans.append({std::get<PlanMade>(event.body).plan, false});
    return plans;
}

Result<QMap<StepKind, qint64>> Journal::typicalMs(const QString& fleet, const QString& group) const
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    // Of the last ten deployments that were done: older ones say little about today's images.
    Result<QSqlQuery> asked = d->database->run(
        u"SELECT json_extract(s.body, '$.kind'), json_extract(s.body, '$.ms') FROM event s WHERE s.operation IN"
        " (SELECT o.id FROM operation o JOIN event p ON p.operation = o.id WHERE o.fleet = ? AND o.outcome = 'done'"
        "  AND json_extract(p.body, '$.type') = 'planMade' AND json_extract(p.body, '$.plan.group') = ?"
        "  ORDER BY o.started_at DESC LIMIT 10) AND json_extract(s.body, '$.type') = 'stepDone'"_qs,
        {fleet, group});
    if (!asked)
        return asked.as<QMap<StepKind, qint64>>();
    QSqlQuery rows = asked.take();
    QMap<StepKind, QList<qint64>> seen;
    while (rows.next()) {
        if (const auto kind = codeFromName<StepKind>(rows.value(0).toString()))
            seen[*kind].append(rows.value(1).toLongLong());
    }
    QMap<StepKind, qint64> typical;
    for (auto it = seen.cbegin(); it != seen.cend(); ++it)
        typical.insert(it.key(), medianOf(it.value()));
    return typical;
}

Result<QList<Event>> Journal::events(const OperationId& operation) const
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    return d->eventList(u"SELECT number, body, sha256 FROM event WHERE operation = ? ORDER BY number"_qs, {operation});
}

Result<QList<DriftReport>> Journal::lastDrift(const QString& fleet) const
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    const Result<QList<Event>> events =
        d->eventList(u"SELECT e.number, e.body, e.sha256 FROM drift d JOIN event e ON e.number = d.event"
                     " WHERE d.fleet = ? ORDER BY d.node"_qs,
                     {fleet});
    if (!events)
        return events.as<QList<DriftReport>>();
    QList<DriftReport> reports;
    for (const Event& event : *events) {
        if (const auto* scanned = std::get_if<NodeScanned>(&event.body))
            reports.append(scanned->report);
    }
    return reports;
}

} // namespace snowmelt
