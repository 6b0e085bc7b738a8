// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/sheet.h"

#include <QDateTime>

namespace snowmelt {

/// A page for each sheet, as vectors and with text that can be searched. The same sheets and date give the same bytes.
/// Empty: stopped.
QByteArray pdfOf(const QList<Sheet>& pages, const QDateTime& date, const ExportStop& stop = {});

} // namespace snowmelt
