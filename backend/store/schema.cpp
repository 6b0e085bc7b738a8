// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/schema.h"

namespace snowmelt {

/// Migration n (from 0) leads from format n to format n + 1. A migration that was released is never edited.
static QList<QStringList> migrations()
{
    return {
        {
            u"CREATE TABLE operation (id TEXT PRIMARY KEY, verb TEXT NOT NULL, fleet TEXT NOT NULL, subject TEXT NOT "
            u"NULL,"
            " person TEXT NOT NULL, started_at TEXT NOT NULL, ended_at TEXT, outcome TEXT) WITHOUT ROWID"_qs,
            u"CREATE INDEX operation_by_fleet ON operation (fleet, started_at)"_qs,
            u"CREATE TABLE event (number INTEGER PRIMARY KEY AUTOINCREMENT, operation TEXT NOT NULL, body TEXT NOT "
            u"NULL,"
            " sha256 TEXT NOT NULL)"_qs,
            u"CREATE INDEX event_by_operation ON event (operation, number)"_qs,
            u"CREATE TABLE drift (fleet TEXT NOT NULL, node TEXT NOT NULL, event INTEGER NOT NULL,"
            " PRIMARY KEY (fleet, node)) WITHOUT ROWID"_qs,
        },
        {
            // Deployments that have not come to an end both sides agree on; those of before have no record of the end.
            u"CREATE TABLE open_deployment (operation TEXT PRIMARY KEY, fleet TEXT NOT NULL, part TEXT NOT NULL)"
            " WITHOUT ROWID"_qs,
            u"INSERT INTO open_deployment SELECT o.id, o.fleet, json_extract(e.body, '$.plan.group')"
            " FROM operation o JOIN event e ON e.operation = o.id"
            " WHERE o.ended_at IS NULL AND json_extract(e.body, '$.type') = 'planMade'"_qs,
        },
    };
}

int newestSchema()
{
    return int(migrations().size());
}

static Result<int> currentSchema(const SqliteFile& database)
{
    Result<QSqlQuery> query = database.run(u"PRAGMA user_version"_qs);
    if (!query)
        return query.as<int>();
    QSqlQuery row = query.take();
    return row.next() ? row.value(0).toInt() : 0;
}

/// Asks for the version inside the lock: another process may have migrated while this one waited.
static Result<Done> migrateOnce(const QList<QStringList>& steps, const SqliteFile& database)
{
    const Result<int> version = currentSchema(database);
    if (!version)
        return version.as<Done>();
    if (*version >= steps.size())
        return Done{};
    QStringList statements = steps.at(*version);
    statements.append(u"PRAGMA user_version = "_qs + QString::number(*version + 1));
    for (const QString& statement : statements) {
        const Result<QSqlQuery> done = database.run(statement);
        if (!done)
            return done.as<Done>();
    }
    return Done{};
}

Result<Done> migrateBy(const QList<QStringList>& steps, const SqliteFile& database)
{
    for (;;) {
        const Result<int> version = currentSchema(database);
        if (!version)
            return version.as<Done>();
        if (*version > steps.size())
            return Error{ErrorCode::StoreNewer, {database.path()}, {}};
        if (*version == steps.size())
            return Done{};
        const Result<Done> step = database.atomically([&] { return migrateOnce(steps, database); });
        if (!step)
            return step;
    }
}

Result<Done> migrate(const SqliteFile& database)
{
    return migrateBy(migrations(), database);
}

} // namespace snowmelt
