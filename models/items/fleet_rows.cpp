// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/fleet_rows.h"

#include "models/document/fleet_document.h"
#include "models/domain/platform_verbs.h"
#include "models/items/item_text.h"
#include "models/wording/host_wording.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qsizetype shownHistory = 12;

class FleetRows
{
    Q_DECLARE_TR_FUNCTIONS(FleetRows)

public:
    static QString fleet() { return tr("Fleet"); }
    static QString images() { return tr("Images"); }
    static QString history() { return tr("History"); }
    static QString servers(int count) { return tr("%n server(s)", nullptr, count); }
    static QString notThere(const Blueprint& blueprint)
    {
        return makesNodes(blueprint) ? tr("not running") : notLookedText();
    }
    static QString hosts(int count) { return tr("%n host(s)", nullptr, count); }
    static QString schema(int version) { return tr("schema %1").arg(version); }
    static QString noEnd() { return tr("has no end in the journal"); }
};

TreeRow row(FleetRow kind, const QString& key, const QString& text, const QString& detail = {})
{
    TreeRow made;
    made.key = QString::number(int(kind)) + u':' + key;
    made.texts = QStringList{text};
    made.roles.insert(KindRole, int(kind));
    if (!detail.isEmpty())
        made.roles.insert(DetailRole, detail);
    return made;
}

QString spoken(const NodeState& node)
{
    QStringList parts{node.name, standingText(node)};
    if (node.side != Side::None)
        parts << sideText(node.side);
    if (node.driftCount.value_or(0) > 0)
        parts << differenceCount(*node.driftCount);
    return parts.join(QStringLiteral(", "));
}

QString hint(const NodeState& node)
{
    // A long name may be cut in the row.
    return QString(node.name + u'\n' + standingWithReason(node));
}

void describe(TreeRow& made, const NodeState& node)
{
    made.roles.insert(PartRole, node.name);
    made.roles.insert(HealthRole, int(node.health));
    made.roles.insert(ReachedRole, isReached(node));
    made.roles.insert(SideRole, int(node.side));
    if (node.driftCount)
        made.roles.insert(DriftRole, *node.driftCount);
    made.roles.insert(Qt::ToolTipRole, hint(node));
    made.roles.insert(Qt::AccessibleTextRole, spoken(node));
}

TreeRow nodeRow(const NodeState& node)
{
    TreeRow made = row(FleetRow::Node, node.name, node.name, driftBadge(node));
    describe(made, node);
    return made;
}

/// What is not there is not down either.
const NodeState* standing(const FleetDocument& document, const QString& name)
{
    const NodeState* node = document.fleet().isUp() ? document.fleet().findNode(name) : nullptr;
    return node && node->exists() ? node : nullptr;
}

TreeRow balancerRow(const FleetDocument& document, const Balancer& balancer)
{
    const NodeState* node = standing(document, balancer.name);
    TreeRow made = row(FleetRow::Balancer, balancer.name, balancer.name,
                       node ? driftBadge(*node) : FleetRows::notThere(document.blueprint()));
    made.roles.insert(PartRole, balancer.name);
    if (node)
        describe(made, *node);
    return made;
}

/// What runs here now; null: nothing does.
const DeploymentState* underWay(const FleetDocument& document, const QString& group)
{
    const DeploymentState* deployment = document.deployment();
    return deployment && deployment->running() && deployment->plan.group == group ? deployment : nullptr;
}

TreeRow groupRow(const FleetDocument& document, const Group& group)
{
    TreeRow made = row(FleetRow::Group, group.name, group.name, groupImageText(document, group.name));
    made.roles.insert(PartRole, group.name);
    const DeploymentState* deployment = underWay(document, group.name);
    made.roles.insert(BusyRole, deployment != nullptr);
    made.roles.insert(PausedRole, deployment && deployment->paused());
    const GroupState* state = document.fleet().findGroup(group.name);
    if (!state || state->nodes.isEmpty())
        return made;
    made.roles.insert(ReachedRole, reachedIn(*state) == group.size);
    made.roles.insert(HealthRole, int(groupHealth(document, *state)));
    for (const NodeState& node : state->nodes)
        made.children.append(nodeRow(node));
    return made;
}

