// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/blueprint/problem.h"

#include <QByteArray>

namespace snowmelt {

/// Reads blueprint version 1 (docs/BLUEPRINT.md). Pure: touches no file; `path` is only recorded.
/// Stops at the first syntax error; otherwise reports all semantic errors, in the order of the text.
Parsed<Blueprint> parseBlueprint(const QByteArray& text, const QString& path);

} // namespace snowmelt
