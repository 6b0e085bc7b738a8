// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/revised.h"

#include <algorithm>

namespace snowmelt {

namespace {

template <typename Parts>
auto find(Parts& parts, const QString& name) -> decltype(parts.data())
{
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.name == name; });
    return found == parts.end() ? nullptr : &*found;
}

template <typename Change>
void eachMention(Blueprint& blueprint, Change change)
{
    for (Balancer& balancer : blueprint.balancers) {
        change(balancer.serves);
        change(balancer.pair);
    }
    for (Group& group : blueprint.groups)
        change(group.uses);
    for (Database& database : blueprint.databases)
        change(database.replicaOf);
}

template <typename Visit>
void eachKind(Blueprint& blueprint, Visit visit)
{
    visit(blueprint.balancers);
    visit(blueprint.groups);
    visit(blueprint.databases);
    visit(blueprint.caches);
}

struct Renaming
{
    const Rename& edit;
    void operator()(QStringList& names) const
    {
        for (QString& name : names)
            (*this)(name);
    }
    void operator()(QString& name) const
    {
        if (name == edit.part)
            name = edit.to;
    }
};

struct Forgetting
{
    const Delete& edit;
    void operator()(QStringList& names) const { names.removeAll(edit.part); }
    void operator()(QString& name) const
    {
        if (name == edit.part)
            name.clear();
    }
};

class Reviser
{
public:
    explicit Reviser(Blueprint& blueprint) : m_blueprint(blueprint) {}

    void operator()(const AddBalancer& edit)
    {
        m_blueprint.balancers.append(edit.balancer);
        if (!edit.balancer.pair.isEmpty())
            pairUp(edit.balancer.name, edit.balancer.pair, true);
    }
    void operator()(const AddGroup& edit) { m_blueprint.groups.append(edit.group); }
    void operator()(const AddDatabase& edit) { m_blueprint.databases.append(edit.database); }
    void operator()(const AddCache& edit) { m_blueprint.caches.append(edit.cache); }
    void operator()(const Connect& edit) { tie(edit.tie, edit.from, edit.to, true); }
    void operator()(const Disconnect& edit) { tie(edit.tie, edit.from, edit.to, false); }
    void operator()(const Resize& edit)
    {
        if (Group* group = find(m_blueprint.groups, edit.group))
            group->size = edit.size;
    }
    void operator()(const Rename& edit)
    {
        eachMention(m_blueprint, Renaming{edit});
        for (IgnoreRule& rule : m_blueprint.drift.ignore)
            Renaming{edit}(rule.groups);
        eachKind(m_blueprint, [&](auto& parts) {
            if (auto* part = find(parts, edit.part))
                part->name = edit.to;
        });
    }
    /// A rule about drift for a part that goes is nobody's to widen or drop: the parser refuses what is left of it.
    void operator()(const Delete& edit)
    {
        eachMention(m_blueprint, Forgetting{edit});
        eachKind(m_blueprint,
                 [&](auto& parts) { parts.removeIf([&](const auto& part) { return part.name == edit.part; }); });
    }
    void operator()(const SetImage& edit)
    {
        eachKind(m_blueprint, [&](auto& parts) {
            if (auto* part = find(parts, edit.part))
                part->image = edit.image;
        });
    }

private:
    void tie(Tie tie, const QString& from, const QString& to, bool tied);
    void pairUp(const QString& one, const QString& other, bool tied);

    static void list(QStringList& names, const QString& name, bool listed)
    {
        if (listed)
            names.append(name);
        else
            names.removeAll(name);
    }

    Blueprint& m_blueprint;
};

void Reviser::tie(Tie tie, const QString& from, const QString& to, bool tied)
{
    Balancer* balancer = find(m_blueprint.balancers, from);
    Group* group = find(m_blueprint.groups, from);
    Database* database = find(m_blueprint.databases, from);
    if (tie == Tie::Serves && balancer)
        list(balancer->serves, to, tied);
    if (tie == Tie::Uses && group)
        list(group->uses, to, tied);
    if (tie == Tie::Follows && database)
        database->replicaOf = tied ? to : QString();
    if (tie == Tie::Pairs)
        pairUp(from, to, tied);
}

void Reviser::pairUp(const QString& one, const QString& other, bool tied)
{
    if (Balancer* balancer = find(m_blueprint.balancers, one))
        balancer->pair = tied ? other : QString();
    if (Balancer* balancer = find(m_blueprint.balancers, other))
        balancer->pair = tied ? one : QString();
}

} // namespace

Blueprint revised(Blueprint blueprint, const Edit& edit)
{
    std::visit(Reviser(blueprint), edit);
    return blueprint;
}

} // namespace snowmelt
