// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/trial/serving_wish.h"

#include "models/domain/blueprint/effective_recipe.h"

#include <QRegularExpression>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int firstFree = 1024; // ip_unprivileged_port_start of Linux
constexpr int lifted = 10'000;

bool saysWhatRuns(const Recipe& recipe)
{
    return !recipe.services.isEmpty() || !recipe.ports.isEmpty() || !recipe.start.isEmpty() || recipe.health;
}

QList<int> portsOf(const QList<Recipe>& chain)
{
    QList<int> ports;
    for (const Recipe& recipe : chain)
        for (const int port : recipe.ports)
            if (!ports.contains(port))
                ports.append(port);
    return ports;
}

/// A parent's ports are most often those of ssh.
int ownPort(const QList<Recipe>& chain, int otherwise)
{
    const auto found =
        std::find_if(chain.crbegin(), chain.crend(), [](const Recipe& one) { return !one.ports.isEmpty(); });
    return found == chain.crend() ? otherwise : found->ports.first();
}

} // namespace

ServingWish wishOf(const QList<Recipe>& chain)
{
    ServingWish wish;
    wish.boots = std::ranges::any_of(chain, saysWhatRuns) || (!chain.isEmpty() && !chain.last().tests.isEmpty());
    wish.ports = portsOf(chain);
    wish.birthPort = ownPort(chain, wish.birthPort);
    const std::optional<RecipeHealth> health = effectiveHealth(chain);
    if (!health)
        return wish;
    wish.path = health->path;
    wish.ports = {health->port};
    wish.keepsServices = false;
    wish.seconds = health->seconds;
    wish.birthPort = health->port;
    return wish;
}

QMap<int, int> outsidePorts(const QList<int>& ports)
{
    QMap<int, int> places;
    for (const int port : ports) {
        int place = port < firstFree ? port + lifted : port;
        while (place != port && ports.contains(place))
            place += firstFree; // another privileged port comes to no place of these
        places.insert(port, place);
    }
    return places;
}

QStringList endedServices(const QByteArray& log)
{
    static const QRegularExpression line(QStringLiteral("^init: (\\S+) ended with status (\\d+)"),
                                         QRegularExpression::MultilineOption);
    QStringList names;
    QRegularExpressionMatchIterator ends = line.globalMatch(QString::fromUtf8(log));
    while (ends.hasNext()) {
        const QRegularExpressionMatch end = ends.next();
        const QString name = end.captured(1) + u" (" + end.captured(2) + u')';
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

} // namespace snowmelt
