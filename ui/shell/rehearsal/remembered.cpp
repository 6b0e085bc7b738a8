// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/remembered.h"

#include <QSettings>

namespace snowmelt {

namespace {

const QString sizeKey = QStringLiteral("rehearsal/size");
const QString splitterKey = QStringLiteral("rehearsal/splitter");

class PlaceStore : public QSettings
{
public:
    PlaceStore() : QSettings(IniFormat, UserScope, QStringLiteral("snowmelt"), QStringLiteral("snowmelt")) {}
};

} // namespace

RehearsalPlace RehearsalPlace::remembered()
{
    const PlaceStore store;
    return {store.value(sizeKey).toSize(), store.value(splitterKey).toByteArray()};
}

void RehearsalPlace::remember() const
{
    PlaceStore store;
    store.setValue(sizeKey, size);
    store.setValue(splitterKey, splitter);
}

} // namespace snowmelt
