// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/fleet_document.h"

namespace snowmelt {

/// How much of an operation's log is kept.
inline constexpr qsizetype keptLogLines = 5000;

/// An operation as its first event tells it.
OperationState beganOperation(const Event& event, const Started& started);
/// Progress, log, tally, plan, way back, questions and end of an operation; every other body leaves it as it is. True:
/// something changed.
bool foldOperation(OperationState& operation, const EventBody& body);

/// Reads that a window makes to show what it shows. They are told to people only when they fail.
bool isQuiet(const QString& verb, const QString& subject);
/// Ended otherwise than it should: a person must hear of it.
bool endedBadly(const OperationState& operation);

} // namespace snowmelt
