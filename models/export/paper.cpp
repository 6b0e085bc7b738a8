// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/paper.h"

#include "models/export/escape.h"

namespace snowmelt {

namespace {

QString row(const QStringList& cells)
{
    return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString tableText(const PaperTable& table)
{
    QStringList heads;
    QStringList rules;
    for (qsizetype i = 0; i < table.heads.size(); ++i) {
        heads << escape::markdown(table.heads[i]);
        rules << (table.numbers.value(i) ? QStringLiteral("--:") : QStringLiteral("---"));
    }
    QString text = u'\n' + row(heads) + row(rules);
    for (const QStringList& line : table.rows) {
        QStringList cells;
        for (const QString& cell : line)
            cells << escape::markdown(cell);
        text += row(cells);
    }
    return text;
}

} // namespace

QByteArray markdownOf(const Paper& paper, const QByteArray& mermaid)
{
    QString text = QStringLiteral("# ") + escape::markdown(paper.title) + QStringLiteral("\n\n") +
                   escape::markdown(paper.subtitle) + QStringLiteral("\n\n## ") +
                   escape::markdown(paper.pictureHeading) + QStringLiteral("\n\n```mermaid\n") +
                   QString::fromUtf8(mermaid) + QStringLiteral("```\n");
    for (const PaperSection& section : paper.sections) {
        text += QStringLiteral("\n## ") + escape::markdown(section.heading) + u'\n';
        for (const QString& paragraph : section.paragraphs)
            text += u'\n' + escape::markdown(paragraph) + u'\n';
        if (!section.table.rows.isEmpty())
            text += tableText(section.table);
    }
    return text.toUtf8();
}

} // namespace snowmelt