TreeRow databaseRow(const FleetDocument& document, const Database& database)
{
    const NodeState* node = standing(document, database.name);
    QString detail = node ? driftBadge(*node) : FleetRows::notThere(document.blueprint());
    if (detail.isEmpty() && database.schema > 0)
        detail = FleetRows::schema(database.schema);
    TreeRow made = row(FleetRow::Database, database.name, database.name, detail);
    made.roles.insert(PartRole, database.name);
    if (node)
        describe(made, *node);
    return made;
}

TreeRow fleetRow(const FleetDocument& document)
{
    const Blueprint& blueprint = document.blueprint();
    const FleetState& fleet = document.fleet();
    const int count = serverCount(fleet);
    const QString there = makesNodes(blueprint) ? FleetRows::servers(count) : FleetRows::hosts(count);
    const QString detail = fleet.isUp() ? there : FleetRows::notThere(blueprint);
    TreeRow made = row(FleetRow::Fleet, blueprint.name, blueprint.name, detail);
    for (const Balancer& balancer : blueprint.balancers)
        made.children.append(balancerRow(document, balancer));
    for (const Group& group : blueprint.groups)
        made.children.append(groupRow(document, group));
    for (const Database& database : blueprint.databases)
        made.children.append(databaseRow(document, database));
    return made;
}

const ImageRecord* recordOf(const FleetDocument& document, const ImageRef& ref)
{
    const QList<ImageRecord>& images = document.images();
    const auto it =
        std::find_if(images.begin(), images.end(), [&](const ImageRecord& image) { return image.ref == ref; });
    return it == images.end() ? nullptr : &*it;
}

/// The store counts when it is asked; while a deployment runs, nodes come and go between.
ImageRecord counted(ImageRecord record, const FleetState& fleet)
{
    if (!fleet.observedAt.isValid())
        return record;
    const QList<const NodeState*> nodes = fleet.allNodes();
    record.nodes = int(std::count_if(nodes.begin(), nodes.end(), [&](const NodeState* node) {
        return node->image == record.ref && node->exists();
    }));
    return record;
}

TreeRow imagesSection(const FleetDocument& document)
{
    TreeRow section = row(FleetRow::Section, QStringLiteral("images"), FleetRows::images());
    const QList<ImageSource>& sources = document.blueprint().images;
    // What people build and swap to comes first; its parents below.
    for (auto source = sources.rbegin(); source != sources.rend(); ++source) {
        const ImageRecord* record = recordOf(document, source->ref);
        TreeRow made = row(FleetRow::Image, source->ref.text(), imageText(source->ref),
                           record ? imageStateText(counted(*record, document.fleet())) : QString());
        made.roles.insert(IdRole, source->ref.text());
        section.children.append(made);
    }
    return section;
}

TreeRow historyRow(const HistoryEntry& entry, const QDateTime& now)
{
    TreeRow made = row(FleetRow::History, entry.operation, operationTitle(entry.verb, entry.subject),
                       clockText(entry.startedAt, now));
    const QString end = entry.outcome.isEmpty() ? FleetRows::noEnd() : entry.person;
    made.roles.insert(Qt::ToolTipRole, QString(made.texts.first() + u'\n' + end));
    made.roles.insert(IdRole, entry.operation);
    made.roles.insert(StateRole, entry.outcome);
    return made;
}

TreeRow historySection(const FleetDocument& document, const QDateTime& now)
{
    TreeRow section = row(FleetRow::Section, QStringLiteral("history"), FleetRows::history());
    const QList<HistoryEntry> entries = document.history().mid(0, shownHistory);
    for (const HistoryEntry& entry : entries)
        section.children.append(historyRow(entry, now));
    return section;
}

} // namespace

QList<TreeRow> fleetRows(const FleetDocument& document, const QDateTime& now)
{
    if (!document.isOpen())
        return {};
    TreeRow fleet = row(FleetRow::Section, QStringLiteral("fleet"), FleetRows::fleet());
    fleet.children.append(fleetRow(document));
    QList<TreeRow> rows{fleet};
    if (makesNodes(document.blueprint()))
        rows.append(imagesSection(document));
    if (!document.history().isEmpty())
        rows.append(historySection(document, now));
    return rows;
}

} // namespace snowmelt
