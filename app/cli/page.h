// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/table.h"

#include <QStringList>

namespace snowmelt {

/// A part of a page: a table, lines kept as they are (commands and what was seen), and what is to be said of them.
struct PageSection
{
    QString heading; ///< empty: the first
    Table table{{}};
    QStringList verbatim{};
    QString note{};
};

struct Page
{
    QString title;
    QList<PageSection> sections;
};

void printPage(Console& console, const Page& page);
/// A character of a name that Markdown would obey is escaped.
QString markdownOf(const Page& page);

} // namespace snowmelt
