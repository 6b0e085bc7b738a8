// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/drawio.h"

#include "models/export/escape.h"
#include "models/export/figure_legend.h"
#include "models/export/outline.h"
#include "models/wording/wording.h"

#include <QXmlStreamWriter>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr double titleRoom = 64; ///< above the diagram
constexpr QSizeF legendSize{152, 32};
constexpr double noteWidth = 3 * legendSize.width(); ///< a sentence
constexpr double legendGap = 16;

QString number(double value)
{
    return QString::number(value, 'f', 2).remove(QStringLiteral(".00"));
}

QString drawioShape(BoxKind kind)
{
    switch (kind) {
    case BoxKind::Clients:
        return QStringLiteral("ellipse;");
    case BoxKind::Balancer:
        return QStringLiteral("shape=hexagon;perimeter=hexagonPerimeter2;fixedSize=1;size=22;");
    case BoxKind::Database:
        return QStringLiteral("shape=cylinder3;boundedLbl=1;size=12;");
    case BoxKind::Cache:
        return QStringLiteral("shape=process;size=0.06;");
    case BoxKind::Group:
    case BoxKind::Zone:
    case BoxKind::Node:
    case BoxKind::Cell:
        break;
    }
    return QStringLiteral("rounded=1;absoluteArcSize=1;arcSize=16;");
}

QString drawioLine(FigureMark mark)
{
    static const char* const lines[] = {"strokeWidth=1;",
                                        "strokeWidth=3;",
                                        "strokeWidth=5;",
                                        "strokeWidth=2;dashed=1;dashPattern=7 4;",
                                        "strokeWidth=2;dashed=1;dashPattern=1 3;",
                                        "strokeWidth=1;dashed=1;dashPattern=1 3;",
                                        "strokeWidth=1;"};
    return QString::fromLatin1(lines[int(mark)]);
}

QString badgeOf(const DiagramBox& cell)
{
    return cell.planned || !cell.node() ? QString() : FigureText::driftBadge(*cell.node());
}

/// A cell of a field has room for nothing but its number and its drift.
QString cellText(const DiagramBox& cell)
{
    const QString number = FigureText::name(cell).section(u'-', -1);
    const QString badge = badgeOf(cell);
    return badge.isEmpty() ? number : QString(number + u' ' + badge);
}

/// A label is HTML inside an attribute of XML: escaped here for the one, by the writer for the other.
QString labelOf(const QStringList& lines)
{
    QStringList safe;
    for (const QString& line : lines)
        safe << escape::html(line);
    safe.first() = QStringLiteral("<b>") + safe.first() + QStringLiteral("</b>");
    return safe.join(QStringLiteral("<br>"));
}

class Drawing
{
public:
    Drawing(const Diagram& diagram, const ExportHead& head, const FoldLimits& limits)
        : m_diagram(diagram), m_head(head), m_outline(diagram, limits), m_xml(&m_bytes),
          m_origin(diagram.bounds.topLeft() - QPointF(0, titleRoom))
    {
    }
    QByteArray bytes();

private:
    void writeModel();
    void writeTitle();
    void writeBox(int box);
    void writeLink(const FigureOutline::Link& link, int number);
    void writeLegend();
    void legendEntry(const QString& name, const QString& text, const QString& style, double width);
    bool hasDriftBadge() const;
    void beginCell(const QString& id, const QString& value, const QString& style, const QString& parent);
    void vertex(const QString& id, const QString& value, const QString& style, const QString& parent,
                const QRectF& rect);
    void points(const DiagramEdge& edge);
    QString styleOf(int box) const;
    QString parentOf(int box) const;
    QString anchors(const FigureOutline::Link& link) const;
    static QString id(int box) { return QStringLiteral("box-") + QString::number(box); }

    const Diagram& m_diagram;
    const ExportHead& m_head;
    FigureOutline m_outline;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
    QPointF m_origin;
    double m_legendX = 24; ///< of the next entry
};

