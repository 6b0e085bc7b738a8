// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/deploy/exploration/broken_guards.h"

namespace snowmelt::test {

const QList<BrokenGuard>& brokenGuards()
{
    static const QList<BrokenGuard> guards{
        {"green takes traffic before blue gives it up", "steps/move_traffic.cpp",
         "    const Result<Done> ready = co_await orderModes(",
         "    (void)co_await orderModes(d, balancer, placements(d->plan.blue, SlotMode::Drain), context);\n"
         "    const Result<Done> ready = co_await orderModes(",
         "steps"},
        {"green is seen up once more after the config says green", "steps/move_traffic.cpp",
         "    const Result<Done> stillUp = co_await awaitGreenUp(d, balancer, context);",
         "    const Result<Done> stillUp = Done{};", "balancer:reloads"},
        {"blue is revived before green goes", "next_move.cpp",
         "    case StepKind::Bake:\n        return {Act::ReviveBlue, step, turn};",
         "    case StepKind::Bake:\n        return {Act::RemoveGreen, step, turn};", "calls:told"},
        {"past the point of no return no wish is heard", "perform.cpp",
         "    if (isPastNoReturn(d->plan, step))\n        return", "    if (false)\n        return", "calls:told"},
        {"a failure past the point of no return does not turn round", "next_move.cpp",
         "        if (turn != Turn::Failed)\n", "        if (turn != Turn::None)\n", "calls:refused"},
        {"a step is recorded before its act", "conduct.cpp",
         "        announce(d, move, before);\n"
         "        const Result<Performed> performed = co_await perform(d, move, &asking, context.deadline);\n",
         "        const Result<Performed> performed = co_await perform(d, move, &asking, context.deadline);\n"
         "        announce(d, move, before);\n",
         "steps"},
        {"blue is quiet before it is retired", "steps/drain_and_bake.cpp", "quiet >= d->timing.quietPolls",
         "quiet >= 0", "nodes:a request is long"},
        {"the config forgets blue before blue goes", "steps/retire.cpp", "SlotMode::Free, SlotMode::Ready",
         "SlotMode::Drain, SlotMode::Ready", "steps"},
        {"what the way back left behind is told", "steps/way_back.cpp", "    if (tidied.failed())\n",
         "    if (false)\n", "theWayBack:from the wait for health"},
        {"a config that somebody else wrote is read again", "orders.cpp",
         "        const BalancerConfig wanted = change(*config);\n",
         "        BalancerConfig wanted = change(*config);\n        wanted.revision.clear();\n",
         "balancer:its config gets another backend"},
        {"other groups' slots stay as they are", "sides.cpp",
         "        if (backend.group != plan.group)\n            continue;\n", "",
         "balancer:its config gets another backend"},
        {"that green is kept is told", "sides.cpp",
         "isPresent(plan.green, nodes) ? Safety::BlueServesGreenKept : Safety::BlueServes", "Safety::BlueServes",
         "calls:told"},
    };
    return guards;
}

} // namespace snowmelt::test
