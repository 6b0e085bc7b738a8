// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace snowmelt {

/// Where two small texts differ, as a short diff shows it.
struct ChangedLines
{
    QStringList removed;
    QStringList added;
    bool operator==(const ChangedLines&) const = default;
};
/// The lines of each text that are not part of their longest common subsequence. For texts of a few hundred lines; of
/// longer ones the common head and tail is taken off only.
ChangedLines changedLines(const QString& before, const QString& after);

} // namespace snowmelt
