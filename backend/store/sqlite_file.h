// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

namespace snowmelt {

/// One SQLite connection with a name of its own, closed with the object. Bound to the thread that made it.
class SqliteFile
{
public:
    /// Opens or creates `path`: WAL, synchronous=FULL, busy timeout 10 s. A file that is not a database or fails its
    /// quick check is renamed to "PATH.unusable-UTCTIME" (with its -wal and -shm), its bytes untouched, and the error
    /// is StoreUnusable {path} whose detail names the new place. Other failures leave everything where it is. Where
    /// nothing may be written, a file that is there is read: what writes fails.
    static Result<std::unique_ptr<SqliteFile>> open(const QString& path);
    ~SqliteFile();
    SqliteFile(const SqliteFile&) = delete;
    SqliteFile& operator=(const SqliteFile&) = delete;

    Result<QSqlQuery> run(const QString& statement, const QVariantList& values = {}) const;
    /// All of `work` or nothing of it. Takes the write lock at once, so that a second process waits instead of failing
    /// in the middle.
    template <typename Work>
    Result<Done> atomically(Work work) const;

    QString path() const { return m_path; }
    Error failure(const QSqlError& error) const; ///< DiskFull or StoreUnusable, with what SQLite said

private:
    SqliteFile(QString path, QString connection);
    Result<Done> prepare();
    bool mustBeLeftAsItIs() const;
    Result<Done> prepareToRead(QSqlDatabase connection) const;
    Result<Done> quickCheck(QSqlDatabase connection) const;
    QSqlDatabase handle() const { return QSqlDatabase::database(m_connection, false); }

    QString m_path;
    QString m_connection;
};

template <typename Work>
Result<Done> SqliteFile::atomically(Work work) const
{
    const Result<QSqlQuery> begun = run(QStringLiteral("BEGIN IMMEDIATE"));
    if (!begun)
        return begun.template as<Done>();
    Result<Done> worked = work();
    if (worked) {
        const Result<QSqlQuery> committed = run(QStringLiteral("COMMIT"));
        if (committed)
            return Done{};
        worked = committed.template as<Done>();
    }
    // The failure is told by the work; a rollback that fails as well adds nothing.
    static_cast<void>(run(QStringLiteral("ROLLBACK")));
    return worked;
}

} // namespace snowmelt
