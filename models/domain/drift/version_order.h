// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>

namespace snowmelt {

/// Pure. Which of two package versions is the older one, as dpkg --compare-versions says (Debian policy 5.6.12):
/// "[epoch:]upstream[-revision]". Equivalent ones need not be spelt alike ("1.0", "1.0-0"). What is no version of
/// Debian's still has its place in one order of all texts.
std::weak_ordering versionOrder(const QString& left, const QString& right);

} // namespace snowmelt
