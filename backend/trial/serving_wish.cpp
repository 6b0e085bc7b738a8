// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/trial/serving_wish.h"

#include "models/domain/blueprint/effective_recipe.h"

#include <QRegularExpression>

#include <algorithm>

namespace snowmelt {

namespace {

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
