// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/sqlite_file.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

namespace snowmelt {

namespace {

// https://www.sqlite.org/rescode.html, primary result codes
constexpr int SqliteCorrupt = 11;
constexpr int SqliteFull = 13;
constexpr int SqliteNotADatabase = 26;

int primaryCode(const QSqlError& error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

/// Moves a broken store out of the way with its log: somebody may still read it with other tools.
QString keepAside(const QString& path)
{
    const QString aside =
        path + u".unusable-"_qs + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_qs);
    for (const QString& suffix : {QString(), u"-wal"_qs, u"-shm"_qs}) {
        const QString from = path + suffix;
        const QString to = aside + suffix;
        if (QFile::exists(from) && !QFile::rename(from, to))
            return path;
    }
    return aside;
}

Error unusable(const QString& path, const QString& said)
{
    return {ErrorCode::StoreUnusable, {path}, said};
}

Error keptAside(const QString& path, const QString& said)
{
    const QString aside = keepAside(path);
    return unusable(path, aside + u": "_qs + said);
}

/// A file that another program made unreadable by its content, not by the disk or by its permissions.
bool isBroken(const QSqlError& error)
{
    return primaryCode(error) == SqliteCorrupt || primaryCode(error) == SqliteNotADatabase;
}

} // namespace

SqliteFile::SqliteFile(QString path, QString connection) : m_path(std::move(path)), m_connection(std::move(connection))
{
}

SqliteFile::~SqliteFile()
{
    handle().close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<SqliteFile>> SqliteFile::open(const QString& path)
{
    std::unique_ptr<SqliteFile> database(new SqliteFile(path, QUuid::createUuid().toString(QUuid::WithoutBraces)));
    const Result<Done> ready = database->prepare();
    if (!ready)
        return ready.as<std::unique_ptr<SqliteFile>>();
    return database;
}

Result<Done> SqliteFile::prepare()
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_qs, m_connection);
    connection.setDatabaseName(m_path);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_qs);
    if (!connection.open())
        return failure(connection.lastError());
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);

    // The check comes first: setting the journal mode writes to the file, and a broken one stays untouched.
    const Result<Done> sound = quickCheck(connection);
    if (!sound)
        return mustBeLeftAsItIs() ? prepareToRead(connection) : sound;
    for (const QString& pragma : {u"PRAGMA journal_mode=WAL"_qs, u"PRAGMA synchronous=FULL"_qs}) {
        const Result<QSqlQuery> set = run(pragma);
        if (!set)
            return set.as<Done>();
    }
    return Done{};
}

/// No process can have it open for writing here, and all of it is in the one file.
bool SqliteFile::mustBeLeftAsItIs() const
{
    return QFile::exists(m_path) && !QFileInfo(QFileInfo(m_path).absolutePath()).isWritable() &&
           QFileInfo(m_path + u"-wal"_qs).size() == 0;
}

/// Even to read a file in WAL mode SQLite writes beside it, unless it is promised that nobody changes it
/// (https://www.sqlite.org/wal.html#read_only_databases).
Result<Done> SqliteFile::prepareToRead(QSqlDatabase connection) const
{
    connection.close();
    const QUrl url = QUrl::fromLocalFile(QFileInfo(m_path).absoluteFilePath());
    connection.setDatabaseName(url.toString(QUrl::FullyEncoded) + u"?immutable=1"_qs);
    connection.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_qs);
    if (!connection.open())
        return failure(connection.lastError());
    return quickCheck(connection);
}

Result<Done> SqliteFile::quickCheck(QSqlDatabase connection) const
{
    QString answer;
    QSqlError error;
    {
        QSqlQuery query(connection);
        if (query.exec(u"PRAGMA quick_check(1)"_qs) && query.next())
            answer = query.value(0).toString();
        error = query.lastError();
    }
    if (answer == u"ok")
        return Done{};
    if (answer.isEmpty() && !isBroken(error))
        return failure(error);
    connection.close();
    return keptAside(m_path, answer.isEmpty() ? error.text() : answer);
}

Result<QSqlQuery> SqliteFile::run(const QString& statement, const QVariantList& values) const
{
    QSqlQuery query(handle());
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return failure(query.lastError());
    for (const QVariant& value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failure(query.lastError());
    return query;
}

Error SqliteFile::failure(const QSqlError& error) const
{
    const bool full = primaryCode(error) == SqliteFull;
    return {full ? ErrorCode::DiskFull : ErrorCode::StoreUnusable, {m_path}, error.text()};
}

} // namespace snowmelt
