// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/dot.h"

#include "models/export/escape.h"
#include "models/export/figure_legend.h"
#include "models/export/outline.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace snowmelt {

namespace {

QString dotShape(BoxKind kind)
{
    switch (kind) {
    case BoxKind::Clients:
        return QStringLiteral("ellipse");
    case BoxKind::Balancer:
        return QStringLiteral("hexagon");
    case BoxKind::Database:
        return QStringLiteral("cylinder");
    case BoxKind::Cache:
        return QStringLiteral("component");
    case BoxKind::Group:
        return QStringLiteral("box3d");
    case BoxKind::Zone:
    case BoxKind::Node:
    case BoxKind::Cell:
        break;
    }
    return QStringLiteral("box");
}

/// style, penwidth, peripheries.
QString dotLine(FigureMark mark)
{
    switch (mark) {
    case FigureMark::Healthy:
    case FigureMark::Reached:
        return QStringLiteral("style=\"filled\"");
    case FigureMark::Degraded:
        return QStringLiteral("style=\"filled\" penwidth=3");
    case FigureMark::Down:
        return QStringLiteral("style=\"filled\" peripheries=2");
    case FigureMark::Draining:
        return QStringLiteral("style=\"filled,dashed\" penwidth=1.8");
    case FigureMark::Unknown:
        return QStringLiteral("style=\"filled,dotted\" penwidth=1.8");
    case FigureMark::Planned:
        break;
    }
    return QStringLiteral("style=\"dotted\"");
}

class Digraph
{
public:
    Digraph(const Diagram& diagram, const ExportHead& head, const FoldLimits& limits)
        : m_diagram(diagram), m_head(head), m_outline(diagram, limits)
    {
    }
    QByteArray text();

private:
    void line(const QString& text) { m_text += QString(2 * m_depth, u' ') + text + u'\n'; }
    void writeHead();
    void writeBox(int box);
    void writeCluster(int box);
    void writeLink(const FigureOutline::Link& link);
    void writeLegend();
    void legendEntry(const QString& name, const QString& text, const ExportInk::Tone& tone, const QString& style);
    static QString quoted(const QStringList& lines);
    static QString whole(const QStringList& lines);
    static QString id(int box) { return u'n' + QString::number(box); }

