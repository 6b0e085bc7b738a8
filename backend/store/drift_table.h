// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/sqlite_file.h"
#include "models/domain/drift/dated_drift.h"
#include "models/domain/drift/drift_counts.h"

namespace snowmelt {

/// The tables of what scans found, in drift.sqlite. Each call is part of its caller's transaction.
class DriftTable
{
public:
    explicit DriftTable(const SqliteFile& database) : m_database(database) {}

    Result<NodePast> past(const QString& fleet, const QString& node) const;
    Result<Done> replace(const QString& fleet, const DriftSighting& sighting, const DatedReport& now) const;
    Result<Done> noteUnseen(const QString& fleet, const QString& node, const QString& group, const QDateTime& at) const;
    Result<Done> forgetOthers(const QString& fleet, const QStringList& nodes, const QDateTime& at) const;
    Result<Done> count(const QString& fleet, const QStringList& groups) const;
    Result<DriftHistory> history(const QString& fleet, const QStringList& nodes, const QString& group, bool gone) const;
    Result<Done> forgetBefore(const QString& fleet, const QDateTime& oldest) const;
    Result<Done> forgetMoreThan(int gone) const;

private:
    Result<Done> change(const QString& statement, const QVariantList& values) const;
    Result<Done> readSightings(const QString& fleet, const QString& node, NodePast& past) const;
    Result<QList<KeptDifference>> differences(const QString& condition, const QVariantList& values) const;
    Result<Done> writeSightings(const QString& fleet, const QString& node, const NodePast& past) const;
    Result<Done> writeGone(const QString& fleet, const KeptDifference& kept) const;
    Result<Done> writeStanding(const QString& fleet, const KeptDifference& kept) const;
    Result<QStringList> namesOf(const QString& fleet) const;
    Result<QList<DriftCount>> counts(const QString& condition, const QVariantList& values) const;
    Result<QList<NodeCount>> nodesOf(const QString& fleet, const QString& group) const;
    Result<Done> appendCount(const QString& fleet, const DriftCount& next) const;

    const SqliteFile& m_database;
};

} // namespace snowmelt
