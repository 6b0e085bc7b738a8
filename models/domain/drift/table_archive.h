// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/fact_sheet.h"

#include <optional>

namespace snowmelt {

/// Pure. One section of a look as it is kept: CBOR, compressed; docs/DRIFT.md. Alike tables are alike bytes. When a
/// thing was changed is not in it: it is never compared.
QByteArray packedTable(const FactTable& table);

/// nullopt: not what packedTable() makes, or of a form this program does not know.
std::optional<FactTable> unpackedTable(const QByteArray& packed);

} // namespace snowmelt
