// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/report_text.h"

#include "ui/shell/history/report_headings.h"

#include <QCoreApplication>

#include <algorithm>

namespace snowmelt {

namespace {

/// What Markdown would take for its own, so that a name or a server's answer stays what it is.
QString escaped(QString text)
{
    static const QString special = QStringLiteral("\\`*_[]<>|#");
    QString safe;
    for (const QChar letter : std::as_const(text)) {
        if (special.contains(letter))
            safe += u'\\';
        safe += letter == u'\n' ? QChar(u' ') : letter;
    }
    return safe;
}

/// A block of code is fenced by more backticks than it has.
QString fenced(const QStringList& lines)
{
    const QString inside = lines.join(u'\n');
    QString fence = QStringLiteral("```");
    while (inside.contains(fence))
        fence += u'`';
    return QString(fence + u'\n' + inside + u'\n' + fence + u'\n');
}

/// Both forms of a report are written by the same walk; a pen decides how each part looks.
class MarkdownPen
{
public:
    QString text;

    void title(const QString& words) { text += u"# " + escaped(words) + u"\n\n"; }
    void heading(const QString& words) { text += u"\n## " + escaped(words) + u"\n\n"; }
    void line(const QString& words) { text += escaped(words) + u"\n\n"; }
    void item(const QString& words) { text += u"- " + escaped(words) + u'\n'; }
    void fact(const QString& name, const QString& value)
    {
        text += u"- **" + escaped(name) + u":** " + escaped(value) + u'\n';
    }
    void number(int index, const QString& words) { text += QString::number(index) + u". " + escaped(words) + u'\n'; }
    void verbatim(const QStringList& lines)
    {
        if (!lines.isEmpty())
            text += u'\n' + fenced(lines) + u'\n';
    }
    void table(const QList<QStringList>& rows)
    {
        for (int i = 0; i < rows.size(); ++i) {
            QStringList cells;
            for (const QString& cell : rows.at(i))
                cells << escaped(cell);
            text += u"| " + cells.join(QStringLiteral(" | ")) + u" |\n";
            if (i == 0)
                text += QStringLiteral("| :-- | --: | --: |\n");
        }
        text += u'\n';
    }
};

class PlainPen
{
public:
    QString text;

    void title(const QString& words) { text += words + u'\n' + QString(words.size(), u'=') + u'\n'; }
    void heading(const QString& words) { text += u'\n' + words + u'\n' + QString(words.size(), u'-') + u'\n'; }
    void line(const QString& words) { text += words + u'\n'; }
    void item(const QString& words) { text += u"- " + words + u'\n'; }
    void fact(const QString& name, const QString& value) { text += name + u": " + value + u'\n'; }
    void number(int index, const QString& words) { text += QString::number(index) + u". " + words + u'\n'; }
    void verbatim(const QStringList& lines)
    {
        for (const QString& line : lines)
            text += u"   " + line + u'\n';
    }
    void table(const QList<QStringList>& rows)
    {
        qsizetype widest = 0;
        for (const QStringList& row : rows)
            widest = std::max(widest, row.first().size());
        for (const QStringList& row : rows) {
            text += row.first().leftJustified(widest);
            for (const QString& cell : row.mid(1))
                text += u"  " + cell.rightJustified(10);
            text += u'\n';
        }
    }
};

template <typename Pen>
void writeFacts(Pen& pen, const QList<Fact>& facts)
{
    for (const Fact& fact : facts) {
        if (!fact.value.isEmpty())
            pen.fact(fact.name, fact.value);
    }
}

template <typename Pen>
void writeSteps(Pen& pen, const QList<ReportStepText>& steps)
{
    for (int i = 0; i < steps.size(); ++i) {
        const ReportStepText& step = steps.at(i);
        QStringList words{step.title, step.state, step.began, step.took};
        words.removeAll(QString());
        pen.number(i + 1, words.join(QStringLiteral(" · ")));
        QStringList below = step.trouble.isEmpty() ? QStringList() : step.trouble.split(u'\n');
        pen.verbatim(below + step.observed);
    }
}

template <typename Pen>
void writeAsked(Pen& pen, const QList<ReportAskedText>& all)
{
    for (const ReportAskedText& asked : all) {
        QStringList words{asked.at, asked.what, asked.refused};
        words.removeAll(QString());
        pen.item(words.join(u' '));
    }
}

template <typename Pen>
void writeItems(Pen& pen, const QString& heading, const QStringList& items)
{
    if (items.isEmpty())
        return;
    pen.heading(heading);
    for (const QString& item : items)
        pen.item(item);
}

template <typename Pen>
QString written(const ReportText& text)
{
    Pen pen;
    pen.title(text.title);
    pen.line(text.safety.isEmpty() ? text.outcomeLine : QString(text.outcomeLine + u": " + text.safety));
    for (const QString& line : text.trouble)
        pen.line(line);
    writeFacts(pen, text.facts);
    writeFacts(pen, text.nodes);
    pen.heading(ReportHeadings::traffic());
    pen.line(text.failures);
    pen.line(text.switchLine);
    if (!text.traffic.isEmpty())
        pen.table(text.traffic);
    writeItems(pen, ReportHeadings::unseen(), text.unseen);
    pen.heading(ReportHeadings::steps());
    writeSteps(pen, text.steps);
    pen.heading(ReportHeadings::asked());
    if (text.asked.isEmpty())
        pen.line(ReportHeadings::nobodyAsked());
    writeAsked(pen, text.asked);
    writeItems(pen, ReportHeadings::edited(), text.edited);
    writeItems(pen, ReportHeadings::accepted(), text.accepted);
    return pen.text;
}

} // namespace

QString reportPlain(const ReportText& text)
{
    return written<PlainPen>(text);
}

QString reportMarkdown(const ReportText& text)
{
    return written<MarkdownPen>(text);
}

} // namespace snowmelt
