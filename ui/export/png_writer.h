// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/sheet.h"

#include <QImage>

namespace snowmelt {

/// The scale that is drawn when `wanted` is asked for: no picture has more pixels than readers open without being
/// asked.
double pngScale(const QSizeF& size, double wanted);
/// Null: stopped.
QImage imageOf(const Sheet& sheet, double scale, const ExportStop& stop = {});
/// Empty: stopped.
QByteArray pngOf(const Sheet& sheet, double wanted, const ExportStop& stop = {});

} // namespace snowmelt
