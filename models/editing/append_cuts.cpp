// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/cuts.h"
#include "models/editing/elements.h"

namespace snowmelt::editing {

namespace {

/// Whole lines in front of the line that starts at `place`, or after a last line that has no end.
Splice linesAt(const Outline& outline, qsizetype place, const QByteArray& indent, QByteArrayList lines)
{
    const QByteArray newline = outline.newline();
    for (QByteArray& line : lines) {
        if (!line.isEmpty())
            line.prepend(indent);
    }
    const QByteArray joined = lines.join(newline);
    const bool openEnd = place == outline.text().size() && place > 0 && outline.at(place - 1) != '\n';
    return {place, {}, openEnd ? QByteArray(newline + joined) : QByteArray(joined + newline)};
}

qsizetype startOfComments(const Outline& outline, qsizetype line)
{
    while (line > 0) {
        const qsizetype before = outline.lineStart(line - 1);
        if (outline.at(before + outline.indentation(before)) != '#')
            break;
        line = before;
    }
    return line;
}

/// Parts that are set apart by blank lines stay so.
bool areSetApart(const Outline& outline, const QList<Extent>& elements)
{
    if (elements.size() < 2)
        return false;
    const qsizetype line = startOfComments(outline, outline.lineStart(elements.last().from));
    return line > 0 && outline.isBlankLine(outline.lineStart(line - 1));
}

QList<Splice> appendInBlock(const Outline& outline, const YamlNode& collection, int around, QByteArrayList lines)
{
    const QList<Extent> elements = elementsOf(outline, collection);
    const qsizetype place = outline.behindComments(outline.lineEnd(elements.last().to), around);
    if (areSetApart(outline, elements))
        lines.prepend({});
    return {linesAt(outline, place, outline.indentOf(elements.last().from), lines)};
}

/// Each element on a line of its own, and the bracket that closes below them.
QList<Splice> appendAsLine(const Outline& outline, const Extent& last, const QByteArray& flow)
{
    const qsizetype comma = outline.next(last.to);
    const bool trailing = outline.at(comma) == ',';
    QList<Splice> splices;
    if (!trailing)
        splices.append({last.to, {}, QByteArrayLiteral(",")});
    const qsizetype place = outline.lineEnd(trailing ? comma : last.to);
    splices.append(linesAt(outline, place, outline.indentOf(last.from), {trailing ? QByteArray(flow + ',') : flow}));
    return splices;
}

QList<Splice> appendInFlow(const Outline& outline, const YamlNode& collection, const QByteArray& flow)
{
    const Extent all = outline.extentOf(collection);
    const QList<Extent> elements = elementsOf(outline, collection);
    if (elements.isEmpty()) {
        const bool comment = outline.at(all.from + 1) == '#';
        return {{all.from + 1, {}, comment ? QByteArray(flow + ' ') : flow}};
    }
    const Extent last = elements.last();
    const bool ownLine = outline.isFirstOnLine(last.from);
    if (ownLine && outline.lineEnd(last.to) < all.to)
        return appendAsLine(outline, last, flow);
    const QByteArray between = ownLine ? outline.newline() + outline.indentOf(last.from) : QByteArrayLiteral(" ");
    return {{last.to, {}, ',' + between + flow}};
}

/// A key that has no value, or "~".
QList<Splice> fill(const Outline& outline, const Collection& to, const Piece& piece, int step)
{
    const Extent nothing = outline.nullExtent(to.key());
    const QByteArray written = outline.text().mid(nothing.from, nothing.to - nothing.from);
    if (to.inFlow || piece.lines.isEmpty())
        return {{nothing.from, written, written.isEmpty() ? QByteArray(' ' + piece.alone) : piece.alone}};
    const int column = outline.indentation(outline.lineStart(to.key().offset));
    const qsizetype place = outline.behindComments(outline.lineEnd(nothing.to), column);
    QList<Splice> splices;
    if (!written.isEmpty())
        splices.append({nothing.from, written, {}});
    splices.append(linesAt(outline, place, QByteArray(column + step, ' '), piece.lines));
    return splices;
}

} // namespace

QList<Splice> append(const Outline& outline, const Collection& to, const Piece& piece, int step)
{
    if (to.value().kind == YamlNode::Kind::Null)
        return fill(outline, to, piece, step);
    if (outline.isFlow(to.value()))
        return appendInFlow(outline, to.value(), piece.flow);
    const QByteArrayList lines = piece.lines.isEmpty() ? QByteArrayList{"- " + piece.flow} : piece.lines;
    return appendInBlock(outline, to.value(), outline.indentation(outline.lineStart(to.key().offset)), lines);
}

QList<Splice> insertBelow(const Outline& outline, const Entry& above, const QByteArrayList& lines)
{
    const Extent extent = outline.extentOf(above);
    const int column = outline.indentation(outline.lineStart(extent.from));
    const qsizetype place = outline.behindComments(outline.lineEnd(extent.to), column);
    const bool setApart = place < outline.text().size() && outline.isBlankLine(place);
    QByteArrayList all = lines;
    if (setApart)
        all.prepend({});
    return {linesAt(outline, place, QByteArray(column, ' '), all)};
}

QList<Splice> appendInBraces(const Outline& outline, const YamlNode& mapping, const QByteArray& flow)
{
    return appendInFlow(outline, mapping, flow);
}

} // namespace snowmelt::editing
