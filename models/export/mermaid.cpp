// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/mermaid.h"

#include "models/export/escape.h"
#include "models/export/figure_legend.h"
#include "models/export/merge_alike.h"
#include "models/export/outline.h"
#include "models/wording/wording.h"

#include <QMap>

namespace snowmelt {

namespace {

/// Mermaid's own bounds, with something to spare for what a program puts around it.
constexpr qsizetype mostCharacters = 49'000; ///< in UTF-16, as browsers count
constexpr int mostLinks = 490;

/// What opens and closes a shape, around its quoted text.
std::pair<QString, QString> mermaidShape(BoxKind kind)
{
    switch (kind) {
    case BoxKind::Clients:
        return {QStringLiteral("(["), QStringLiteral("])")};
    case BoxKind::Balancer:
        return {QStringLiteral("{{"), QStringLiteral("}}")};
    case BoxKind::Database:
        return {QStringLiteral("[("), QStringLiteral(")]")};
    case BoxKind::Cache:
        return {QStringLiteral("[["), QStringLiteral("]]")};
    case BoxKind::Group:
    case BoxKind::Zone:
    case BoxKind::Node:
    case BoxKind::Cell:
        break;
    }
    return {QStringLiteral("["), QStringLiteral("]")};
}

QString className(FigureMark mark)
{
    static const char* const names[] = {"healthy", "degraded", "down", "draining", "unknown", "planned", "reached"};
    return QString::fromLatin1(names[int(mark)]);
}

QString mermaidLine(FigureMark mark)
{
    static const char* const styles[] = {"stroke-width:1px",
                                         "stroke-width:3px",
                                         "stroke-width:5px",
                                         "stroke-width:2px,stroke-dasharray:7 4",
                                         "stroke-width:2px,stroke-dasharray:2 4",
                                         "stroke-width:1px,stroke-dasharray:2 3",
                                         "stroke-width:1px"};
    return QString::fromLatin1(styles[int(mark)]);
}

class Flowchart
{
public:
    Flowchart(const Diagram& diagram, const ExportHead& head, const FoldLimits& limits)
        : m_diagram(diagram), m_head(head), m_outline(diagram, limits)
    {
    }
    QByteArray text();
    /// What text() gave is no more than Mermaid draws.
    bool fits() const { return m_text.size() <= mostCharacters && m_links <= mostLinks; }

private:
    void line(const QString& text) { m_text += QString(2 * m_depth, u' ') + text + u'\n'; }
    void writeHead();
    void writeBox(int box);
    void writeContainer(int box);
    void writeLink(const FigureOutline::Link& link);
    void writeLegend();
    void writeClasses();
    static QString safe(const QString& line) { return escape::mermaid(escape::shortened(line, longestLabel)); }
    static QString label(const QStringList& lines);
    void legendEntry(const QString& name, const QString& text);
    static QString id(int box) { return u'n' + QString::number(box); }

