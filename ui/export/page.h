// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/sheet.h"

#include <optional>

namespace snowmelt {

/// Fit: as large as what is on it, as far as readers open such a page.
enum class PageSize { Fit, A4, A3, Letter };

struct PageFormat
{
    PageSize size = PageSize::Fit;
    std::optional<bool> landscape{}; ///< unset: as the picture lies
    bool operator==(const PageFormat&) const = default;
};

/// "a4", "a3-landscape", "letter-portrait", "fit".
std::optional<PageFormat> pageFormat(const QString& name);
QString pageName(const PageFormat& format);

/// Units of 1/96 inch.
QSizeF pageUnits(const PageFormat& format, const QSizeF& picture);
/// The sheet in the middle of its page, as large as the page lets it be, never larger than it is.
Sheet onPage(const Sheet& sheet, const PageFormat& format);

} // namespace snowmelt