    const Diagram& m_diagram;
    const ExportHead& m_head;
    FigureOutline m_outline;
    QString m_text;
    int m_depth = 0;
};

QString Digraph::whole(const QStringList& lines)
{
    QStringList safe;
    for (const QString& line : lines)
        safe << escape::dot(line);
    return u'"' + safe.join(QStringLiteral("\\n")) + u'"';
}

/// As a label: nothing wraps it.
QString Digraph::quoted(const QStringList& lines)
{
    QStringList labels;
    for (const QString& line : lines)
        labels << escape::shortened(line, longestLabel);
    return whole(labels);
}

void Digraph::writeHead()
{
    const ExportInk& ink = m_head.ink;
    line(QStringLiteral("digraph fleet {"));
    ++m_depth;
    line(QStringLiteral("graph [label=%1 labelloc=t rankdir=LR compound=true charset=\"UTF-8\" bgcolor=\"%2\" "
                        "fontcolor=\"%3\" fontname=\"Helvetica,sans-serif\"]")
             .arg(whole({m_diagram.title, FigureText::subtitle(m_diagram, m_head)}), ink.paper, ink.text));
    line(QStringLiteral("node [fontname=\"Helvetica,sans-serif\" fontsize=11 fontcolor=\"%1\"]").arg(ink.text));
    line(QStringLiteral("edge [fontname=\"Helvetica,sans-serif\" fontsize=10 fontcolor=\"%1\" color=\"%2\"]")
             .arg(ink.sub, ink.line));
}

void Digraph::writeCluster(int box)
{
    const DiagramBox& container = m_diagram.boxes[box];
    line(QStringLiteral("subgraph cluster_%1 {").arg(id(box)));
    ++m_depth;
    line(QStringLiteral("graph [label=%1 style=\"rounded,filled%2\" fillcolor=\"%3\" color=\"%4\" tooltip=%5]")
             .arg(quoted(FigureText::lines(container)), container.planned ? QStringLiteral(",dotted") : QString(),
                  m_head.ink.sideFill(container.side), m_head.ink.sideLine(container.side),
                  whole({FigureText::name(container)})));
    for (const int inner : m_outline.inside[box])
        writeBox(inner);
    --m_depth;
    line(QStringLiteral("}"));
}

void Digraph::writeBox(int box)
{
    if (m_outline.isContainer(box))
        return writeCluster(box);
    const DiagramBox& drawn = m_diagram.boxes[box];
    const QStringList lines = FigureText::lines(drawn, m_outline.fold.isFolded(box));
    const ExportInk::Tone& tone = m_head.ink.of(figureMark(drawn));
    line(QStringLiteral("%1 [label=%2 shape=%3 fillcolor=\"%4\" color=\"%5\" tooltip=\"%6\" %7]")
             .arg(id(box), quoted(lines), dotShape(drawn.kind), tone.fill, tone.line,
                  escape::dot(FigureText::name(drawn)), dotLine(figureMark(drawn))));
}

void Digraph::writeLink(const FigureOutline::Link& link)
{
    const DiagramEdge& edge = m_diagram.edges[link.edge];
    QStringList facts;
    const QString text = link.own ? FigureText::edge(edge) : QString();
    if (!text.isEmpty())
        facts << QStringLiteral("label=") + quoted({text});
    // Graphviz connects nodes only; it clips the line at the cluster it is told.
    if (m_outline.isContainer(link.from))
        facts << QStringLiteral("ltail=cluster_") + id(link.from);
    if (m_outline.isContainer(link.to))
        facts << QStringLiteral("lhead=cluster_") + id(link.to);
    if (edge.kind == EdgeKind::Pair)
        facts << QStringLiteral("dir=none constraint=false");
    if (edge.planned || edge.unseen || edge.idle())
        facts << QStringLiteral("style=dotted");
    else if (edge.kind == EdgeKind::Replica)
        facts << QStringLiteral("style=dashed");
    else if (edge.width > 1)
        facts << QStringLiteral("penwidth=") + QString::number(std::min(edge.width, 6.0), 'f', 1);
    if (edge.side != Side::None)
        facts << QStringLiteral("color=\"%1\"").arg(m_head.ink.sideLine(edge.side));
    line(QStringLiteral("%1 -> %2 [%3]")
             .arg(id(m_outline.leafOf(link.from)), id(m_outline.leafOf(link.to)), facts.join(u' ')));
}

void Digraph::legendEntry(const QString& name, const QString& text, const ExportInk::Tone& tone, const QString& style)
{
    line(QStringLiteral("legend_%1 [label=%2 shape=box fillcolor=\"%3\" color=\"%4\" %5]")
             .arg(name, quoted({text}), tone.fill, tone.line, style));
}

void Digraph::writeLegend()
{
    const FigureLegend legend = FigureLegend::of(m_diagram, m_outline);
    if (legend.isEmpty())
        return;
    line(QStringLiteral("subgraph cluster_legend {"));
    ++m_depth;
    line(QStringLiteral("graph [label=%1 style=\"rounded\" color=\"%2\" fontcolor=\"%3\"]")
             .arg(quoted({FigureLegend::title()}), m_head.ink.line, m_head.ink.sub));
    for (const FigureMark mark : legend.marks)
        legendEntry(QString::number(int(mark)), FigureText::mark(mark, m_diagram.given), m_head.ink.of(mark),
                    dotLine(mark));
    const QString filled = dotLine(FigureMark::Healthy);
    for (const Side side : legend.sides)
        legendEntry(u"side_" + QString::number(int(side)), sideText(side),
                    {m_head.ink.sideLine(side), m_head.ink.sideFill(side)}, filled);
    for (const QString& note : legend.notes)
        legendEntry(QStringLiteral("note"), note, {m_head.ink.line, m_head.ink.paper}, dotLine(FigureMark::Planned));
    --m_depth;
    line(QStringLiteral("}"));
}

QByteArray Digraph::text()
{
    writeHead();
    for (const int box : m_outline.top)
        writeBox(box);
    for (const FigureOutline::Link& link : m_outline.links)
        writeLink(link);
    writeLegend();
    --m_depth;
    line(QStringLiteral("}"));
    return m_text.toUtf8();
}

} // namespace

QByteArray dotOf(const Diagram& diagram, const ExportHead& head, const FoldLimits& limits)
{
    return Digraph(diagram, head, limits).text();
}

} // namespace snowmelt
