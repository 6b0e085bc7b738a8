// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/fact_sheet.h"

#include <optional>

namespace snowmelt {

/// subject (RFC 2253), fingerprint (SHA-256 of the whole certificate in DER, hex) and notAfter (ISO 8601, UTC) of an
/// X.509 certificate: PEM (RFC 7468; OpenSSL's trusted form too), or DER as digits of od(1). Nothing of anything else.
std::optional<FactRow> certificateRow(const QByteArray& told);

} // namespace snowmelt
