// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/blueprint_references.h"

#include "models/domain/blueprint/nearest.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace snowmelt {

namespace {

template <typename Parts>
QStringList namesOf(const Parts& parts)
{
    QStringList names;
    for (const auto& part : parts)
        names += part.name;
    return names;
}

Problem badValue(const Mention& mention, const QString& value, const QString& expected)
{
    return {ProblemCode::BadValue, mention.line, mention.column, {mention.key, value, expected}};
}

QList<Problem> unresolved(const QList<Mention>& mentions, const QStringList& known)
{
    QList<Problem> problems;
    const QSet<QString> names(known.begin(), known.end());
    for (const Mention& mention : mentions) {
        if (!names.contains(mention.name))
            problems.append({ProblemCode::UnknownReference,
                             mention.line,
                             mention.column,
                             {mention.key, mention.name, nearest(mention.name, known)}});
    }
    return problems;
}

/// Nodes of group "web" are called web-1, web-2, …; no other part may have such a name.
QString groupWhoseNodesAreCalled(const QString& name, const QSet<QString>& groups)
{
    static const QRegularExpression numbered(QStringLiteral("^(.+)-[0-9]+$"));
    const QString stem = numbered.match(name).captured(1);
    return groups.contains(stem) ? stem : QString();
}

QList<Problem> clashes(const QStringList& groups, const QList<Mention>& partNames)
{
    QList<Problem> problems;
    const QSet<QString> numbered(groups.begin(), groups.end());
    QHash<QString, QString> seen;
    for (const Mention& part : partNames) {
        QString other = seen.value(part.name);
        if (other.isEmpty())
            other = groupWhoseNodesAreCalled(part.name, numbered);
        if (!other.isEmpty())
            problems.append({ProblemCode::DuplicateName, part.line, part.column, {part.name, other}});
        seen.insert(part.name, part.key);
    }
    return problems;
}

/// A list that names a part twice.
QList<Problem> repeated(const QList<Mention>& mentions)
{
    QList<Problem> problems;
    QSet<std::pair<QString, QString>> seen;
    for (const Mention& mention : mentions) {
        const std::pair<QString, QString> one(mention.owner, mention.name);
        if (seen.contains(one))
            problems.append(badValue(mention, mention.name, QStringLiteral("each one once")));
        seen.insert(one);
    }
    return problems;
}

/// The way from a part along its mentions, depth first, that ends where it began or was before.
class LoopFinder
{
public:
    explicit LoopFinder(const QList<Mention>& mentions)
    {
        for (const Mention& mention : mentions)
            m_from[mention.owner] << mention;
    }

    /// One problem for each mention that closes a loop.
    QList<Problem> loops(const QList<Mention>& mentions)
    {
        for (const Mention& mention : mentions)
            if (!m_done.contains(mention.owner))
                follow(mention.owner);
        return m_problems;
    }

private:
    /// With a stack of its own: a chain may be as long as the text allows.
    void follow(const QString& start)
    {
        struct Step
        {
            QString part;
            qsizetype next = 0;
        };
        QList<Step> way{{start}};
        m_onWay.insert(start, 0);
        while (!way.isEmpty()) {
            Step& here = way.last();
            const QList<Mention> onward = m_from.value(here.part);
            if (here.next == onward.size()) {
                m_onWay.remove(here.part);
                m_done.insert(here.part);
                way.removeLast();
                continue;
            }
            const Mention mention = onward[here.next++];
            if (const auto met = m_onWay.constFind(mention.name); met != m_onWay.cend()) {
                QStringList loop;
                for (qsizetype i = *met; i < way.size(); ++i)
                    loop << way[i].part;
                loop << mention.name;
                m_problems << badValue(mention, loop.join(QStringLiteral(" → ")),
                                       QStringLiteral("no way back to itself"));
            } else if (!m_done.contains(mention.name)) {
                m_onWay.insert(mention.name, way.size());
                way << Step{mention.name};
            }
        }
    }

    QHash<QString, QList<Mention>> m_from;
    QHash<QString, qsizetype> m_onWay; ///< place on the way
    QSet<QString> m_done;
    QList<Problem> m_problems;
};

QList<Problem> loops(const QList<Mention>& mentions)
{
    return LoopFinder(mentions).loops(mentions);
}

/// Two balancers make a pair: not one, not three.
QList<Problem> unpaired(const QList<Mention>& pairs)
{
    QList<Problem> problems;
    QHash<QString, QString> partner;
    for (const Mention& mention : pairs) {
        const QString of = partner.value(mention.owner, mention.name);
        const QString back = partner.value(mention.name, mention.owner);
        if (mention.name == mention.owner || of != mention.name || back != mention.owner)
            problems.append(badValue(mention, mention.name, QStringLiteral("another balancer, in no other pair")));
        partner.insert(mention.owner, mention.name);
        partner.insert(mention.name, mention.owner);
    }
    return problems;
}

} // namespace

QList<Problem> checkReferences(const Blueprint& blueprint, const Mentions& mentions)
{
    QStringList images;
    for (const ImageSource& image : blueprint.images)
        images += image.ref.text();
    const QStringList groups = namesOf(blueprint.groups);
    const QStringList balancers = namesOf(blueprint.balancers);
    const QStringList databases = namesOf(blueprint.databases);
    const QStringList caches = namesOf(blueprint.caches);
    return unresolved(mentions.images, images) + unresolved(mentions.served, groups + caches + balancers) +
           unresolved(mentions.used, databases + caches) + unresolved(mentions.pairs, balancers) +
           unresolved(mentions.primaries, databases) +
           unresolved(mentions.ruled, groups + balancers + databases + caches) + clashes(groups, mentions.partNames) +
           repeated(mentions.served + mentions.used) + loops(mentions.served) + loops(mentions.primaries) +
           unpaired(mentions.pairs);
}

} // namespace snowmelt
