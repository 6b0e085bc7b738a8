// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/up.h"

#include "backend/fleet/await_health.h"
#include "backend/fleet/balancing.h"
#include "backend/fleet/birth.h"
#include "backend/fleet/slots.h"
#include "backend/fleet/up_plan.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace snowmelt {

namespace {

/// What a whole `up` is about, shared by its steps.
struct Up
{
    std::shared_ptr<const FleetAccess> fleet;
    QMap<ImageRef, ImageRecord> images;
    QString storeLayout;
    QString deployment;
    QStringList open; ///< groups with a deployment nobody has ended
    Emit emit;
    CallContext context;
    FleetTiming timing;

    CallContext brief() const { return context.within(timing.callLimit); }
    Platform& platform() const { return *fleet->platform; }
};

/// The image an item is born from: what its group runs, or the blueprint's.
Result<ImageRecord> imageOf(const Up& up, const UpItem& item)
{
    ImageRecord record = up.images.value(item.image);
    if (!item.digest.isNull()) {
        record.ref = item.image;
        record.digest = item.digest;
    }
    if (record.digest.isNull())
        return Error{ErrorCode::ImageNotBuilt, {item.image.text()}, {}};
    return record;
}

Result<NodeSpec> specOf(const Up& up, const UpItem& item, const ImageRecord& image, const QList<NodeFacts>& taken)
{
    const Blueprint& blueprint = up.fleet->blueprint;
    if (item.role == Role::Database)
        return makeDatabaseSpec(*up.fleet, *blueprint.findDatabase(item.part), image, up.deployment, taken);
    if (item.role == Role::Node)
        return makeNodeSpec(*up.fleet, *blueprint.findGroup(item.part), item.name, item.slot, image, up.deployment,
                            taken);
    for (const Balancer& balancer : blueprint.balancers)
        if (balancer.name == item.part)
            return makeBalancerSpec(*up.fleet, balancer, image, up.deployment, wantedConfig(blueprint, balancer, taken),
                                    taken);
    return Error{ErrorCode::Unexpected, {item.part}, {}};
}

/// Keeps the next node from the place this one will have.
NodeFacts reserved(const NodeSpec& spec)
{
    NodeFacts facts;
    facts.name = spec.name;
    facts.group = spec.group;
    facts.role = spec.role;
    facts.address = spec.address;
    return facts;
}

Task<Done> importImage(std::shared_ptr<const Up> up, ImageRecord image)
{
    ImageImport* import = up->platform().imageImport();
    Task<bool> asking = import->hasImage(image.digest, up->brief());
    const Result<bool> there = co_await asking;
    if (!there)
        co_return there.as<Done>();
    if (*there)
        co_return Done{};
    up->emit(Progress{Phase::ImportingImage, {image.ref.text()}, 0, 0});
    Task<Done> importing =
        import->importImage(up->storeLayout, image.ref, image.digest, up->context.within(up->timing.importLimit));
    const Result<Done> imported = co_await importing;
    co_return imported;
}

Task<Done> birth(std::shared_ptr<const Up> up, UpItem item, NodeSpec spec, CallContext context)
{
    if (item.act == UpAct::Remake) {
        Task<Done> removing = up->platform().provision()->destroy(up->fleet->key(), item.name, context);
        const Result<Done> removed = co_await removing;
        if (!removed)
            co_return removed;
    }
    Task<Done> creating = up->platform().provision()->create(up->fleet->key(), spec, context);
    const Result<Done> created = co_await creating;
    co_return created;
}

Task<QList<NodeFacts>> listNodes(std::shared_ptr<const Up> up)
{
    return up->platform().observe()->list(up->fleet->key(), up->brief());
}

/// The acts of one role side by side: the first failure is told when all have ended.
Task<Done> actTogether(std::shared_ptr<const Up> up, QList<UpItem> items, QList<NodeFacts> facts)
{
    QList<NodeFacts> taken;
    for (const NodeFacts& node : facts)
        if (std::none_of(items.begin(), items.end(),
                         [&node](const UpItem& item) { return item.act == UpAct::Remake && item.name == node.name; }))
            taken.append(node);
    QList<NodeSpec> specs;
    for (const UpItem& item : items) {
        if (item.act == UpAct::Start) {
            specs.append(NodeSpec());
            continue;
        }
        const Result<ImageRecord> image = imageOf(*up, item);
        if (!image)
            co_return image.as<Done>();
        Task<Done> importing = importImage(up, *image);
        const Result<Done> imported = co_await importing;
        if (!imported)
            co_return imported;
        Task<QList<BirthTemplate>> reading = birthTemplatesOf(up->fleet, image->digest, up->brief());
        const Result<QList<BirthTemplate>> templates = co_await reading;
        if (!templates)
            co_return templates.as<Done>();
        const Result<NodeSpec> spec = specOf(*up, item, *image, taken);
        if (!spec)
            co_return spec.as<Done>();
        taken.append(reserved(*spec));
        specs.append(withTemplates(*spec, *templates));
    }
    const CallContext context = up->context.within(up->timing.nodeLimitAmong(items.size()));
    std::vector<Task<Done>> acts;
    for (qsizetype index = 0; index < items.size(); ++index) {
        const UpItem& item = items.at(index);
        up->emit(Progress{Phase::CreatingNode, {item.name}, static_cast<int>(index), static_cast<int>(items.size())});
        if (item.act == UpAct::Start)
            acts.push_back(up->platform().provision()->start(up->fleet->key(), item.name, context));
        else
            acts.push_back(birth(up, item, specs.at(index), context));
    }
    Result<Done> outcome = Done{};
    for (Task<Done>& act : acts) {
        const Result<Done> done = co_await act;
        if (outcome.ok() && !done)
            outcome = done;
    }
    co_return outcome;
}

Task<Done> actOn(std::shared_ptr<const Up> up, Role role)
{
    Task<QList<NodeFacts>> listing = listNodes(up);
    const Result<QList<NodeFacts>> facts = co_await listing;
    if (!facts)
        co_return facts.as<Done>();
    QList<UpItem> items = planUp(up->fleet->blueprint, *facts, up->open);
    items.removeIf([role](const UpItem& item) { return item.role != role; });
    Task<Done> acting = actTogether(up, items, *facts);
    const Result<Done> acted = co_await acting;
    co_return acted;
}

Task<Done> awaitGroups(std::shared_ptr<const Up> up)
{
    Task<QList<NodeFacts>> listing = listNodes(up);
    const Result<QList<NodeFacts>> facts = co_await listing;
    if (!facts)
        co_return facts.as<Done>();
    const QStringList divided = dividedGroups(up->fleet->blueprint, *facts, up->open);
    for (const Group& group : up->fleet->blueprint.groups) {
        if (divided.contains(group.name))
            continue;
        QList<NodeFacts> nodes = *facts;
        nodes.removeIf([&group](const NodeFacts& n) { return n.role != Role::Node || n.group != group.name; });
        Task<Done> waiting = awaitHealthyGroup(up->fleet, group, nodes, up->timing.healthLimit, up->emit, up->context);
        const Result<Done> healthy = co_await waiting;
        if (!healthy)
            co_return healthy;
    }
    co_return Done{};
}

std::optional<NodeFacts> nodeOf(const Balancer& balancer, const QList<NodeFacts>& facts)
{
    for (const NodeFacts& node : facts)
        if (node.role == Role::Balancer && node.group == balancer.name)
            return node;
    return {};
}

/// Those of `divided` that the balancer serves.
QStringList servedOf(const Balancer& balancer, QStringList divided)
{
    divided.removeIf([&balancer](const QString& group) { return !balancer.serves.contains(group); });
    return divided;
}

Task<Done> serveThrough(std::shared_ptr<const Up> up, Balancer balancer, bool wasThere, QList<NodeFacts> facts)
{
    const QStringList kept = servedOf(balancer, dividedGroups(up->fleet->blueprint, facts, up->open));
    const std::optional<NodeFacts> node = nodeOf(balancer, facts);
    if (!node && !kept.isEmpty())
        co_return Done{}; // tellDivided() says so
    if (!node)
        co_return Error{ErrorCode::NodeVanished, {balancer.name}, {}};
    up->emit(Progress{Phase::ConfiguringBalancer, {balancer.name}, 0, 0});
    BalancerDriver* driver = up->fleet->driverOf(balancer);
    const NodeFacts there = *node;
    BalancerConfig wanted = wantedConfig(up->fleet->blueprint, balancer, facts);
    wanted.backends.removeIf([&kept](const BackendPlacement& one) { return kept.contains(one.group); });
    // First that it answers at all: it may have started a moment ago.
    Task<Done> answering = awaitServing(driver, there, {}, up->timing.servingLimit, up->context);
    const Result<Done> answered = co_await answering;
    if (!answered)
        co_return answered;
    if (wasThere) {
        Task<Done> settling = settleBalancer(driver, there, wanted, kept, up->timing.callLimit, up->context);
        const Result<Done> settled = co_await settling;
        if (!settled)
            co_return settled;
    }
    Task<Done> serving = awaitServing(driver, there, wanted, up->timing.servingLimit, up->context);
    const Result<Done> served = co_await serving;
    co_return served;
}

Task<Done> bringBalancersUp(std::shared_ptr<const Up> up)
{
    Task<QList<NodeFacts>> listing = listNodes(up);
    const Result<QList<NodeFacts>> before = co_await listing;
    if (!before)
        co_return before.as<Done>();
    Task<Done> acting = actOn(up, Role::Balancer);
    const Result<Done> acted = co_await acting;
    if (!acted)
        co_return acted;
    Task<QList<NodeFacts>> listingAgain = listNodes(up);
    const Result<QList<NodeFacts>> facts = co_await listingAgain;
    if (!facts)
        co_return facts.as<Done>();
    for (const Balancer& balancer : up->fleet->blueprint.balancers) {
        const bool wasThere = std::any_of((*before).begin(), (*before).end(), [&balancer](const NodeFacts& node) {
            return node.name == balancer.name && node.lifecycle != Lifecycle::Created;
        });
        Task<Done> serving = serveThrough(up, balancer, wasThere, *facts);
        const Result<Done> served = co_await serving;
        if (!served)
            co_return served;
    }
    co_return Done{};
}

/// As many nodes as the blueprint says, and all of them take traffic: whatever they were born from, nothing is open.
bool standsWhole(const BalancerConfig& wanted, const Group& group, const BalancerReading& reading)
{
    for (const BackendPlacement& backend : wanted.backends)
        if (backend.group == group.name)
            return backend.placements.size() == group.size && missingPlacements({0, {backend}}, reading).isEmpty();
    return false;
}

Task<bool> servesWhole(std::shared_ptr<const Up> up, Group group, QList<NodeFacts> facts)
{
    const Balancer* balancer = up->fleet->blueprint.balancerOf(group.name);
    const std::optional<NodeFacts> node = balancer ? nodeOf(*balancer, facts) : std::nullopt;
    if (!node)
        co_return false;
    Task<BalancerReading> asking = up->fleet->driverOf(*balancer)->read(*node, up->brief());
    const Result<BalancerReading> reading = co_await asking;
    if (!reading)
        co_return reading.as<bool>();
    co_return standsWhole(wantedConfig(up->fleet->blueprint, *balancer, facts), group, *reading);
}

/// "web-4 b1 shop@1.1.0", one line each.
QString sidesOf(const QString& group, const QList<NodeFacts>& facts)
{
    QStringList lines;
    for (const NodeFacts& node : facts)
        if (node.role == Role::Node && node.group == group)
            lines.append(node.name + u' ' + node.slot + u' ' + node.image.text());
    return lines.join(u'\n');
}

/// Told last: the rest of the fleet is up by now.
Task<Done> tellDivided(std::shared_ptr<const Up> up)
{
    Task<QList<NodeFacts>> listing = listNodes(up);
    const Result<QList<NodeFacts>> facts = co_await listing;
    if (!facts)
        co_return facts.as<Done>();
    const QStringList divided = dividedGroups(up->fleet->blueprint, *facts, up->open);
    for (const QString& name : divided) {
        if (up->open.contains(name))
            co_return Error{ErrorCode::DeploymentOpen, {name, QStringLiteral("swap")}, sidesOf(name, *facts)};
        Task<bool> asking = servesWhole(up, *up->fleet->blueprint.findGroup(name), *facts);
        const Result<bool> whole = co_await asking;
        if (!whole)
            co_return whole.as<Done>();
        if (!*whole)
            co_return Error{ErrorCode::GroupBusy, {name, QStringLiteral("swap")}, sidesOf(name, *facts)};
    }
    co_return Done{};
}

int slotsOf(const BalancerReading& reading, const QString& group)
{
    const BackendState* backend = reading.find(group);
    const QList<SlotState> all = backend ? backend->slots_ : QList<SlotState>();
    return int(std::count_if(all.begin(), all.end(), [](const SlotState& s) { return s.name.startsWith(u'a'); }));
}

/// A balancer declares its slots when it starts, from the blueprint of its birth.
std::optional<Error> slotsMissing(const Blueprint& blueprint, const Balancer& balancer, const BalancerReading& reading)
{
    for (const QString& name : balancer.serves) {
        const Group* group = blueprint.findGroup(name);
        const int there = slotsOf(reading, name);
        if (group && there < slotsPerSide(*group))
            return Error{ErrorCode::Unsupported,
                         {QStringLiteral("%1: size %2").arg(name).arg(group->size),
                          QStringLiteral("%1: size %2").arg(balancer.name).arg(there)},
                         {}};
    }
    return {};
}

/// Before anything is made: nodes that no slot takes would be left without traffic. A balancer that cannot be asked yet
/// (it stands still, it has just started) is no reason to refuse.
Task<Done> checkSlots(std::shared_ptr<const Up> up)
{
    Task<QList<NodeFacts>> listing = listNodes(up);
    const Result<QList<NodeFacts>> facts = co_await listing;
    if (!facts)
        co_return facts.as<Done>();
    for (const Balancer& balancer : up->fleet->blueprint.balancers) {
        const std::optional<NodeFacts> node = nodeOf(balancer, *facts);
        if (!node || node->lifecycle != Lifecycle::Running)
            continue;
        Task<BalancerReading> asking = up->fleet->driverOf(balancer)->read(*node, up->brief());
        const Result<BalancerReading> reading = co_await asking;
        if (reading.cancelled())
            co_return Cancelled{};
        const auto missing = reading.ok() ? slotsMissing(up->fleet->blueprint, balancer, *reading) : std::nullopt;
        if (missing)
            co_return *missing;
    }
    co_return Done{};
}

Task<Done> prepare(std::shared_ptr<const Up> up)
{
    up->emit(Progress{Phase::StartingPlatform, {}, 0, 0});
    Task<Done> opening = up->platform().open(up->context.within(up->timing.openLimit));
    const Result<Done> opened = co_await opening;
    if (!opened)
        co_return opened;
    const FleetLease& lease = up->fleet->lease;
    Task<Done> networking = up->platform().provision()->ensureNetwork(lease.key(), lease.network, up->brief());
    const Result<Done> networked = co_await networking;
    co_return networked;
}

} // namespace

Task<Done> bringUp(std::shared_ptr<const FleetAccess> fleet, QMap<ImageRef, ImageRecord> images, QString storeLayout,
                   QString deployment, QStringList open, Emit emit, CallContext context, FleetTiming timing)
{
    const auto up = std::make_shared<const Up>(Up{fleet, images, storeLayout, deployment, open, emit, context, timing});
    Task<Done> preparing = prepare(up);
    const Result<Done> prepared = co_await preparing;
    if (!prepared)
        co_return prepared;
    Task<Done> checking = checkSlots(up);
    const Result<Done> checked = co_await checking;
    if (!checked)
        co_return checked;
    for (const Role role : {Role::Database, Role::Node}) {
        Task<Done> acting = actOn(up, role);
        const Result<Done> acted = co_await acting;
        if (!acted)
            co_return acted;
    }
    Task<Done> waiting = awaitGroups(up);
    const Result<Done> healthy = co_await waiting;
    if (!healthy)
        co_return healthy;
    Task<Done> balancing = bringBalancersUp(up);
    const Result<Done> balanced = co_await balancing;
    if (!balanced)
        co_return balanced;
    Task<Done> telling = tellDivided(up);
    const Result<Done> told = co_await telling;
    co_return told;
}

} // namespace snowmelt
