// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/ssh/known_hosts.h"

#include <QStringList>

namespace snowmelt {

/// What these files say together; those that are missing say nothing. FileUnreadable {path}: a line that says otherwise
/// might stand there. Blocks.
Result<KnownHosts> readKnownHostsFiles(const QStringList& paths);

/// Appends a whole line in one write; nothing that was there is touched. A new file is its owner's alone (0600), and so
/// is a new folder (0700). FileUnwritable {path}. Blocks.
Result<Done> appendKnownHost(const QString& path, const QByteArray& line);

} // namespace snowmelt
