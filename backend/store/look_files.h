// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/fact_sheet.h"
#include "models/domain/result.h"

#include <QSet>

namespace snowmelt {

/// One section of a kept look: its file is named by its SHA-256.
struct LookPart
{
    QByteArray digest; ///< hex
    qint64 size = 0;   ///< bytes of the file
    bool operator==(const LookPart&) const = default;
};

/// What was seen on a node at one time; its tables are files.
struct LookRecord
{
    QString node;
    QDateTime at; ///< UTC
    QMap<DriftSection, LookPart> parts;
    QList<Unseen> unseen;
    bool born = false; ///< of a node with a birth image: it is no baseline but of those who ask for its time
    QByteArray salt{}; ///< saltMark() of the one its digests were made with; empty: not known
    bool operator==(const LookRecord&) const = default;
};

/// The tables of kept looks: `home`/looks/AB/SHA256, readable by their owner alone. What many looks have alike is one
/// file. Blocking; from any thread.
class LookFiles
{
public:
    explicit LookFiles(const QString& home);

    /// On disk when it returns; `born` is its caller's to say. FileUnwritable or DiskFull, {path}.
    Result<LookRecord> keep(const FactSheet& sheet) const;
    /// Without the sections whose file is gone or not what its name says.
    FactSheet read(const LookRecord& look) const;
    /// None of its parts was swept meanwhile.
    bool isWhole(const LookRecord& look) const;
    /// Removes what is in none of `kept` and was forgotten or is an hour old: a younger one may be of a look that is
    /// being kept.
    void sweep(const QSet<QByteArray>& kept, const QSet<QByteArray>& forgotten = {}) const;
    /// Tells secrets apart alike in every look: of this home, made when it is first asked for.
    Result<QByteArray> salt() const;
    /// Tells salts apart, and nothing of them.
    static QByteArray saltMark(const QByteArray& salt);

private:
    QString pathOf(const QByteArray& digest) const;
    Result<LookPart> keepTable(const FactTable& table) const;
    Result<FactTable> readTable(const LookPart& part) const;

    QString m_folder;
};

} // namespace snowmelt
