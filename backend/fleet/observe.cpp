// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/fleet_access.h"
#include "backend/fleet/fold_fleet.h"

#include <vector>

namespace snowmelt {

namespace {

// Short: what does not answer now is told as that, and the next look is two seconds away.
constexpr std::chrono::seconds balancerLimit{4};
constexpr std::chrono::seconds healthLimit{2};

template <typename T>
struct Question
{
    QString name;
    Task<T> task;
};

std::vector<Question<BalancerReading>> askBalancers(const FleetAccess& fleet, const QList<NodeFacts>& facts,
                                                    const CallContext& context)
{
    std::vector<Question<BalancerReading>> questions;
    for (const Balancer& balancer : fleet.blueprint.balancers)
        for (const NodeFacts& node : facts)
            if (fleet.driverOf(balancer) && node.role == Role::Balancer && node.group == balancer.name &&
                node.lifecycle == Lifecycle::Running)
                questions.push_back(
                    {balancer.name, fleet.driverOf(balancer)->read(node, context.within(balancerLimit))});
    return questions;
}

std::vector<Question<HttpAnswer>> askNodes(const FleetAccess& fleet, const QList<NodeFacts>& facts,
                                           const CallContext& context)
{
    std::vector<Question<HttpAnswer>> questions;
    if (!fleet.platform->httpProbe())
        return questions;
    for (const NodeFacts& node : facts) {
        const Group* group = node.role == Role::Node ? fleet.blueprint.findGroup(node.group) : nullptr;
        const std::optional<Endpoint> service = group ? serviceOf(node, group->port) : std::nullopt;
        if (service && node.lifecycle == Lifecycle::Running)
            questions.push_back({node.name, fleet.platform->httpProbe()->get(*service, group->health.path,
                                                                             context.within(healthLimit))});
    }
    return questions;
}

/// A balancer that could not be asked this time keeps its marks.
SlotMarks marksAfter(SlotMarks marks, const FleetLook& look)
{
    for (auto reading = look.readings.cbegin(); reading != look.readings.cend(); ++reading) {
        if (!reading->ok())
            continue;
        const SlotMarks own = marksAfter(marks, reading.key(), **reading, look.facts);
        marks.removeIf([&](const auto& mark) { return mark.key().startsWith(QString(reading.key() + u'/')); });
        marks.insert(own);
    }
    return marks;
}

} // namespace

Task<FleetState> observeFleet(std::shared_ptr<const FleetAccess> fleet, CallContext context,
                              std::shared_ptr<SlotMarks> marks)
{
    Observe* observe = fleet->platform->observe();
    Task<QList<NodeFacts>> listing = observe->list(fleet->key(), context.within(observe->listLimit()));
    const Result<QList<NodeFacts>> facts = co_await listing;
    if (!facts)
        co_return facts.as<FleetState>();
    FleetLook look{fleet->blueprint, fleet->key(), {}, *facts, {}, {}, {}};
    std::vector<Question<BalancerReading>> balancers = askBalancers(*fleet, *facts, context);
    std::vector<Question<HttpAnswer>> nodes = askNodes(*fleet, *facts, context);
    for (Question<BalancerReading>& question : balancers) {
        const Result<BalancerReading> reading = co_await question.task;
        look.readings.insert(question.name, reading);
    }
    for (Question<HttpAnswer>& question : nodes) {
        const Result<HttpAnswer> answer = co_await question.task;
        if (answer.ok())
            look.answers.insert(question.name, *answer);
    }
    if (context.cancel.isCancelled())
        co_return Cancelled{};
    look.at = QDateTime::currentDateTimeUtc();
    if (marks)
        look.marks = *marks = marksAfter(*marks, look);
    co_return foldFleet(look);
}

} // namespace snowmelt
