// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "ui/export/exporter.h"

namespace snowmelt {

/// What `export` was told to make.
struct ExportWish
{
    ExportOptions options;
    DiagramMode mode = DiagramMode::Health;
    bool live = false;
    bool toStdout = false; ///< the file alone goes there: everything else is said on stderr
};

QList<Option> exportOptions();
/// nullopt: it makes no sense, and the person has been told (exit 64).
std::optional<ExportWish> exportWish(const Call& call);

} // namespace snowmelt
