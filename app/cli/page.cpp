// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/page.h"

#include "models/domain/drift/drift.h"

namespace snowmelt {
namespace {

QString escaped(const QString& text)
{
    static const QString obeyed = QStringLiteral("\\`*_[]<>|#~");
    QString safe;
    for (const QChar c : displayText(text.toUtf8())) {
        if (obeyed.contains(c))
            safe += u'\\';
        safe += c;
    }
    return safe;
}

QString markdownRow(const QStringList& cells)
{
    return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

/// Markdown's tables have titles; one without has empty ones.
QString markdownTable(const Table& table)
{
    QStringList titles;
    QStringList rules;
    for (const Table::Column& column : table.columns()) {
        titles.append(escaped(column.title));
        rules.append(column.align == Table::Align::Right ? QStringLiteral("--:") : QStringLiteral("---"));
    }
    QString text = markdownRow(titles) + markdownRow(rules);
    for (const Line& row : table.rows()) {
        QStringList cells;
        for (const Span& cell : row)
            cells.append(escaped(cell.text));
        text += markdownRow(cells);
    }
    return text;
}

QString markdownSection(const PageSection& section)
{
    QString text;
    if (!section.heading.isEmpty())
        text += QStringLiteral("\n## ") + escaped(section.heading) + u'\n';
    if (!section.table.rows().isEmpty())
        text += u'\n' + markdownTable(section.table);
    if (!section.verbatim.isEmpty())
        text += u'\n';
    for (const QString& line : section.verbatim)
        text += QStringLiteral("    ") + displayText(line.toUtf8()) + u'\n';
    if (!section.note.isEmpty())
        text += u'\n' + escaped(section.note) + u'\n';
    return text;
}

} // namespace

void printPage(Console& console, const Page& page)
{
    console.out(Line{{page.title, TerminalInk::Strong}});
    for (const PageSection& section : page.sections) {
        if (!section.heading.isEmpty()) {
            console.out(QString());
            console.out(Line{{section.heading, TerminalInk::Strong}});
        }
        section.table.print(console);
        for (const QString& line : section.verbatim)
            console.out(Line{{line, TerminalInk::Faint}});
        if (!section.note.isEmpty())
            console.out(section.note);
    }
}

QString markdownOf(const Page& page)
{
    QString text = QStringLiteral("# ") + escaped(page.title) + u'\n';
    for (const PageSection& section : page.sections)
        text += markdownSection(section);
    return text;
}

} // namespace snowmelt
