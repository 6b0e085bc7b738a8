// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/next_move.h"

#include <algorithm>

namespace snowmelt {

namespace {

Turn turnOf(ActEnd end)
{
    switch (end) {
    case ActEnd::Asked:
        return Turn::Asked;
    case ActEnd::Cancelled:
        return Turn::Cancelled;
    case ActEnd::Done:
    case ActEnd::Failed:
    case ActEnd::DrainTimedOut:
    case ActEnd::Aborted:
    case ActEnd::Lost:
        break;
    }
    return Turn::Failed;
}

/// Who asked for the way back gets a deployment that was cancelled; who did not gets one that failed.
OutcomeKind outcomeOf(Turn turn)
{
    switch (turn) {
    case Turn::None:
        return OutcomeKind::Done;
    case Turn::Asked:
    case Turn::Cancelled:
        return OutcomeKind::Cancelled;
    case Turn::Failed:
        break;
    }
    return OutcomeKind::Failed;
}

Move stop(int step, Turn turn, OutcomeKind outcome, bool touched = true)
{
    return {Act::Stop, step, turn, outcome, touched};
}

/// Green holds no traffic before MoveTraffic, so it may go at once; after it, blue must serve first.
Move turnRound(const Plan& plan, int step, Turn turn)
{
    const StepKind reached = plan.steps.at(step).kind;
    switch (reached) {
    case StepKind::Check:
        return stop(step, Turn::None, outcomeOf(turn), false);
    case StepKind::CreateNodes:
    case StepKind::AwaitHealthy:
        // A person wants to look at why it failed; a wish to go back is one to be rid of it.
        if (plan.keepGreen && turn == Turn::Failed)
            return stop(step, Turn::None, OutcomeKind::Failed);
        return {Act::RemoveGreen, step, turn};
    case StepKind::MoveTraffic:
    case StepKind::DrainBlue:
    case StepKind::Bake:
        return {Act::ReviveBlue, step, turn};
    case StepKind::RetireBlue:
        // A wish is only heard before its act, a failure comes out of it.
        if (turn != Turn::Failed)
            return {Act::ReviveBlue, step, turn};
        break;
    case StepKind::DestroyBlue:
        break;
    }
    return stop(step, Turn::None, OutcomeKind::Failed);
}

Move afterStep(const Plan& plan, const Move& last, ActEnd end)
{
    if (end == ActEnd::Done && last.step + 1 < plan.steps.size())
        return {Act::Step, last.step + 1};
    if (end == ActEnd::Done)
        return stop(last.step, Turn::None, OutcomeKind::Done);
    const StepKind reached = plan.steps.at(last.step).kind;
    if (end == ActEnd::Aborted)
        return stop(last.step, Turn::None, OutcomeKind::Cancelled, reached != StepKind::Check);
    // Green serves everything and old sessions live on blue: both sides are safe where they are. Going back would
    // throw away a good deployment, so the person decides.
    if (reached == StepKind::DrainBlue && end == ActEnd::DrainTimedOut)
        return stop(last.step, Turn::None, OutcomeKind::Failed);
    return turnRound(plan, last.step, turnOf(end));
}

} // namespace

Move firstMove()
{
    return {Act::Step, 0};
}

Move nextMove(const Plan& plan, const Move& last, ActEnd end)
{
    if (end == ActEnd::Lost)
        return stop(last.step, last.turn, OutcomeKind::Failed);
    const bool done = end == ActEnd::Done;
    switch (last.act) {
    case Act::Step:
        return afterStep(plan, last, end);
    case Act::ReviveBlue:
        // Blue that does not come up must not cost green its traffic: both stay as they are.
        return done ? Move{Act::DrainGreen, last.step, last.turn} : stop(last.step, last.turn, OutcomeKind::Failed);
    case Act::DrainGreen:
        return done ? Move{Act::RemoveGreen, last.step, last.turn} : stop(last.step, last.turn, OutcomeKind::Failed);
    case Act::RemoveGreen:
        return stop(last.step, last.turn, done ? outcomeOf(last.turn) : OutcomeKind::Failed);
    case Act::Stop:
        break;
    }
    return last;
}

Move resumedMove(const Plan& plan, int reached, Way way, bool greenTakesTraffic)
{
    const int step = std::clamp<int>(reached, 0, int(plan.steps.size()) - 1);
    if (way == Way::Continue)
        return {Act::Step, step};
    const Move back = turnRound(plan, step, Turn::Asked);
    return back.act == Act::RemoveGreen && greenTakesTraffic ? Move{Act::ReviveBlue, step, Turn::Asked} : back;
}

QString turnReason(Turn turn)
{
    switch (turn) {
    case Turn::None:
        return {};
    case Turn::Asked:
        return QStringLiteral("asked");
    case Turn::Cancelled:
        return QStringLiteral("cancelled");
    case Turn::Failed:
        break;
    }
    return QStringLiteral("failed");
}

} // namespace snowmelt
