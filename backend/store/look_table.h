// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/look_files.h"
#include "backend/store/sqlite_file.h"

#include <optional>

namespace snowmelt {

/// The index of kept looks, in drift.sqlite. Each call is part of its caller's transaction.
class LookTable
{
public:
    explicit LookTable(const SqliteFile& database) : m_database(database) {}

    Result<Done> note(const QString& fleet, const LookRecord& look) const;
    Result<Done> accept(const QString& fleet, const LookRecord& look) const;
    Result<QList<LookRecord>> before(const QString& fleet, const QString& node, const QDateTime& time) const;
    Result<std::optional<LookRecord>> baseline(const QString& fleet, const QString& node) const;
    Result<Done> forgetBefore(const QString& fleet, const QStringList& present, const QDateTime& oldest) const;
    Result<Done> forgetAbove(qint64 bytes) const;
    Result<QSet<QByteArray>> digests() const;

private:
    struct Row
    {
        qint64 number = 0;
        QDateTime lastAt;
        LookRecord look; ///< `at` is the first
    };
    Result<Done> change(const QString& statement, const QVariantList& values = {}) const;
    Result<std::optional<Row>> row(const QString& condition, const QVariantList& values) const;
    Result<Done> readParts(Row& row) const;
    Result<Done> insert(const QString& fleet, const LookRecord& look) const;
    Result<Done> forgetAbsent(const QString& fleet, const QStringList& present, const QDateTime& oldest) const;
    Result<Done> noteSalt(const QByteArray& salt) const;
    Result<Done> dropParts() const;
    Result<qint64> bytes() const;

    const SqliteFile& m_database;
};

} // namespace snowmelt
