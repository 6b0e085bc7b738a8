// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/comparison_model.h"

#include "models/domain/code_names.h"
#include "models/wording/wording.h"

namespace snowmelt {

namespace {

QString healthValue(const QString& code)
{
    const auto health = codeFromName<Health>(code);
    return health ? healthText(*health) : code;
}

QString lifecycleValue(const QString& code)
{
    const auto lifecycle = codeFromName<Lifecycle>(code);
    return lifecycle ? lifecycleText(*lifecycle) : code;
}

QString sideValue(const QString& code)
{
    const auto side = codeFromName<Side>(code);
    if (!side)
        return code;
    return *side == Side::None ? ComparisonModel::tr("none") : sideText(*side);
}

TreeRow rowOf(const QString& key, const QStringList& texts, Change change, const QString& part)
{
    TreeRow row;
    row.key = key;
    row.texts = texts;
    row.roles.insert(StateRole, int(change));
    if (!part.isEmpty())
        row.roles.insert(PartRole, part);
    return row;
}

void addRows(QList<TreeRow>& rows, const PartChange& part)
{
    if (part.change != Change::Changed) {
        rows << rowOf(part.part, {part.part, changeText(part.change)}, part.change, part.part);
        return;
    }
    for (const ComparedChange& field : part.fields)
        rows << rowOf(QString(part.part + u'/' + QString::number(int(field.field))),
                      {part.part, comparedFieldText(field.field), comparedValueText(field.field, field.before),
                       comparedValueText(field.field, field.after)},
                      part.change, part.part);
}

} // namespace

ComparisonModel::ComparisonModel(QObject* parent) : KeyedTreeModel(ColumnCount, parent)
{
    setHeaders({tr("Part"), tr("What"), tr("Before"), tr("After")});
}

void ComparisonModel::setComparison(const FleetComparison& comparison)
{
    QList<TreeRow> rows;
    for (const PartChange& part : comparison.parts)
        addRows(rows, part);
    for (const LinkChange& link : comparison.links)
        rows << rowOf(QString(link.from + u'>' + link.to),
                      {tr("%1 → %2").arg(link.from, link.to), changeText(link.change)}, link.change, {});
    setRows(rows);
}

QString ComparisonModel::summary(const FleetComparison& comparison)
{
    if (comparison.same())
        return tr("Nothing differs.");
    QStringList said;
    if (const int added = comparison.count(Change::Added))
        said << tr("%n added", nullptr, added);
    if (const int removed = comparison.count(Change::Removed))
        said << tr("%n removed", nullptr, removed);
    if (const int changed = comparison.count(Change::Changed))
        said << tr("%n changed", nullptr, changed);
    if (!comparison.links.isEmpty())
        said << tr("%n line(s)", nullptr, int(comparison.links.size()));
    return said.join(QStringLiteral(" · "));
}

QString changeText(Change change)
{
    switch (change) {
    case Change::Added:
        return ComparisonModel::tr("added");
    case Change::Removed:
        return ComparisonModel::tr("removed");
    case Change::Changed:
        return ComparisonModel::tr("changed");
    case Change::Same:
        break;
    }
    return {};
}

QString comparedFieldText(ComparedField field)
{
    switch (field) {
    case ComparedField::Image:
        return ComparisonModel::tr("image");
    case ComparedField::Digest:
        return ComparisonModel::tr("digest");
    case ComparedField::Health:
        return ComparisonModel::tr("health");
    case ComparedField::Side:
        return ComparisonModel::tr("side");
    case ComparedField::Lifecycle:
        return ComparisonModel::tr("state");
    case ComparedField::Version:
        return ComparisonModel::tr("version");
    case ComparedField::Size:
        return ComparisonModel::tr("size");
    case ComparedField::Port:
        return ComparisonModel::tr("port");
    case ComparedField::Check:
        return ComparisonModel::tr("health check");
    case ComparedField::Listen:
        return ComparisonModel::tr("port for clients");
    case ComparedField::Schema:
        return ComparisonModel::tr("schema");
    case ComparedField::Driver:
        return ComparisonModel::tr("software");
    }
    return {};
}

QString comparedValueText(ComparedField field, const QString& value)
{
    switch (field) {
    case ComparedField::Image:
        return imageText(value);
    case ComparedField::Digest:
        return value.section(u':', -1).left(12);
    case ComparedField::Health:
        return healthValue(value);
    case ComparedField::Lifecycle:
        return lifecycleValue(value);
    case ComparedField::Side:
        return sideValue(value);
    default:
        return value;
    }
}

} // namespace snowmelt
