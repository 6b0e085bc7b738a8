// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/exporter.h"

#include <memory>

class QMimeData;

namespace snowmelt {

/// The diagram for the clipboard: pixels for most programs, SVG for those that draw.
std::unique_ptr<QMimeData> pictureForClipboard(const ExportSubject& subject, const ExportOptions& options);

} // namespace snowmelt
