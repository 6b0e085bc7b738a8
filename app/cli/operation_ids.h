// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "models/domain/event.h"

#include <optional>

namespace snowmelt {

/// An id is shown by its beginning, of which any unambiguous part names the operation.
constexpr int shortestId = 8;

/// So many characters of each of these ids tell them apart.
int lengthToTellApart(const QStringList& ids);
/// Ids that begin so; one that is exactly it comes alone.
QStringList idsBeginning(const QString& beginning, const QStringList& ids);

/// The operation a person named by the beginning of its id.
struct NamedOperation
{
    OperationId id;              ///< empty: none, or several
    std::optional<int> misnamed; ///< exit status: it names several, and the person has been told
    Finished finished;           ///< why there is none
};
NamedOperation operationNamed(const Call& call, const QString& verb, const QString& beginning);

} // namespace snowmelt
