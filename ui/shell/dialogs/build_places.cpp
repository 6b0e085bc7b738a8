// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/build_places.h"

#include <QSettings>

namespace snowmelt {

namespace {

const QString lastKey = QStringLiteral("build/on");
const QString hostsKey = QStringLiteral("build/hosts");
constexpr qsizetype hostsMax = 8;

class BuildPlaceStore : public QSettings
{
public:
    BuildPlaceStore() : QSettings(IniFormat, UserScope, QStringLiteral("snowmelt"), QStringLiteral("snowmelt")) {}
};

} // namespace

BuildPlaces BuildPlaces::remembered()
{
    const BuildPlaceStore store;
    return {store.value(lastKey).toString(), store.value(hostsKey).toStringList()};
}

void BuildPlaces::remember(const QString& host)
{
    BuildPlaceStore store;
    store.setValue(lastKey, host);
    if (host.isEmpty())
        return;
    QStringList hosts = store.value(hostsKey).toStringList();
    hosts.removeAll(host);
    hosts.prepend(host);
    store.setValue(hostsKey, hosts.first(std::min(hosts.size(), hostsMax)));
}

} // namespace snowmelt