void Drawing::beginCell(const QString& id, const QString& value, const QString& style, const QString& parent)
{
    m_xml.writeStartElement(QStringLiteral("mxCell"));
    m_xml.writeAttribute(QStringLiteral("id"), id);
    m_xml.writeAttribute(QStringLiteral("value"), value);
    m_xml.writeAttribute(QStringLiteral("style"), style);
    m_xml.writeAttribute(QStringLiteral("parent"), parent);
}

void Drawing::vertex(const QString& id, const QString& value, const QString& style, const QString& parent,
                     const QRectF& rect)
{
    beginCell(id, value, style, parent);
    m_xml.writeAttribute(QStringLiteral("vertex"), QStringLiteral("1"));
    m_xml.writeEmptyElement(QStringLiteral("mxGeometry"));
    m_xml.writeAttribute(QStringLiteral("x"), number(rect.x()));
    m_xml.writeAttribute(QStringLiteral("y"), number(rect.y()));
    m_xml.writeAttribute(QStringLiteral("width"), number(rect.width()));
    m_xml.writeAttribute(QStringLiteral("height"), number(rect.height()));
    m_xml.writeAttribute(QStringLiteral("as"), QStringLiteral("geometry"));
    m_xml.writeEndElement();
}

QString Drawing::parentOf(int box) const
{
    const int around = m_diagram.boxes[box].container;
    return around < 0 ? QStringLiteral("1") : id(around);
}

QString Drawing::styleOf(int box) const
{
    const DiagramBox& drawn = m_diagram.boxes[box];
    const ExportInk& ink = m_head.ink;
    const FigureMark mark = figureMark(drawn);
    QString style = drawioShape(drawn.kind);
    if (m_outline.isContainer(box)) {
        style += QStringLiteral("container=1;collapsible=0;verticalAlign=top;align=left;spacingLeft=10;spacingTop=4;"
                                "fillColor=%1;strokeColor=%2;")
                     .arg(ink.sideFill(drawn.side), ink.sideLine(drawn.side));
        if (drawn.planned)
            style += drawioLine(FigureMark::Planned);
    } else {
        const ExportInk::Tone& tone = ink.of(mark);
        style += QStringLiteral("fillColor=%1;strokeColor=%2;")
                     .arg(mark == FigureMark::Planned ? QStringLiteral("none") : tone.fill, tone.line) +
                 drawioLine(mark);
    }
    return style + QStringLiteral("html=1;whiteSpace=wrap;overflow=hidden;fontSize=11;fontColor=%1;").arg(ink.text);
}

void Drawing::writeBox(int box)
{
    const DiagramBox& drawn = m_diagram.boxes[box];
    const QStringList lines = drawn.kind == BoxKind::Cell ? QStringList{cellText(drawn)}
                                                          : FigureText::lines(drawn, m_outline.fold.isFolded(box));
    const QPointF corner = drawn.container < 0 ? m_origin : m_diagram.boxes[drawn.container].rect.topLeft();
    vertex(id(box), labelOf(lines), styleOf(box), parentOf(box), drawn.rect.translated(-corner));
    for (const int inner : m_outline.inside[box])
        writeBox(inner);
}

/// Where on its boxes an edge begins and ends, as shares of their sides.
QString Drawing::anchors(const FigureOutline::Link& link) const
{
    const DiagramEdge& edge = m_diagram.edges[link.edge];
    const auto share = [](double at, double from, double length) {
        return number(length > 0 ? std::clamp((at - from) / length, 0.0, 1.0) : 0.5);
    };
    const QRectF& from = m_diagram.boxes[link.from].rect;
    const QRectF& to = m_diagram.boxes[link.to].rect;
    return QStringLiteral("exitX=%1;exitY=%2;exitDx=0;exitDy=0;entryX=%3;entryY=%4;entryDx=0;entryDy=0;")
        .arg(share(edge.start().x(), from.x(), from.width()), share(edge.start().y(), from.y(), from.height()),
             share(edge.end().x(), to.x(), to.width()), share(edge.end().y(), to.y(), to.height()));
}

