// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/drift/look_keeping.h"
#include "backend/services/operation.h"
#include "backend/store/look_files.h"

#include <QMutex>

#include <memory>
#include <optional>

namespace snowmelt {

/// The looks of one round: their sections are kept as each is seen, in the pool; their records are taken at the end.
class KeptLooks : public std::enable_shared_from_this<KeptLooks>
{
public:
    /// `salt`: LookFiles::salt(); empty: nothing is kept.
    KeptLooks(const QString& home, QByteArray salt) : m_files(home), m_salt(std::move(salt)) {}

    bool canKeep() const { return !m_salt.isEmpty(); }
    QByteArray salt() const { return LookFiles::saltMark(m_salt); } ///< LookRecord::salt of them
    /// `seen`, if given, becomes the sheet as it is kept, or as it is where none is kept.
    LookKeeping keeping(const NodeFacts& node, std::shared_ptr<FactSheet> seen = nullptr);
    /// Those that were kept, and why others were not.
    QList<Result<LookRecord>> taken();
    /// Why the first of those was not; nullopt: all were.
    std::optional<Error> trouble();

private:
    void keep(const FactSheet& sealed, bool born);

    const LookFiles m_files;
    const QByteArray m_salt;
    QMutex m_mutex;
    QList<Result<LookRecord>> m_looks;
};
using KeptLooksPtr = std::shared_ptr<KeptLooks>;

/// Of a round of this operation. No salt, and a log line, when the home takes none.
QCoro::Task<KeptLooksPtr> beginLooks(OperationPtr operation);
/// What is to be noted of them. That some could not be kept is told as a log line.
QList<LookRecord> takeLooks(Operation& operation, KeptLooks& looks);

} // namespace snowmelt
