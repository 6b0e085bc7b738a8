// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/svg_writer.h"

#include "models/export/escape.h"

#include <QXmlStreamWriter>

#include <cmath>

namespace snowmelt {

namespace {

const QString families = QStringLiteral("Inter, 'Noto Sans', 'Noto Sans CJK KR', 'Noto Sans KR', "
                                        "'Apple SD Gothic Neo', 'Malgun Gothic', 'DejaVu Sans', sans-serif");

/// At most two decimals and no zero too many: a hundredth of a unit is no pixel anywhere.
QByteArray number(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 2);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

QString numberText(double value)
{
    return QString::fromLatin1(number(value));
}

QByteArray pair(double x, double y)
{
    return number(x) + ' ' + number(y);
}

double hundredth(double value)
{
    return std::round(value * 100) / 100;
}

/// Level and upright lines in their short form, from where the last one was rounded to: a field of cells is little
/// else.
QByteArray lineTo(const QPointF& from, const QPointF& to)
{
    const double right = hundredth(to.x()) - hundredth(from.x());
    const double down = hundredth(to.y()) - hundredth(from.y());
    if (down == 0)
        return 'h' + number(right);
    if (right == 0)
        return 'v' + number(down);
    return 'L' + pair(to.x(), to.y());
}

QByteArray curveTo(const QPainterPath& path, int element)
{
    QByteArrayList points;
    for (int i = element; i < element + 3; ++i)
        points << pair(path.elementAt(i).x, path.elementAt(i).y);
    return 'C' + points.join(' ');
}

QByteArray pathText(const QPainterPath& path)
{
    QByteArray text;
    QPointF start;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element at = path.elementAt(i);
        if (at.isMoveTo()) {
            text += 'M' + pair(at.x, at.y);
            start = at;
            continue;
        }
        const int last = at.isCurveTo() ? i + 2 : i;
        const bool ends = last + 1 == path.elementCount() || path.elementAt(last + 1).isMoveTo();
        const bool closes = ends && QPointF(path.elementAt(last)) == start;
        if (at.isCurveTo())
            text += curveTo(path, i);
        else if (!closes)
            text += lineTo(path.elementAt(i - 1), at);
        if (closes)
            text += 'Z';
        i = last;
    }
    return text;
}

class SvgWriter
{
public:
    SvgWriter() : m_xml(&m_bytes) {}
    QByteArray written(const Sheet& sheet);

private:
    void attribute(const char* name, const QString& value) { m_xml.writeAttribute(QString::fromLatin1(name), value); }
    void paint(const char* name, const char* opacity, const QColor& color);
    void write(const InkShape& shape);
    void write(const TextShape& shape);
    void writeText(const TextShape& shape);
    void stroke(const QPen& pen);

    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

void SvgWriter::paint(const char* name, const char* opacity, const QColor& color)
{
    attribute(name, color.isValid() ? color.name() : QStringLiteral("none"));
    if (color.isValid() && color.alpha() < 255)
        attribute(opacity, QString::number(color.alphaF(), 'f', 2));
}

void SvgWriter::stroke(const QPen& pen)
{
    if (pen.style() == Qt::NoPen)
        return;
    paint("stroke", "stroke-opacity", pen.color());
    attribute("stroke-width", numberText(pen.widthF()));
    if (pen.capStyle() == Qt::RoundCap)
        attribute("stroke-linecap", QStringLiteral("round"));
    if (pen.joinStyle() == Qt::RoundJoin)
        attribute("stroke-linejoin", QStringLiteral("round"));
    QStringList dashes;
    const QList<qreal> pattern = pen.dashPattern(); // in widths of the pen
    for (const qreal dash : pattern)
        dashes << numberText(dash * pen.widthF());
    if (!dashes.isEmpty())
        attribute("stroke-dasharray", dashes.join(u' '));
}

void SvgWriter::write(const InkShape& shape)
{
    m_xml.writeEmptyElement(QStringLiteral("path"));
    attribute("d", QString::fromLatin1(pathText(shape.path)));
    paint("fill", "fill-opacity", shape.fill);
    if (shape.fill.isValid() && shape.path.fillRule() == Qt::OddEvenFill && shape.path.elementCount() > 5)
        attribute("fill-rule", QStringLiteral("evenodd"));
    stroke(shape.pen);
}

void SvgWriter::write(const TextShape& shape)
{
    if (shape.whole.isEmpty())
        return writeText(shape);
    // Around the text: readers differ in what they make of a <title> within one.
    m_xml.writeStartElement(QStringLiteral("g"));
    m_xml.writeTextElement(QStringLiteral("title"), escape::visible(shape.whole));
    writeText(shape);
    m_xml.writeEndElement();
}

void SvgWriter::writeText(const TextShape& shape)
{
    m_xml.writeStartElement(QStringLiteral("text"));
    attribute("x", numberText(shape.at.x()));
    attribute("y", numberText(shape.at.y()));
    attribute("font-size", numberText(shape.pixels()));
    if (shape.style.weight != QFont::Normal)
        attribute("font-weight", QString::number(shape.style.weight));
    if (shape.align & Qt::AlignHCenter)
        attribute("text-anchor", QStringLiteral("middle"));
    else if (shape.align & Qt::AlignRight)
        attribute("text-anchor", QStringLiteral("end"));
    paint("fill", "fill-opacity", shape.style.color);
    m_xml.writeCharacters(escape::visible(shape.text));
    m_xml.writeEndElement();
}

QByteArray SvgWriter::written(const Sheet& sheet)
{
    m_xml.setAutoFormatting(true);
    m_xml.setAutoFormattingIndent(1);
    m_xml.writeStartDocument();
    m_xml.writeStartElement(QStringLiteral("svg"));
    attribute("xmlns", QStringLiteral("http://www.w3.org/2000/svg"));
    attribute("version", QStringLiteral("1.1"));
    attribute("width", numberText(sheet.size.width()));
    attribute("height", numberText(sheet.size.height()));
    attribute("viewBox",
              QStringLiteral("0 0 ") + numberText(sheet.size.width()) + u' ' + numberText(sheet.size.height()));
    attribute("font-family", families);
    m_xml.writeTextElement(QStringLiteral("title"), escape::visible(sheet.title));
    m_xml.writeTextElement(QStringLiteral("desc"), escape::visible(sheet.about));
    m_xml.writeEmptyElement(QStringLiteral("rect"));
    attribute("width", numberText(sheet.size.width()));
    attribute("height", numberText(sheet.size.height()));
    attribute("fill", sheet.paper.name());
    for (const Shape& shape : sheet.shapes)
        std::visit([this](const auto& one) { write(one); }, shape);
    m_xml.writeEndElement();
    m_xml.writeEndDocument();
    return m_bytes;
}

} // namespace

QByteArray svgOf(const Sheet& sheet)
{
    return SvgWriter().written(sheet);
}

} // namespace snowmelt
