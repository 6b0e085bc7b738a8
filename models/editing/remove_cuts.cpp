// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/cuts.h"
#include "models/editing/elements.h"
#include "models/editing/hand.h"

namespace snowmelt::editing {

namespace {

Splice cut(const Outline& outline, qsizetype from, qsizetype to)
{
    return {from, outline.text().mid(from, to - from), {}};
}

bool isBlankByte(char byte)
{
    return byte == ' ' || byte == '\t';
}

/// Of two blank lines that would meet where lines went, one goes with them.
qsizetype withBlankBefore(const Outline& outline, qsizetype from, qsizetype to)
{
    if (from == 0 || !outline.isBlankLine(to))
        return from;
    const qsizetype before = outline.lineStart(from - 1);
    return outline.isBlankLine(before) ? before : from;
}

/// A text without an end of its last line keeps being one.
qsizetype withLineEndBefore(const Outline& outline, qsizetype from, qsizetype to)
{
    const bool openEnd = to == outline.text().size() && to > 0 && outline.at(to - 1) != '\n';
    if (!openEnd || from == 0)
        return from;
    return from - (from > 1 && outline.at(from - 2) == '\r' ? 2 : 1);
}

QList<Splice> removeFromBlock(const Outline& outline, const Extent& gone)
{
    const qsizetype start = outline.lineStart(gone.from);
    const qsizetype to = outline.behindComments(outline.lineEnd(gone.to), outline.indentation(start));
    const qsizetype from = withBlankBefore(outline, start, to);
    return {cut(outline, withLineEndBefore(outline, from, to), to)};
}

/// The last element: with it goes the comma before it.
QList<Splice> removeLast(const Outline& outline, const Extent& gone, const Extent& before)
{
    if (!outline.hasCommentBetween(before.to, gone.from))
        return {cut(outline, before.to, gone.to)};
    const qsizetype comma = outline.next(before.to);
    return {cut(outline, comma, comma + 1), cut(outline, gone.from, gone.to)};
}

/// An element with the comma behind it, and the blanks up to what follows.
QList<Splice> removeWithComma(const Outline& outline, const Extent& gone, qsizetype comma)
{
    qsizetype to = comma + 1;
    while (isBlankByte(outline.at(to)))
        ++to;
    if (outline.at(to) == '#')
        return {cut(outline, gone.from, comma + 1)};
    qsizetype from = gone.from;
    while (outline.isLastOnLine(to) && from > 0 && isBlankByte(outline.at(from - 1)))
        --from;
    return {cut(outline, from, to)};
}

QList<Splice> removeLines(const Outline& outline, const QList<Extent>& elements, qsizetype index, qsizetype end,
                          bool trailing)
{
    QList<Splice> splices;
    if (index > 0 && index == elements.size() - 1 && !trailing) {
        const qsizetype comma = outline.next(elements[index - 1].to);
        splices.append(cut(outline, comma, comma + 1));
    }
    splices.append(cut(outline, outline.lineStart(elements[index].from), outline.lineEnd(end)));
    return splices;
}

QList<Splice> removeFromFlow(const Outline& outline, const QList<Extent>& elements, qsizetype index)
{
    const Extent gone = elements[index];
    const qsizetype comma = outline.next(gone.to);
    const bool trailing = outline.at(comma) == ',';
    const qsizetype end = trailing ? comma + 1 : gone.to;
    if (outline.isFirstOnLine(gone.from) && outline.isLastOnLine(end))
        return removeLines(outline, elements, index, end, trailing);
    if (trailing)
        return removeWithComma(outline, gone, comma);
    if (index > 0)
        return removeLast(outline, gone, elements[index - 1]);
    return {cut(outline, gone.from, gone.to)};
}

} // namespace

QList<Splice> rewriteScalar(const Outline& outline, const YamlNode& scalar, const QString& text)
{
    const Extent extent = outline.extentOf(scalar);
    const QByteArray old = outline.text().mid(extent.from, extent.to - extent.from);
    return {{extent.from, old, scalarText(text, outline.quoteOf(scalar))}};
}

QList<Splice> remove(const Outline& outline, const YamlNode& from, qsizetype index)
{
    const QList<Extent> elements = elementsOf(outline, from);
    return outline.isFlow(from) ? removeFromFlow(outline, elements, index) : removeFromBlock(outline, elements[index]);
}

} // namespace snowmelt::editing
