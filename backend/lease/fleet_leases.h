// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/lease/lease_request.h"
#include "backend/lease/lease_rules.h"
#include "backend/lease/lease_store.h"

#include <memory>

namespace snowmelt {

/// The leases of one fleet, as one machine works with them. A call is one round trip, or two when it must look first or
/// another machine wrote in between. Coroutines: outlives its calls.
class FleetLeases
{
public:
    FleetLeases(std::shared_ptr<LeaseStore> store, QString fleet, LeaseTiming timing = {});

    const LeaseTiming& timing() const { return m_timing; }
    LeaseStore& store() const { return *m_store; }
    const QString& fleet() const { return m_fleet; }

    Task<LeaseReading> read(CallContext context);
    /// `group` empty: the whole fleet. `takeOverReason` empty: what somebody holds is LeaseHeld {fleet, holder, since,
    /// until, what}.
    Task<HeldLease> take(QString group, LeaseHolder holder, QString takeOverReason, CallContext context);
    /// As our last change found and left it: what take() saw, without another question.
    Result<LeaseReading> known() const;
    /// These three are LeaseLost {fleet, holder, reason} when the lease is another's by now.
    Task<Done> renew(QString token, CallContext context);
    Task<Done> note(QString token, LeaseNote note, CallContext context);
    Task<Done> release(QString token, WorkLeft left, CallContext context);

    /// Asks whoever holds the lease this group is under, on any machine. Done: obeyed. Otherwise the holder's refusal;
    /// NothingToRollBack {group} or DeploymentOpen {group, what} when nobody holds it; LeaseLost when it changed hands
    /// meanwhile; TimedOut {command, seconds} when the holder said nothing: whether it heard is then not known.
    Task<Done> post(QString group, LeaseRequest request, CallContext context);

    /// Asks every second until nobody holds the lease this group is under, or it has expired: the end of what post()
    /// has told somebody to end. What is open then is in `work`.
    Task<LeaseReading> awaitFree(QString group, CallContext context);

private:
    enum class Begin { WithALook, WithWhatIsKnown };
    Task<LeaseBook> change(LeaseEdit edit, Begin begin, CallContext context);
    Task<Done> changed(LeaseEdit edit, CallContext context);
    Error unanswered(const LeaseView& view, const QString& token, const LeaseRequest& request) const;

    std::shared_ptr<LeaseStore> m_store;
    QString m_fleet;
    LeaseTiming m_timing;
    std::optional<LeaseView> m_known; ///< what our last change left there: most often it still is
};

} // namespace snowmelt
