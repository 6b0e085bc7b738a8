// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/edit.h"
#include "tests/models/editing/any_blueprint.h"

namespace snowmelt {

/// Edits of a blueprint, most of them possible.
class AnyEdit
{
public:
    AnyEdit(QRandomGenerator& dice, const Blueprint& blueprint) : m_any(dice), m_blueprint(blueprint)
    {
        for (const Balancer& part : blueprint.balancers)
            m_parts += part.name;
        for (const Group& part : blueprint.groups)
            m_parts += part.name;
        for (const Database& part : blueprint.databases)
            m_parts += part.name;
        for (const Cache& part : blueprint.caches)
            m_parts += part.name;
    }

    Edit roll()
    {
        switch (m_any.upTo(11)) {
        case 0:
            return AddBalancer{{newName(), QStringLiteral("haproxy"), m_any.anyImage(), 81, {part()}, {}, {}}};
        case 1:
            return AddGroup{{newName(), m_any.anyImage(), 1 + m_any.upTo(5), 80, {}, {part()}, {}}};
        case 2:
            return AddDatabase{
                {newName(), QStringLiteral("postgresql"), m_any.anyImage(), m_any.upTo(2) == 0, m_any.upTo(3), {}, {}}};
        case 3:
            return AddCache{{newName(), QStringLiteral("redis"), m_any.anyImage(), 6379, {}}};
        case 4:
        case 5:
            return Connect{Tie(m_any.upTo(4)), part(), part()};
        case 6:
            return anyDisconnect();
        case 7:
            return Resize{part(), m_any.upTo(110)};
        case 8:
            return Rename{part(), newName()};
        case 9:
            return Delete{part()};
        default:
            return SetImage{part(), m_any.anyImage()};
        }
    }

private:
    QString part()
    {
        return m_parts.isEmpty() || m_any.upTo(30) == 0 ? QStringLiteral("nobody")
                                                        : m_parts.at(m_any.upTo(int(m_parts.size())));
    }
    QString newName()
    {
        static const QStringList names{QStringLiteral("fresh"),  QStringLiteral("off"),   QStringLiteral("web-1"),
                                       QStringLiteral("a: b #"), QStringLiteral("null"),  QStringLiteral("other"),
                                       QStringLiteral("fresh2"), QStringLiteral("Large"), QStringLiteral("new-part")};
        return m_any.upTo(10) == 0 ? part() : names.at(m_any.upTo(int(names.size())));
    }
    Edit anyDisconnect()
    {
        const QString from = part();
        for (const Balancer& each : m_blueprint.balancers) {
            if (each.name == from && !each.pair.isEmpty() && m_any.upTo(2) == 0)
                return Disconnect{Tie::Pairs, from, each.pair};
            if (each.name == from && !each.serves.isEmpty())
                return Disconnect{Tie::Serves, from, each.serves.at(m_any.upTo(int(each.serves.size())))};
        }
        for (const Group& each : m_blueprint.groups) {
            if (each.name == from && !each.uses.isEmpty())
                return Disconnect{Tie::Uses, from, each.uses.at(m_any.upTo(int(each.uses.size())))};
        }
        for (const Database& each : m_blueprint.databases) {
            if (each.name == from && !each.replicaOf.isEmpty())
                return Disconnect{Tie::Follows, from, each.replicaOf};
        }
        return Disconnect{Tie(m_any.upTo(4)), from, part()};
    }

    AnyBlueprint m_any;
    const Blueprint& m_blueprint;
    QStringList m_parts;
};

} // namespace snowmelt
