// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/secret.h"

namespace snowmelt {

/// One secret in one file: 0600 in a folder of 0700, replaced as a whole.
QString secretFilePath(const QString& folder, const QString& key);
/// Empty when there is no file. SecretUnavailable {key} when others may read it.
Result<Secret> readSecretFile(const QString& folder, const QString& key);
Result<Done> writeSecretFile(const QString& folder, const QString& key, const Secret& secret);
void removeSecretFile(const QString& folder, const QString& key);

} // namespace snowmelt
