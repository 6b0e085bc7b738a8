// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/drift_store.h"

#include "backend/store/drift_schema.h"
#include "backend/store/drift_table.h"
#include "backend/store/look_table.h"
#include "backend/store/schema.h"
#include "backend/store/sqlite_file.h"

#include <QDir>
#include <QThread>

namespace snowmelt {

class DriftStore::Private
{
public:
    explicit Private(std::unique_ptr<SqliteFile> file) : database(std::move(file)) {}

    std::unique_ptr<SqliteFile> database;
    DriftTable drift{*database};
    LookTable looks{*database};
    QThread* thread = QThread::currentThread();

    Result<QDateTime> oldestKept(const QString& fleet, const QDateTime& now) const;
    Result<Done> forgetBefore(const QString& fleet, const QStringList& present, const QDateTime& oldest) const;
};

/// The beginning of the first of the last days on which the fleet was looked at; null: there were fewer.
Result<QDateTime> DriftStore::Private::oldestKept(const QString& fleet, const QDateTime& now) const
{
    const QString today = now.toUTC().date().toString(Qt::ISODate);
    const Result<QSqlQuery> noted = database->run(u"INSERT OR IGNORE INTO looked_on VALUES (?, ?)"_qs, {fleet, today});
    if (!noted)
        return noted.as<QDateTime>();
    Result<QSqlQuery> asked = database->run(
        u"SELECT day FROM looked_on WHERE fleet = ? ORDER BY day DESC LIMIT 1 OFFSET ?"_qs, {fleet, keptDays});
    if (!asked)
        return asked.as<QDateTime>();
    QSqlQuery row = asked.take();
    return row.next() ? QDate::fromString(row.value(0).toString(), Qt::ISODate).startOfDay(Qt::UTC) : QDateTime();
}

Result<Done> DriftStore::Private::forgetBefore(const QString& fleet, const QStringList& present,
                                               const QDateTime& oldest) const
{
    Result<Done> forgotten = drift.forgetBefore(fleet, oldest);
    if (forgotten)
        forgotten = looks.forgetBefore(fleet, present, oldest);
    if (!forgotten)
        return forgotten;
    const Result<QSqlQuery> days = database->run(u"DELETE FROM looked_on WHERE fleet = ? AND day < ?"_qs,
                                                 {fleet, oldest.date().toString(Qt::ISODate)});
    return days ? Result<Done>(Done{}) : days.as<Done>();
}

DriftStore::DriftStore() = default;
DriftStore::~DriftStore() = default;

Result<std::unique_ptr<DriftStore>> DriftStore::open(const QString& home)
{
    using Opened = std::unique_ptr<DriftStore>;
    if (!QDir().mkpath(home))
        return Error{ErrorCode::FileUnwritable, {home}, {}};
    Result<std::unique_ptr<SqliteFile>> database = SqliteFile::open(QDir(home).filePath(u"drift.sqlite"_qs));
    if (!database)
        return database.as<Opened>();
    Opened store(new DriftStore);
    store->d = std::make_unique<Private>(database.take());
    const Result<Done> migrated = migrateBy(driftMigrations(), *store->d->database);
    if (!migrated)
        return migrated.as<Opened>();
    return store;
}

Result<Done> DriftStore::noteScan(const QString& fleet, const DriftSighting& sighting)
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    return d->database->atomically([&]() -> Result<Done> {
        const Result<NodePast> past = d->drift.past(fleet, sighting.report.node);
        if (!past)
            return past.as<Done>();
        const DatedReport now = dated(*past, sighting);
        if (now.past == *past && now.gone.isEmpty())
            return Done{};
        return d->drift.replace(fleet, sighting, now);
    });
}

Result<Done> DriftStore::noteUnseen(const QString& fleet, const QString& node, const QString& group,
                                    const QDateTime& at)
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    return d->database->atomically([&] { return d->drift.noteUnseen(fleet, node, group, at); });
}

Result<Done> DriftStore::notePresent(const QString& fleet, const QStringList& nodes, const QDateTime& at)
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    return d->database->atomically([&] { return d->drift.forgetOthers(fleet, nodes, at); });
}

Result<Done> DriftStore::noteCounts(const QString& fleet, const QStringList& groups)
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    return d->database->atomically([&] { return d->drift.count(fleet, groups); });
}

Result<DriftHistory> DriftStore::history(const QString& fleet, const QStringList& nodes, const QString& group,
                                         bool gone) const
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    return d->drift.history(fleet, nodes, group, gone);
}

Result<Done> DriftStore::noteLook(const QString& fleet, const LookRecord& look)
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    return d->database->atomically([&] { return d->looks.note(fleet, look); });
}

Result<Done> DriftStore::acceptLook(const QString& fleet, const LookRecord& look)
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    return d->database->atomically([&] { return d->looks.accept(fleet, look); });
}

Result<QList<LookRecord>> DriftStore::looksBefore(const QString& fleet, const QString& node,
                                                  const QDateTime& time) const
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    return d->looks.before(fleet, node, time);
}

Result<std::optional<LookRecord>> DriftStore::baseline(const QString& fleet, const QString& node) const
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    return d->looks.baseline(fleet, node);
}

Result<Done> DriftStore::prune(const QString& fleet, const QStringList& present, const QDateTime& now, qint64 lookBytes)
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    return d->database->atomically([&]() -> Result<Done> {
        const Result<QDateTime> oldest = d->oldestKept(fleet, now);
        if (!oldest)
            return oldest.as<Done>();
        Result<Done> forgotten = oldest->isValid() ? d->forgetBefore(fleet, present, *oldest) : Done{};
        if (forgotten)
            forgotten = d->drift.forgetMoreThan(keptGone);
        return forgotten ? d->looks.forgetAbove(lookBytes) : forgotten;
    });
}

Result<QSet<QByteArray>> DriftStore::keptParts() const
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    return d->looks.digests();
}

} // namespace snowmelt
