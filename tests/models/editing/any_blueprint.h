// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"

#include <QRandomGenerator>

namespace snowmelt {

/// Valid blueprints, the same for the same seed.
class AnyBlueprint
{
public:
    explicit AnyBlueprint(QRandomGenerator& dice) : m_dice(dice) {}

    Blueprint roll()
    {
        Blueprint blueprint;
        blueprint.path = QStringLiteral("/fleets/any.yaml");
        blueprint.name = QStringLiteral("any");
        blueprint.platform.kind = QStringLiteral("podman");
        for (const char* version : {"1", "1.10", "2.0.0"})
            blueprint.images.append({image(version), QStringLiteral("recipes/shop.yaml")});
        addDatabases(blueprint);
        addCaches(blueprint);
        addGroups(blueprint);
        addBalancers(blueprint);
        if (upTo(2) == 0)
            blueprint.prices = {QStringLiteral("₩"), 310};
        return blueprint;
    }

    int upTo(int end) { return static_cast<int>(m_dice.bounded(end)); }
    ImageRef anyImage() { return image(QList<const char*>{"1", "1.10", "2.0.0"}.at(upTo(3))); }

    static ImageRef image(const char* version) { return {QStringLiteral("os/shop"), QString::fromLatin1(version)}; }

private:
    QString name(const char* kind, int number)
    {
        // Names that begin alike, and some that YAML would read as something else.
        static const QStringList odd{QStringLiteral("null"), QStringLiteral("yes"), QStringLiteral("n")};
        if (number == 2 && qstrcmp(kind, "web") == 0)
            return odd.at(upTo(odd.size()));
        return QString::fromLatin1(kind) + (number == 0 ? QString() : QString(u'x').repeated(number));
    }

    QStringList some(const QStringList& names)
    {
        QStringList chosen;
        for (const QString& each : names) {
            if (upTo(2) == 0)
                chosen += each;
        }
        return chosen;
    }

    QStringList anyZones()
    {
        return upTo(3) == 0 ? some({QStringLiteral("zone-a"), QStringLiteral("zone-b")}) : QStringList();
    }

    template <typename Parts>
    static QStringList names(const Parts& parts)
    {
        QStringList all;
        for (const auto& part : parts)
            all += part.name;
        return all;
    }

    void addDatabases(Blueprint& blueprint)
    {
        for (int i = 0, count = upTo(4); i < count; ++i) {
            const QString primary = i > 0 && upTo(2) == 0 ? blueprint.databases.first().name : QString();
            blueprint.databases.append({name("orders", i), QStringLiteral("postgresql"), anyImage(), upTo(2) == 0,
                                        upTo(3) * 4, primary, anyZones()});
        }
    }

    void addCaches(Blueprint& blueprint)
    {
        for (int i = 0, count = upTo(3); i < count; ++i)
            blueprint.caches.append(
                {name("cache", i), QStringLiteral("redis"), anyImage(), upTo(2) * 6379, anyZones()});
    }

    void addGroups(Blueprint& blueprint)
    {
        const QStringList used = names(blueprint.databases) + names(blueprint.caches);
        for (int i = 0, count = upTo(5); i < count; ++i) {
            Group group{name("web", i), anyImage(), 1 + upTo(100), 8080, {}, some(used), anyZones()};
            if (upTo(3) == 0)
                group.health.path = QStringLiteral("/ok?deep=1&x=%20");
            blueprint.groups.append(group);
        }
    }

    void addBalancers(Blueprint& blueprint)
    {
        for (int i = 0, count = upTo(4); i < count; ++i) {
            const QStringList behind = names(blueprint.groups) + names(blueprint.caches) + names(blueprint.balancers);
            blueprint.balancers.append(
                {name("edge", i), QStringLiteral("haproxy"), anyImage(), 8080 + i, some(behind), {}, anyZones()});
        }
        if (blueprint.balancers.size() > 1 && upTo(2) == 0) {
            blueprint.balancers[0].pair = blueprint.balancers[1].name;
            blueprint.balancers[1].pair = blueprint.balancers[0].name;
        }
    }

    QRandomGenerator& m_dice;
};

} // namespace snowmelt
