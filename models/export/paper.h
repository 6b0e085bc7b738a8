// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace snowmelt {

/// A document in words and tables, before it is Markdown or pages.
struct PaperTable
{
    QStringList heads;
    QList<bool> numbers; ///< of each column: to the right
    QList<QStringList> rows;
};

struct PaperSection
{
    QString heading;
    QStringList paragraphs; ///< above the table
    PaperTable table;
};

struct Paper
{
    QString title;
    QString subtitle;
    QString pictureHeading;
    QList<PaperSection> sections;
};

/// With the picture as a block of Mermaid, which forges and editors draw.
QByteArray markdownOf(const Paper& paper, const QByteArray& mermaid);

} // namespace snowmelt