/// The joints of the path between its ends: an edge that went around a box goes on doing so.
void Drawing::points(const DiagramEdge& edge)
{
    if (edge.path.size() <= 4)
        return;
    m_xml.writeStartElement(QStringLiteral("Array"));
    m_xml.writeAttribute(QStringLiteral("as"), QStringLiteral("points"));
    for (qsizetype i = 3; i + 1 < edge.path.size(); i += 3) {
        const QPointF at = edge.path[i] - m_origin;
        m_xml.writeEmptyElement(QStringLiteral("mxPoint"));
        m_xml.writeAttribute(QStringLiteral("x"), number(at.x()));
        m_xml.writeAttribute(QStringLiteral("y"), number(at.y()));
    }
    m_xml.writeEndElement();
}

void Drawing::writeLink(const FigureOutline::Link& link, int count)
{
    const DiagramEdge& edge = m_diagram.edges[link.edge];
    const ExportInk& ink = m_head.ink;
    QString style = QStringLiteral("edgeStyle=none;curved=1;rounded=1;html=1;fontSize=10;fontColor=%1;strokeColor=%2;"
                                   "labelBackgroundColor=%3;strokeWidth=%4;")
                        .arg(ink.sub, ink.sideLine(edge.side), ink.paper, number(std::min(edge.width, 8.0)));
    if (edge.kind == EdgeKind::Pair)
        style += QStringLiteral("endArrow=none;");
    else
        style += QStringLiteral("endArrow=block;endFill=1;endSize=4;");
    if (edge.planned || edge.unseen || edge.idle())
        style += QStringLiteral("dashed=1;dashPattern=1 3;");
    else if (edge.kind == EdgeKind::Replica)
        style += QStringLiteral("dashed=1;");
    const QString text = link.own ? FigureText::edge(edge) : QString();
    beginCell(QStringLiteral("edge-") + QString::number(count), escape::html(text), style + anchors(link),
              QStringLiteral("1"));
    m_xml.writeAttribute(QStringLiteral("edge"), QStringLiteral("1"));
    m_xml.writeAttribute(QStringLiteral("source"), id(link.from));
    m_xml.writeAttribute(QStringLiteral("target"), id(link.to));
    m_xml.writeStartElement(QStringLiteral("mxGeometry"));
    m_xml.writeAttribute(QStringLiteral("relative"), QStringLiteral("1"));
    m_xml.writeAttribute(QStringLiteral("as"), QStringLiteral("geometry"));
    points(edge);
    m_xml.writeEndElement();
    m_xml.writeEndElement();
}

void Drawing::writeTitle()
{
    const QString style = QStringLiteral("text;html=1;align=left;verticalAlign=middle;whiteSpace=wrap;"
                                         "strokeColor=none;fillColor=none;fontColor=%1;fontSize=12;")
                              .arg(m_head.ink.text);
    vertex(QStringLiteral("title"), labelOf({m_diagram.title, FigureText::subtitle(m_diagram, m_head)}), style,
           QStringLiteral("1"), QRectF(24, 8, std::max(m_diagram.bounds.width() - 48, 320.0), titleRoom - 16));
}

void Drawing::legendEntry(const QString& name, const QString& text, const QString& style, double width)
{
    const double y = titleRoom + m_diagram.bounds.height() + legendGap;
    vertex(u"legend-" + name, escape::html(text),
           style + QStringLiteral("html=1;whiteSpace=wrap;fontSize=11;fontColor=%1;").arg(m_head.ink.text),
           QStringLiteral("1"), QRectF(m_legendX, y, width, legendSize.height()));
    m_legendX += width + legendGap;
}

bool Drawing::hasDriftBadge() const
{
    for (int i = 0; i < m_diagram.boxes.size(); ++i) {
        const DiagramBox& box = m_diagram.boxes[i];
        if (box.kind == BoxKind::Cell && m_outline.fold.isDrawn(i) && !badgeOf(box).isEmpty())
            return true;
    }
    return false;
}

