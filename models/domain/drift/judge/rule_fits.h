// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"

namespace snowmelt {

/// Whether the rule is for the nodes of this part.
bool isFor(const IgnoreRule& rule, const QString& group);
/// Whether its last day is over. `today` in UTC.
bool isOver(const IgnoreRule& rule, const QDate& today);
/// Whether it names this thing.
bool isAbout(const IgnoreRule& rule, DriftSection section, const QByteArray& key);
/// Whether it hides what differs: a rule about one field says nothing about what else does.
bool coversFields(const IgnoreRule& rule, const Difference& difference);
/// Both: what it hides for the nodes it is for.
bool fits(const IgnoreRule& rule, const Difference& difference);

} // namespace snowmelt
