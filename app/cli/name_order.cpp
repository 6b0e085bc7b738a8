// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/name_order.h"

#include <QCollator>

namespace snowmelt {

bool beforeByName(const QString& a, const QString& b)
{
    static const QCollator order = [] {
        QCollator collator(QLocale(QLocale::English));
        collator.setNumericMode(true);
        return collator;
    }();
    const int compared = order.compare(a, b);
    return compared != 0 ? compared < 0 : a < b;
}

} // namespace snowmelt
