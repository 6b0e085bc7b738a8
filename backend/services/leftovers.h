// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/operation.h"

#include <QCoro/QCoroTask>

#include <optional>

namespace snowmelt {

/// Ends what a dead process left open in this fleet: the records of its acts, and its deployments, by what the journal
/// knows of them, so that green nodes nobody watches do not stay for ever in slots the next deployment needs. The
/// caller holds the fleet, which is how the others are known to be dead. An end means that the act must not begin;
/// nothing: go on.
QCoro::Task<std::optional<Finished>> endLeftovers(OperationPtr operation);

} // namespace snowmelt
