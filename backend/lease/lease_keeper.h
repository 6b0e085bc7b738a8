// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/lease/fleet_leases.h"
#include "models/domain/event.h"

#include <functional>
#include <memory>

namespace snowmelt {

/// What a holder hears. Called on the keeper's thread, from its event loop.
struct LeaseHooks
{
    /// Somebody on another machine asks; the answer reaches them. nullopt: obeyed. Once per request, however often the
    /// network repeats it.
    std::function<std::optional<Error>(Command command, const QString& person, int seconds)> onRequest;
    /// Once: LeaseLost {fleet, holder, reason}. Stop where you stand; nothing is ours any more. Reason "expired
    /// unreachable" (nobody's holder): the host could not be reached for as long as the lease lives.
    std::function<void(const Error& error)> onLost;
};

/// Keeps a lease alive while this lives, and hears what other machines ask. Beyond a lost network it keeps trying until
/// the lease has expired, by a clock that also runs while the machine sleeps.
///
/// end() must have come back before the store's platform goes. Without end() the lease stays and expires: that is what
/// a process that dies leaves.
class LeaseKeeper
{
public:
    LeaseKeeper(std::shared_ptr<FleetLeases> leases, HeldLease held, LeaseHooks hooks);
    ~LeaseKeeper();
    LeaseKeeper(const LeaseKeeper&) = delete;
    LeaseKeeper& operator=(const LeaseKeeper&) = delete;

    const HeldLease& held() const;
    /// It was ours a moment ago and nobody can have taken it without a reason since. False after a long sleep, until
    /// the host has been asked again.
    bool isFresh() const;

    /// Notes the plan or the step of the deployment that is about to say this (PlanMade, StepBegun, RollingBack): to
    /// wait for before the act. Done: the host has it, and the lease was ours. Asks again as long as the context and
    /// the lease last, then answers why not.
    Task<Done> note(EventBody body, CallContext context);

    /// Stops keeping, writes what is still to be noted, gives the lease back. What was open before and was not taken up
    /// stays open. A lost one is no error here.
    Task<Done> end(WorkLeft left, CallContext context);

private:
    struct State;
    using StatePtr = std::shared_ptr<State>;
    static QCoro::Task<> renewing(StatePtr state);
    static QCoro::Task<> listening(StatePtr state);
    static Task<Done> answering(StatePtr state, LeaseView view);

    StatePtr d;
};

} // namespace snowmelt
