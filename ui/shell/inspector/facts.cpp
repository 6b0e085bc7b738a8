// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/facts.h"

#include "models/domain/platform_verbs.h"
#include "models/items/item_text.h"
#include "models/wording/failure_wording.h"
#include "models/wording/host_wording.h"
#include "models/wording/usage_wording.h"
#include "models/wording/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace snowmelt {

namespace {

class Facts
{
    Q_DECLARE_TR_FUNCTIONS(Facts)

public:
    static QList<Fact> node(const NodeState& node);
    static QList<Fact> unreached(const FleetState& fleet, const NodeState& node);
    static QList<Fact> balancer(const BalancerState& balancer, const Balancer* wanted);
    static QList<Fact> database(const DatabaseState& database, const Database* wanted);
    static QList<Fact> group(const FleetDocument& document, const Group& wanted, const GroupState* state);
    static QList<Fact> fleet(const FleetDocument& document);
    static QList<Fact> image(const ImageRef& ref, const ImageRecord* record, const ImageSource* source);
    static QString upFor(qint64 ms)
    {
        // Minutes are enough here, and do not make the head restless.
        const bool minutes = ms >= 60'000 && ms < 3'600'000;
        return minutes ? tr("up %1 min").arg(ms / 60'000) : tr("up %1").arg(durationText(ms));
    }
    static QString sessions(int count) { return tr("%n session(s)", nullptr, count); }
    static QString born(const QString& image, const QString& at) { return tr("born from %1 at %2").arg(image, at); }

private:
    template <typename Part>
    static Fact zones(const Part* wanted);
    static QString drift(const NodeState& node);
    static QString login(const NodeState& node);
    static QList<Fact> usage(const Utilisation& used);
    static QString healthy(const GroupState& state, int wanted);
    static Fact blueprintSays(const Group& wanted, bool other);
    static QString blind(const FleetState& fleet);
};

QString rate(double perSecond)
{
    return Facts::tr("%1/s").arg(QLocale().toString(perSecond, 'f', perSecond < 10 ? 1 : 0));
}

QString Facts::drift(const NodeState& node)
{
    if (!node.driftCount)
        return node.driftComplete ? tr("not scanned yet") : tr("could not be scanned");
    const QString count = *node.driftCount == 0 ? tr("no differences") : differenceCount(*node.driftCount);
    const QString seen = node.driftComplete ? count : tr("%1; something could not be seen").arg(count);
    return node.driftHidden == 0 ? seen : QString(seen + QStringLiteral("; ") + hiddenText(node.driftHidden));
}

QList<Fact> Facts::usage(const Utilisation& used)
{
    return {{tr("Processor"), cpuText(used)},
            {tr("Memory"), memoryText(used)},
            {tr("Seen"), usageAgeText(used, QDateTime::currentDateTimeUtc())}};
}

QString Facts::login(const NodeState& node)
{
    if (node.ssh.isNull())
        return {};
    return node.sshUser.isEmpty() ? node.ssh.text() : QString(node.sshUser + u'@' + node.ssh.text());
}

/// Why this host could not be reached, in full; its own words may be long.
QList<Fact> Facts::unreached(const FleetState& fleet, const NodeState& node)
{
    if (!node.wasThere())
        return {};
    for (const Error& error : fleet.blind) {
        if (error.args.value(0) != node.name)
            continue;
        const Sentence said = sentence(error);
        return {{tr("Could not see"), QString(said.what + u' ' + said.next)}, {tr("Details"), error.detail, true}};
    }
    return {};
}

QList<Fact> Facts::node(const NodeState& node)
{
    // Nobody asks the balancer of hosts that were there before what it does with them.
    const bool serves = node.role == Role::Node && !node.wasThere();
    // What the head says is not said again.
    const bool headHasImage = node.bornAt.isValid();
    const QString reason = standingReasonText(node);
    const QString health = isReached(node)    ? tr("reached; how its service does is not asked")
                           : reason.isEmpty() ? QString()
                                              : standingWithReason(node);
    const QString since = momentText(healthSince(node), QDateTime::currentDateTimeUtc());
    // Without a slot, or a balancer that answers, nobody counts its sessions.
    const bool counted = node.counted || node.sessions > 0;
    const QList<Fact> own{{node.wasThere() ? tr("State") : tr("Health"), health},
                          {tr("Since"), since},
                          {tr("State"), node.wasThere() ? QString() : lifecycleText(node.lifecycle)},
                          {tr("Drift"), drift(node)},
                          {tr("Share of traffic"), serves ? shareText(node.share) : QString()},
                          {tr("Requests"), serves ? rate(node.requestRate) : QString()},
                          {tr("Failed"), node.counted ? countedText(*node.counted) : QString()},
                          {tr("Check"), node.check ? checkText(*node.check) : QString()},
                          {tr("Sessions open"), serves && counted ? QString::number(node.sessions) : QString()},
                          {tr("Slot"), node.slot},
                          {tr("Address"), node.address, true},
                          {tr("Service"), node.service.isNull() ? QString() : node.service.text(), true},
                          {tr("SSH"), login(node), true},
                          {tr("Through"), node.sshJumps.join(QStringLiteral(" → ")), true},
                          {tr("Birth image"), headHasImage ? QString() : imageText(node.image)},
                          {tr("Digest"), node.digest.shortHex(), true}};
    return node.utilisation ? own + usage(*node.utilisation) : own;
}

/// What the blueprint says of a part that may be in none, or be no longer in it.
template <typename Part>
Fact Facts::zones(const Part* wanted)
{
    return {tr("Zone"), wanted ? wanted->zones.join(QStringLiteral(", ")) : QString()};
}

QList<Fact> Facts::balancer(const BalancerState& balancer, const Balancer* wanted)
{
    return {{tr("Driver"), QString(balancer.driver + u' ' + balancer.version).trimmed()},
            {tr("Clients connect to"), balancer.entry.isNull() ? QString() : balancer.entry.text(), true},
            {tr("Serves"), balancer.serves.join(QStringLiteral(", "))},
            {tr("Requests"), balancer.node.wasThere() ? QString() : rate(balancer.requestRate)},
            zones(wanted)};
}

QList<Fact> Facts::database(const DatabaseState& database, const Database* wanted)
{
    return {{tr("Engine"), QString(database.engine + u' ' + database.version).trimmed()},
            {tr("Role"),
             wanted && !wanted->replicaOf.isEmpty() ? tr("replica of %1").arg(wanted->replicaOf) : tr("primary")},
            {tr("Connections"), database.connections < 0 ? QString() : QString::number(database.connections)},
            {tr("Schema"), wanted && wanted->schema > 0 ? QString::number(wanted->schema) : QString()},
            {tr("Volume"), wanted && wanted->keepVolume && !database.node.wasThere()
                               ? tr("kept when the fleet goes down")
                               : QString()},
            zones(wanted)};
}

QString Facts::healthy(const GroupState& state, int wanted)
{
    const auto count = std::count_if(state.nodes.begin(), state.nodes.end(),
                                     [](const NodeState& node) { return node.health == Health::Healthy; });
    return tr("%1 of %2").arg(count).arg(std::max<qsizetype>(state.nodes.size(), wanted));
}

/// After a swap the file is behind: the next who reads it would be misled.
Fact Facts::blueprintSays(const Group& wanted, bool other)
{
    const QString image = imageText(wanted.image);
    return {tr("Blueprint says"),
            other ? tr("still %1, %n node(s)", nullptr, wanted.size).arg(image)
                  : tr("%1, %n node(s)", nullptr, wanted.size).arg(image),
            false, other};
}

QList<Fact> Facts::group(const FleetDocument& document, const Group& wanted, const GroupState* state)
{
    const QLocale locale;
    const bool runs = state && !state->nodes.isEmpty();
    const bool counted = runs && state->countedSince.isValid();
    const bool given = wanted.image.isNull();
    const bool other = runs && !given &&
                       std::any_of(state->nodes.begin(), state->nodes.end(),
                                   [&](const NodeState& node) { return node.image != wanted.image; });
    return {{tr("Healthy"), runs && !given ? healthy(*state, wanted.size) : QString()},
            {tr("Reached"), given ? groupImageText(document, wanted.name) : QString()},
            {tr("Runs"), given ? QString() : groupImageText(document, wanted.name)},
            given ? Fact{tr("Hosts"), QLocale().toString(wanted.size)} : blueprintSays(wanted, other),
            {tr("Port"), QString::number(wanted.port)},
            {tr("Health check"), given ? QString() : QString(QStringLiteral("GET ") + wanted.health.path), true},
            {tr("Uses"), wanted.uses.join(QStringLiteral(", "))},
            zones(&wanted),
            {tr("Requests"), counted ? locale.toString(state->requests) : QString()},
            {tr("Failed"), counted ? locale.toString(state->failed) : QString()}};
}

QString Facts::blind(const FleetState& fleet)
{
    constexpr qsizetype shown = 12;
    QStringList lines;
    for (const Error& error : fleet.blind.mid(0, shown))
        lines << sentence(error).what;
    if (const auto more = int(fleet.blind.size() - lines.size()); more > 0)
        lines << tr("and %n more", nullptr, more);
    return lines.join(u'\n');
}

QList<Fact> Facts::fleet(const FleetDocument& document)
{
    const Blueprint& blueprint = document.blueprint();
    const FleetState& fleet = document.fleet();
    const auto nodes = fleet.allNodes();
    const auto drifted = std::count_if(nodes.begin(), nodes.end(),
                                       [](const NodeState* node) { return node->driftCount.value_or(0) > 0; });
    const auto scanned =
        std::any_of(nodes.begin(), nodes.end(), [](const NodeState* node) { return node->driftCount.has_value(); });
    const bool made = makesNodes(blueprint);
    const QString none = made ? tr("not running") : notLookedText();
    return {{made ? tr("Servers") : tr("Hosts"), fleet.isUp() ? QString::number(nodes.size()) : none},
            {tr("Drifted"), scanned ? QString::number(drifted) : tr("not scanned yet")},
            {tr("Could not see"), blind(fleet)},
            {tr("Platform"), blueprint.platform.kind},
            {tr("Fleet id"), fleet.fleetId, true},
            {tr("Blueprint"), blueprint.path, true}};
}

QList<Fact> Facts::image(const ImageRef& ref, const ImageRecord* record, const ImageSource* source)
{
    const QString recipe = source ? source->recipe : QString();
    if (!record)
        return {{tr("Image"), imageText(ref)}, {tr("Recipe"), recipe, true}};
    const bool built = !record->digest.isNull();
    const QLocale locale;
    return {{tr("State"), imageStateText(*record)},
            {tr("Tier"), tierText(record->tier)},
            {tr("Parent"), imageText(record->parent)},
            {tr("Digest"), record->digest.shortHex(), true},
            {tr("Built"), built ? locale.toString(record->builtAt.toLocalTime(), QLocale::ShortFormat) : QString()},
            {tr("Build took"), built ? durationText(record->buildMs) : QString()},
            {tr("Serves after"), record->serveMs > 0 ? durationText(record->serveMs) : QString()},
            {tr("Size"), built ? sizeText(record->size) : QString()},
            {tr("Own layer"), built ? sizeText(record->ownSize) : QString()},
            {tr("Packages"), built ? QString::number(record->packages) : QString()},
            {tr("Recipe"), recipe, true}};
}

} // namespace

QList<Fact> nodeFacts(const FleetDocument& document, const NodeState& node)
{
    return Facts::unreached(document.fleet(), node) + Facts::node(node);
}

QList<Fact> balancerFacts(const FleetDocument& document, const BalancerState& balancer)
{
    return Facts::balancer(balancer, document.blueprint().findBalancer(balancer.node.name)) +
           nodeFacts(document, balancer.node);
}

QList<Fact> databaseFacts(const FleetDocument& document, const DatabaseState& database)
{
    return Facts::database(database, document.blueprint().findDatabase(database.node.name)) +
           nodeFacts(document, database.node);
}

QList<Fact> groupFacts(const FleetDocument& document, const QString& group)
{
    const Group* wanted = document.blueprint().findGroup(group);
    return wanted ? Facts::group(document, *wanted, document.fleet().findGroup(group)) : QList<Fact>();
}

QList<Fact> fleetFacts(const FleetDocument& document)
{
    return Facts::fleet(document);
}

QList<Fact> imageFacts(const FleetDocument& document, const ImageRef& ref)
{
    return Facts::image(ref, imageRecord(document, ref), document.blueprint().findImage(ref));
}

QString nodeStateText(const NodeState& node, const QDateTime& now)
{
    const QString health = standingText(node);
    if (node.lifecycle != Lifecycle::Running && !node.wasThere())
        return lifecycleText(node.lifecycle);
    if (!node.startedAt.isValid() || node.wasThere())
        return health;
    return health + u" · " + Facts::upFor(node.startedAt.msecsTo(now));
}

QString nodeLine(const NodeState& node, const QDateTime& now)
{
    QStringList parts;
    if (!node.service.isNull())
        parts << node.service.host;
    if (node.role == Role::Node && !node.wasThere())
        parts << Facts::sessions(node.sessions);
    if (!node.image.isNull() && node.bornAt.isValid())
        parts << Facts::born(imageText(node.image), clockText(node.bornAt, now));
    return parts.join(QStringLiteral(" · "));
}

QString lookedText(const FleetState& fleet)
{
    const QList<const NodeState*> nodes = fleet.allNodes();
    const auto reached = std::ranges::count_if(nodes, [](const NodeState* node) { return isReached(*node); });
    return fleet.isUp() ? reachedCountText(int(reached), int(nodes.size())) : notLookedText();
}

const ImageRecord* imageRecord(const FleetDocument& document, const ImageRef& ref)
{
    const QList<ImageRecord>& images = document.images();
    const auto it =
        std::find_if(images.begin(), images.end(), [&](const ImageRecord& image) { return image.ref == ref; });
    return it == images.end() ? nullptr : &*it;
}

} // namespace snowmelt
