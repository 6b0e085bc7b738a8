// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/operation_ids.h"

#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"
#include "app/cli/tell.h"

#include <QSet>

namespace snowmelt {
namespace {

constexpr int wholeHistory = 1'000'000;

QStringList shortened(const QStringList& ids)
{
    const int length = lengthToTellApart(ids);
    QStringList all;
    for (const QString& id : ids)
        all.append(id.left(length));
    return all;
}

} // namespace

int lengthToTellApart(const QStringList& ids)
{
    const QSet<QString> different(ids.begin(), ids.end());
    int longest = shortestId;
    for (const QString& id : different)
        longest = std::max(longest, static_cast<int>(id.size()));
    for (int length = shortestId; length < longest; ++length) {
        QSet<QString> beginnings;
        for (const QString& id : different)
            beginnings.insert(id.left(length));
        if (beginnings.size() == different.size())
            return length;
    }
    return longest;
}

QStringList idsBeginning(const QString& beginning, const QStringList& ids)
{
    QStringList found;
    for (const QString& id : ids) {
        if (id.compare(beginning, Qt::CaseInsensitive) == 0)
            return {id};
        if (id.startsWith(beginning, Qt::CaseInsensitive))
            found.append(id);
    }
    return found;
}

NamedOperation operationNamed(const Call& call, const QString& verb, const QString& beginning)
{
    const Reading reading = read(call, HistoryIntent{wholeHistory});
    const auto listed = reading.last<HistoryListed>();
    if (!listed)
        return {{}, {}, reading.finished};
    QStringList ids;
    for (const HistoryEntry& entry : listed->entries)
        ids.append(entry.operation);
    const QStringList found = idsBeginning(beginning, ids);
    if (found.size() == 1)
        return {found.first(), {}, {}};
    if (found.isEmpty())
        return {
            {}, {}, {OutcomeKind::Failed, Safety::Unchanged, Error{ErrorCode::DeploymentUnknown, {beginning}, {}}, 0}};
    tellUsage(call.console,
              CliText::tr("Several ids begin with “%1”: %2. Say more of the one you mean.")
                  .arg(beginning, shortened(found).join(QStringLiteral(", "))),
              verb);
    return {{}, exitUsage, {}};
}

} // namespace snowmelt
