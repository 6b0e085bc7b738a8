// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/kept_looks.h"

#include "backend/execution/blocking.h"
#include "backend/services/drift_telling.h"

#include <QCryptographicHash>

#include <algorithm>

namespace snowmelt {

namespace {

/// From the hash of a short secret it can be guessed: kept looks tell contents apart by the salt of this home.
FactSheet sealed(FactSheet sheet, const QByteArray& salt)
{
    if (!sheet.saw(DriftSection::Files))
        return sheet;
    const QString content = QStringLiteral("content");
    for (FactRow& row : sheet.tables[DriftSection::Files]) {
        if (const auto told = row.fields.find(content); told != row.fields.end())
            *told = QString::fromLatin1(
                QCryptographicHash::hash(QByteArray(salt + told->toLatin1()), QCryptographicHash::Sha256).toHex());
    }
    return sheet;
}

} // namespace

LookKeeping KeptLooks::keeping(const NodeFacts& node, std::shared_ptr<FactSheet> seen)
{
    LookKeeping keeping;
    keeping.salt = m_salt;
    if (!canKeep() && !seen)
        return keeping;
    const bool born = !node.digest.isNull();
    keeping.keep = [self = shared_from_this(), born, seen](FactSheet sheet) {
        const FactSheet kept = self->canKeep() ? sealed(std::move(sheet), self->m_salt) : sheet;
        if (self->canKeep())
            self->keep(kept, born);
        if (seen)
            *seen = kept;
    };
    return keeping;
}

void KeptLooks::keep(const FactSheet& sealed, bool born)
{
    Result<LookRecord> kept = m_files.keep(sealed);
    if (kept) {
        LookRecord record = kept.take();
        record.born = born;
        record.salt = LookFiles::saltMark(m_salt);
        kept = record;
    }
    const QMutexLocker lock(&m_mutex);
    m_looks.append(kept);
}

QList<Result<LookRecord>> KeptLooks::taken()
{
    const QMutexLocker lock(&m_mutex);
    return m_looks;
}

std::optional<Error> KeptLooks::trouble()
{
    const QList<Result<LookRecord>> all = taken();
    const auto failed = std::ranges::find_if(all, [](const Result<LookRecord>& look) { return look.failed(); });
    return failed == all.end() ? std::nullopt : std::optional<Error>(failed->error());
}

QCoro::Task<KeptLooksPtr> beginLooks(OperationPtr operation)
{
    const QString home = operation->rooms().home;
    const std::function<Result<QByteArray>()> work = [home] { return LookFiles(home).salt(); };
    const Result<QByteArray> salt = co_await runBlocking<QByteArray>(work);
    if (salt.failed())
        tellStoreTrouble(*operation, {StoreGap::Salt, salt.error()});
    co_return std::make_shared<KeptLooks>(home, salt.ok() ? *salt : QByteArray());
}

QList<LookRecord> takeLooks(Operation& operation, KeptLooks& looks)
{
    QList<LookRecord> kept;
    const QList<Result<LookRecord>> taken = looks.taken();
    for (const Result<LookRecord>& look : taken) {
        if (look)
            kept.append(*look);
    }
    // What one of them met the others met: one line, with how many.
    if (const std::optional<Error> why = looks.trouble())
        tellStoreTrouble(operation, {StoreGap::Looks, *why, int(taken.size() - kept.size())});
    return kept;
}

} // namespace snowmelt
