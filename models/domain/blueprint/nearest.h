// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace snowmelt {

/// The candidate a person probably meant, or empty: fewest edits, at most a third of the word's length (and at least
/// 1).
QString nearest(const QString& word, const QStringList& candidates);

} // namespace snowmelt
