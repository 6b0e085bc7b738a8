// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/waiting.h"

#include <functional>

namespace snowmelt {

/// What may be over in a moment: HAProxy reloads or restarts, a connection breaks, the network is gone for a minute.
bool mayPass(const Error& error);

/// Asks an idempotent call again until the engine's patience ends: a network that is away for a minute is no reason to
/// turn a deployment round, and no reason to leave it half done. A cancel of `context` is heard between two attempts;
/// each attempt has the bounds its maker gave it.
template <typename T>
Task<T> patiently(DeploymentPtr d, std::function<Task<T>()> call, CallContext context)
{
    WaitClock clock = d->patienceClock();
    while (!d->control->loss()) {
        const Result<T> result = co_await call();
        d->tick(clock);
        if (!result.failed() || !mayPass(result.error()) || clock.expired())
            co_return result;
        d->networkAway = true;
        const Result<Done> waited = co_await idle(d, d->timing.poll, context);
        if (!waited)
            co_return waited.as<T>();
    }
    co_return Cancelled{};
}

} // namespace snowmelt