    const Diagram& m_diagram;
    const ExportHead& m_head;
    FigureOutline m_outline;
    QString m_text;
    int m_depth = 0;
    QMap<FigureMark, QStringList> m_classes;
    QMap<int, QStringList> m_sideLinks; ///< side → numbers of links
    int m_links = 0;
};

QString Flowchart::label(const QStringList& lines)
{
    QStringList labels;
    for (const QString& line : lines)
        labels << safe(line);
    return u'"' + labels.join(QStringLiteral("<br/>")) + u'"';
}

void Flowchart::writeHead()
{
    QStringList title{m_diagram.title, FigureText::subtitle(m_diagram, m_head)};
    title.removeAll(QString());
    m_text += QStringLiteral("---\ntitle: \"%1\"\n---\n").arg(escape::yaml(title.join(QStringLiteral(" — "))));
    m_text += QStringLiteral("%%{init: {\"theme\": \"%1\"}}%%\n")
                  .arg(m_head.ink.dark ? QStringLiteral("dark") : QStringLiteral("neutral"));
    m_text += QStringLiteral("flowchart LR\n");
}

void Flowchart::writeContainer(int box)
{
    const DiagramBox& container = m_diagram.boxes[box];
    QStringList facts;
    for (const QString& fact : FigureText::lines(container))
        facts << safe(fact);
    const QString name = facts.takeFirst();
    // Subgraphs keep one line for their title.
    line(QStringLiteral("subgraph %1[\"%2\"]")
             .arg(id(box), facts.isEmpty() ? name : QString(name + QStringLiteral(" — ") + facts.join(u", "_qs))));
    ++m_depth;
    for (const int inner : m_outline.inside[box])
        writeBox(inner);
    --m_depth;
    line(QStringLiteral("end"));
    line(QStringLiteral("style %1 fill:%2,stroke:%3,color:%4%5")
             .arg(id(box), m_head.ink.sideFill(container.side), m_head.ink.sideLine(container.side), m_head.ink.text,
                  container.planned ? u',' + mermaidLine(FigureMark::Planned) : QString()));
}

void Flowchart::writeBox(int box)
{
    if (m_outline.isContainer(box))
        return writeContainer(box);
    const DiagramBox& drawn = m_diagram.boxes[box];
    const auto [open, close] = mermaidShape(drawn.kind);
    line(id(box) + open + label(FigureText::lines(drawn, m_outline.fold.isFolded(box))) + close);
    m_classes[figureMark(drawn)] << id(box);
}

void Flowchart::writeLink(const FigureOutline::Link& link)
{
    const DiagramEdge& edge = m_diagram.edges[link.edge];
    QString arrow = QStringLiteral("-->");
    if (edge.kind == EdgeKind::Pair)
        arrow = QStringLiteral("---");
    else if (edge.planned || edge.unseen || edge.idle() || edge.kind == EdgeKind::Replica)
        arrow = QStringLiteral("-.->");
    const QString text = link.own ? FigureText::edge(edge) : QString();
    if (!text.isEmpty())
        arrow += u'|' + label({text}) + u'|';
    line(id(link.from) + u' ' + arrow + u' ' + id(link.to));
    if (edge.side != Side::None)
        m_sideLinks[int(edge.side)] << QString::number(m_links);
    ++m_links;
}

void Flowchart::legendEntry(const QString& name, const QString& text)
{
    line(name + u'[' + label({text}) + u']');
}

void Flowchart::writeLegend()
{
    const FigureLegend legend = FigureLegend::of(m_diagram, m_outline);
    if (legend.isEmpty())
        return;
    line(QStringLiteral("subgraph legend[%1]").arg(label({FigureLegend::title()})));
    ++m_depth;
    for (const FigureMark mark : legend.marks) {
        const QString own = QStringLiteral("legend_") + className(mark);
        legendEntry(own, FigureText::mark(mark, m_diagram.given));
        m_classes[mark] << own;
    }
    for (const Side side : legend.sides) {
        const QString own = side == Side::Blue ? QStringLiteral("legend_blue") : QStringLiteral("legend_green");
        legendEntry(own, sideText(side));
        line(QStringLiteral("style %1 fill:%2,stroke:%3,color:%4")
                 .arg(own, m_head.ink.sideFill(side), m_head.ink.sideLine(side), m_head.ink.text));
    }
    for (const QString& note : legend.notes) {
        legendEntry(QStringLiteral("legend_note"), note);
        m_classes[FigureMark::Planned] << QStringLiteral("legend_note");
    }
    --m_depth;
    line(QStringLiteral("end"));
    line(QStringLiteral("style legend fill:none,stroke:%1,color:%2").arg(m_head.ink.line, m_head.ink.sub));
}

void Flowchart::writeClasses()
{
    for (auto entry = m_classes.constBegin(); entry != m_classes.constEnd(); ++entry) {
        const ExportInk::Tone& tone = m_head.ink.of(entry.key());
        line(QStringLiteral("classDef %1 fill:%2,stroke:%3,color:%4,%5")
                 .arg(className(entry.key()), tone.fill, tone.line, m_head.ink.text, mermaidLine(entry.key())));
        line(QStringLiteral("class %1 %2").arg(entry->join(u','), className(entry.key())));
    }
    for (auto side = m_sideLinks.constBegin(); side != m_sideLinks.constEnd(); ++side)
        line(QStringLiteral("linkStyle %1 stroke:%2").arg(side->join(u','), m_head.ink.sideLine(Side(side.key()))));
}

QByteArray Flowchart::text()
{
    writeHead();
    ++m_depth;
    for (const int box : m_outline.top)
        writeBox(box);
    for (const FigureOutline::Link& link : m_outline.links)
        writeLink(link);
    writeLegend();
    writeClasses();
    return m_text.toUtf8();
}

} // namespace

QByteArray mermaidOf(const Diagram& diagram, const ExportHead& head, const FoldLimits& limits)
{
    Flowchart whole(diagram, head, limits);
    QByteArray text = whole.text();
    if (whole.fits())
        return text;
    constexpr FoldLimits noNodes{0, 0};
    Flowchart folded(diagram, head, noNodes);
    text = folded.text();
    if (folded.fits())
        return text;
    for (const Alike alike : {Alike::Neighbours, Alike::Source, Alike::Kind}) {
        const Diagram fewer = mergedAlike(diagram, alike);
        Flowchart merged(fewer, head, noNodes);
        text = merged.text();
        if (merged.fits())
            break;
    }
    return text;
}

} // namespace snowmelt
