// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/unsupported.h"

#include <QSet>

namespace snowmelt {

namespace {

class Finder
{
public:
    explicit Finder(const Blueprint& blueprint) : m_blueprint(blueprint) {}

    QList<UnsupportedPart> run()
    {
        for (const Balancer& balancer : m_blueprint.balancers)
            look(balancer);
        for (const Group& group : m_blueprint.groups)
            look(group);
        for (const Database& database : m_blueprint.databases)
            look(database);
        for (const Cache& cache : m_blueprint.caches)
            add(cache.name, QStringLiteral("caches.%1").arg(cache.name));
        return m_found;
    }

private:
    void add(const QString& part, const QString& key) { m_found << UnsupportedPart{part, key}; }

    void lookAtZones(const QString& part, const QString& kind, const QStringList& zones)
    {
        if (m_blueprint.platform.kind != u"podman")
            return;
        for (const QString& zone : zones) {
            if (m_zone.isEmpty())
                m_zone = zone;
            if (zone != m_zone)
                add(part, QStringLiteral("%1.%2.zones: %3").arg(kind, part, zone));
        }
    }

    void look(const Balancer& balancer)
    {
        const QString key = QStringLiteral("balancers.") + balancer.name;
        for (const QString& served : balancer.serves) {
            const bool another = m_served.contains(served) || !m_blueprint.findGroup(served);
            m_served.insert(served);
            if (another)
                add(served, key + QStringLiteral(".serves: ") + served);
        }
        if (!balancer.pair.isEmpty())
            add(balancer.name, key + QStringLiteral(".pair"));
        lookAtZones(balancer.name, QStringLiteral("balancers"), balancer.zones);
    }

    void look(const Group& group)
    {
        bool first = true;
        for (const QString& used : group.uses) {
            if (!first || !m_blueprint.findDatabase(used))
                add(used, u"groups.%1.uses: %2"_qs.arg(group.name, used));
            first = false;
        }
        lookAtZones(group.name, QStringLiteral("groups"), group.zones);
    }

    void look(const Database& database)
    {
        if (!database.replicaOf.isEmpty())
            add(database.name, QStringLiteral("databases.%1.replica-of").arg(database.name));
        lookAtZones(database.name, QStringLiteral("databases"), database.zones);
    }

    const Blueprint& m_blueprint;
    QList<UnsupportedPart> m_found;
    QSet<QString> m_served;
    QString m_zone; ///< that everything is in: the first that is named
};

} // namespace

QList<UnsupportedPart> unsupportedParts(const Blueprint& blueprint)
{
    if (blueprint.platform.kind == QStringLiteral("ssh"))
        return {};
    return Finder(blueprint).run();
}

std::optional<Error> unsupported(const Blueprint& blueprint)
{
    QStringList keys;
    for (const UnsupportedPart& part : unsupportedParts(blueprint))
        keys << part.key;
    if (keys.isEmpty())
        return {};
    return Error{ErrorCode::Unsupported,
                 {keys.first(), blueprint.platform.kind},
                 keys.size() > 1 ? keys.join(u'\n') : QString()};
}

} // namespace snowmelt
