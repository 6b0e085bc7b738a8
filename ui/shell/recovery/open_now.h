// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/fleet_document.h"

namespace snowmelt {

/// The open deployments that wait for a person: not those a resume works on, and not those one has just ended, which
/// the backend lists until it has looked again.
QList<OpenDeployment> awaitingAPerson(const QList<OpenDeployment>& open, const QList<OperationState>& operations);

} // namespace snowmelt