void Drawing::writeLegend()
{
    const FigureLegend legend = FigureLegend::of(m_diagram, m_outline);
    const QString box = QStringLiteral("rounded=1;fillColor=%1;strokeColor=%2;");
    for (const FigureMark mark : legend.marks) {
        const ExportInk::Tone& tone = m_head.ink.of(mark);
        legendEntry(QString::number(int(mark)), FigureText::mark(mark, m_diagram.given),
                    box.arg(mark == FigureMark::Planned ? QStringLiteral("none") : tone.fill, tone.line) +
                        drawioLine(mark),
                    legendSize.width());
    }
    for (const Side side : legend.sides)
        legendEntry(u"side-" + QString::number(int(side)), sideText(side),
                    box.arg(m_head.ink.sideFill(side), m_head.ink.sideLine(side)), legendSize.width());
    QStringList notes = legend.notes;
    if (hasDriftBadge())
        notes << FigureLegend::driftNote();
    for (int i = 0; i < notes.size(); ++i)
        legendEntry(u"note-" + QString::number(i), notes[i], QStringLiteral("text;align=left;"), noteWidth);
}

void Drawing::writeModel()
{
    m_xml.writeStartElement(QStringLiteral("mxGraphModel"));
    for (const char* on : {"grid", "guides", "tooltips", "connect", "arrows", "fold", "pageScale"})
        m_xml.writeAttribute(QString::fromLatin1(on), QStringLiteral("1"));
    m_xml.writeAttribute(QStringLiteral("gridSize"), QStringLiteral("8"));
    m_xml.writeAttribute(QStringLiteral("page"), QStringLiteral("0"));
    m_xml.writeAttribute(QStringLiteral("math"), QStringLiteral("0"));
    m_xml.writeAttribute(QStringLiteral("shadow"), QStringLiteral("0"));
    m_xml.writeAttribute(QStringLiteral("background"), m_head.ink.paper);
    m_xml.writeStartElement(QStringLiteral("root"));
    m_xml.writeEmptyElement(QStringLiteral("mxCell"));
    m_xml.writeAttribute(QStringLiteral("id"), QStringLiteral("0"));
    m_xml.writeEmptyElement(QStringLiteral("mxCell"));
    m_xml.writeAttribute(QStringLiteral("id"), QStringLiteral("1"));
    m_xml.writeAttribute(QStringLiteral("parent"), QStringLiteral("0"));
    writeTitle();
    for (const int box : m_outline.top)
        writeBox(box);
    for (int i = 0; i < m_outline.links.size(); ++i)
        writeLink(m_outline.links[i], i);
    writeLegend();
    m_xml.writeEndElement();
    m_xml.writeEndElement();
}

QByteArray Drawing::bytes()
{
    m_xml.setAutoFormatting(true);
    m_xml.setAutoFormattingIndent(1);
    m_xml.writeStartDocument();
    m_xml.writeStartElement(QStringLiteral("mxfile"));
    m_xml.writeAttribute(QStringLiteral("host"), QStringLiteral("Snowmelt"));
    if (m_head.date.isValid())
        m_xml.writeAttribute(QStringLiteral("modified"), m_head.date.toUTC().toString(Qt::ISODate));
    m_xml.writeStartElement(QStringLiteral("diagram"));
    m_xml.writeAttribute(QStringLiteral("id"), QStringLiteral("fleet"));
    m_xml.writeAttribute(QStringLiteral("name"), escape::visible(m_diagram.title));
    writeModel();
    m_xml.writeEndElement();
    m_xml.writeEndElement();
    m_xml.writeEndDocument();
    return m_bytes;
}

} // namespace

QByteArray drawioOf(const Diagram& diagram, const ExportHead& head, const FoldLimits& limits)
{
    return Drawing(diagram, head, limits).bytes();
}

} // namespace snowmelt
