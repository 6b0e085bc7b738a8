// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/blueprint_references.h"

#include "models/domain/blueprint/nearest.h"

#include <QRegularExpression>

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

QList<Problem> unresolved(const QList<Mention>& mentions, const QStringList& known)
{
    QList<Problem> problems;
    for (const Mention& mention : mentions) {
        if (!known.contains(mention.name))
            problems.append({ProblemCode::UnknownReference,
                             mention.line,
                             mention.column,
                             {mention.key, mention.name, nearest(mention.name, known)}});
    }
    return problems;
}

/// Nodes of group "web" are called web-1, web-2, …; no other part may have such a name.
QString groupWhoseNodesAreCalled(const QString& name, const Blueprint& blueprint)
{
    static const QRegularExpression numbered(QStringLiteral("^(.+)-[0-9]+$"));
    const QString stem = numbered.match(name).captured(1);
    return blueprint.findGroup(stem) ? stem : QString();
}

QList<Problem> clashes(const Blueprint& blueprint, const QList<Mention>& partNames)
{
    QList<Problem> problems;
    QMap<QString, QString> seen;
    for (const Mention& part : partNames) {
        QString other = seen.value(part.name);
        if (other.isEmpty())
            other = groupWhoseNodesAreCalled(part.name, blueprint);
        if (!other.isEmpty())
            problems.append({ProblemCode::DuplicateName, part.line, part.column, {part.name, other}});
        seen.insert(part.name, part.key);
    }
    return problems;
}

QList<Problem> servedTwice(const QList<Mention>& groups)
{
    QList<Problem> problems;
    QStringList seen;
    for (const Mention& mention : groups) {
        if (seen.contains(mention.name))
            problems.append({ProblemCode::BadValue,
                             mention.line,
                             mention.column,
                             {mention.key, mention.name, QStringLiteral("a group that no other balancer serves")}});
        seen += mention.name;
    }
    return problems;
}

} // namespace

QList<Problem> checkReferences(const Blueprint& blueprint, const Mentions& mentions)
{
    QStringList images;
    for (const ImageSource& image : blueprint.images)
        images += image.ref.text();
    return unresolved(mentions.images, images) + unresolved(mentions.groups, namesOf(blueprint.groups)) +
           unresolved(mentions.databases, namesOf(blueprint.databases)) + clashes(blueprint, mentions.partNames) +
           servedTwice(mentions.groups);
}

} // namespace snowmelt
