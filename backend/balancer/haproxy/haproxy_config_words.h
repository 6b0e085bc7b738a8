// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace snowmelt {

/// The words of one line: backslash takes the next character as it is, # begins a comment.
QStringList configWords(const QByteArray& line);

/// "global", "defaults", "frontend", "backend" …
bool beginsSection(const QString& keyword);

} // namespace snowmelt
