// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/balancer_truth.h"

#include <QByteArray>

namespace snowmelt {

/// The slots of a group that take new traffic when HAProxy starts with this server-state file: what `show servers
/// state` once said (management guide 9.3, format 1). Nothing when it is no such file.
std::optional<ServingSlots> parseStateFile(const QByteArray& text, const QString& group);

} // namespace snowmelt
