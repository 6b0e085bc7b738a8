// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/await_health.h"

#include "backend/execution/timing.h"
#include "backend/fleet/fold_fleet.h"

#include <vector>

namespace snowmelt {

namespace {

constexpr std::chrono::milliseconds pauseBetweenAnswers{200};
constexpr std::chrono::seconds healthAnswerLimit{5};

QString reasonOf(const HttpAnswer& answer)
{
    return answer.status == 0
               ? answer.failure
               : QString(QString::number(answer.status) + u' ' + QString::fromUtf8(answer.body.left(200)));
}

Progress progressOf(const Group& group, qsizetype healthy, qsizetype all)
{
    return {Phase::AwaitingHealth,
            {group.name, QString::number(healthy), QString::number(all)},
            static_cast<int>(healthy),
            static_cast<int>(all)};
}

} // namespace

Task<Done> awaitHealthyGroup(std::shared_ptr<const FleetAccess> fleet, Group group, QList<NodeFacts> nodes,
                             std::chrono::seconds limit, Emit emit, CallContext context)
{
    const QDeadlineTimer deadline(limit);
    QList<NodeFacts> waiting = nodes;
    QString reason;
    emit(progressOf(group, 0, nodes.size()));
    while (!waiting.isEmpty()) {
        std::vector<Task<HttpAnswer>> asking;
        for (const NodeFacts& node : waiting)
            asking.push_back(fleet->platform->httpProbe()->get(serviceOf(node, group.port).value_or(Endpoint()),
                                                               group.health.path, context.within(healthAnswerLimit)));
        QList<NodeFacts> still;
        for (size_t index = 0; index < asking.size(); ++index) {
            const Result<HttpAnswer> answer = co_await asking[index];
            if (answer.cancelled())
                continue; // the pause below says so
            if (answer.ok() && answer->status == 200)
                continue;
            still.append(waiting.at(static_cast<qsizetype>(index)));
            reason = answer.ok() ? reasonOf(*answer) : answer.error().detail;
        }
        if (context.cancel.isCancelled())
            co_return Cancelled{};
        if (still.size() < waiting.size())
            emit(progressOf(group, nodes.size() - still.size(), nodes.size()));
        waiting = still;
        if (waiting.isEmpty())
            break;
        if (deadline.hasExpired())
            co_return Error{
                ErrorCode::NeverHealthy, {waiting.first().name, QString::number(limit.count()), reason}, {}};
        Task<Done> resting = pause(pauseBetweenAnswers, context);
        const Result<Done> rested = co_await resting;
        if (!rested)
            co_return rested;
    }
    co_return Done{};
}

} // namespace snowmelt
