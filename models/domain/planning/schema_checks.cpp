// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/schema_checks.h"

#include <algorithm>

namespace snowmelt {

namespace {

bool isSaid(const SchemaWindow& window)
{
    return window.from > 0;
}

bool has(const SchemaWindow& window, int schema)
{
    return window.from <= schema && schema <= window.to;
}

QStringList argsOf(const ImageRef& image, const Database& database, const SchemaWindow& window)
{
    return {image.text(), database.name, QString::number(database.schema), QString::number(window.from),
            QString::number(window.to)};
}

/// A node that is reborn is of an image that serves already: whoever mends a fleet is told, and not kept from it.
Verdict outside(const Plan& plan)
{
    return plan.strategy == Strategy::Rebirth ? Verdict::Warn : Verdict::Block;
}

QList<PlanCheck> ofTarget(const PlanInput& input, const Plan& plan, const Database& database)
{
    const SchemaWindow window = input.schemas->value(plan.toDigest);
    if (database.schema == 0 && !isSaid(window))
        return {};
    if (database.schema == 0)
        return {{u"schemaNotSaid"_qs, Verdict::Warn, {plan.to.text(), database.name}}};
    if (!isSaid(window))
        return {
            {u"schemaUnknown"_qs, Verdict::Warn, {plan.to.text(), database.name, QString::number(database.schema)}}};
    if (has(window, database.schema))
        return {{u"schemaFits"_qs, Verdict::Pass, argsOf(plan.to, database, window)}};
    return {{u"schemaOutside"_qs, outside(plan), argsOf(plan.to, database, window)}};
}

/// Each image once that serves now and is another one.
QList<PlannedNode> leavingImages(const Plan& plan)
{
    QList<PlannedNode> images;
    for (const PlannedNode& node : plan.blue) {
        const bool known = std::any_of(images.begin(), images.end(),
                                       [&node](const PlannedNode& one) { return one.digest == node.digest; });
        if (node.digest != plan.toDigest && !known)
            images.append(node);
    }
    return images;
}

/// What is said of the way that leads forward is not said again of the way back.
QList<PlanCheck> ofWayBack(const PlanInput& input, const Plan& plan, const Database& database)
{
    QList<PlanCheck> checks;
    if (database.schema == 0 || !isSaid(input.schemas->value(plan.toDigest)))
        return {};
    for (const PlannedNode& node : leavingImages(plan)) {
        const SchemaWindow window = input.schemas->value(node.digest);
        if (!isSaid(window))
            checks.append({u"schemaWayBackUnknown"_qs,
                           Verdict::Warn,
                           {node.image.text(), database.name, QString::number(database.schema)}});
        else if (!has(window, database.schema))
            checks.append({u"schemaNoWayBack"_qs, Verdict::Warn, argsOf(node.image, database, window)});
    }
    return checks;
}

} // namespace

QList<PlanCheck> schemaChecks(const PlanInput& input, const Plan& plan)
{
    const Group* group = input.blueprint.findGroup(plan.group);
    if (!input.schemas || !group || plan.toDigest.isNull())
        return {};
    QList<PlanCheck> checks;
    for (const QString& name : group->uses)
        if (const Database* database = input.blueprint.findDatabase(name))
            checks += ofTarget(input, plan, *database) + ofWayBack(input, plan, *database);
    return checks;
}

} // namespace snowmelt
