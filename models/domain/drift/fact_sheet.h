// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"

#include <QMap>
#include <QSet>
#include <QString>

namespace snowmelt {

struct ProbeFacts;

/// One thing on a node: what of it is compared, and what only explains.
struct FactRow
{
    QMap<QString, QString> fields; ///< compared; names as in FieldChange::field
    QDateTime changedAt;           ///< UTC, by the node's clock: packages and files; null: not known. Never compared
    bool operator==(const FactRow&) const = default;
};

/// The things of one section by their key, as Difference::key has it. docs/DRIFT.md names keys and fields.
using FactTable = QMap<QByteArray, FactRow>;

/// What was seen on a node, in one form for every section: what two nodes are compared by.
struct FactSheet
{
    QString node;
    QDateTime seenAt;                     ///< UTC
    QMap<DriftSection, FactTable> tables; ///< of the sections that were seen, empty ones too
    QList<Unseen> unseen;                 ///< whole sections, and single things in one that was seen

    bool saw(DriftSection section) const { return tables.contains(section); }
    bool operator==(const FactSheet&) const = default;
};

/// Pure. What every scan leaves out (left_out.h) is not in it.
FactSheet factSheet(const ProbeFacts& facts, const QString& node, const QDateTime& seenAt);

} // namespace snowmelt
