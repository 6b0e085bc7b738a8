// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace snowmelt {

/// Whole or not at all, readable by nobody else at any moment.
Result<Done> writePrivateFile(const QString& path, const QByteArray& content);
/// Folders of 0700 down to `path`.
Result<Done> makePrivateFolder(const QString& path);
Result<QByteArray> readWholeFile(const QString& path);

} // namespace snowmelt
