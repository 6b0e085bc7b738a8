// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace snowmelt {

/// A word that was asked for, in the person's language or in English, in whatever case.
bool isWord(const QString& typed, const QString& own, QStringView english);
bool isYes(const QString& typed);
bool isNo(const QString& typed);

} // namespace snowmelt
