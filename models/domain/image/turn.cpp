// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/turn.h"

#include <algorithm>

namespace snowmelt {

bool mayBegin(const QList<QStringList>& before, const QStringList& images, int atOnce)
{
    const auto shares = [&images](const QStringList& others) {
        return std::ranges::any_of(others, [&images](const QString& other) { return images.contains(other); });
    };
    return before.size() < atOnce && std::ranges::none_of(before, shares);
}

} // namespace snowmelt
