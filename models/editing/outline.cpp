// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/outline.h"

namespace snowmelt::editing {

namespace {

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t';
}

bool isSpace(char byte)
{
    return isBlank(byte) || byte == '\n' || byte == '\r';
}

} // namespace

qsizetype Outline::contentOf(const YamlNode& node) const
{
    qsizetype place = node.offset;
    while (at(place) == '!') {
        while (place < m_text.size() && !isSpace(at(place)))
            ++place;
        place = next(place);
    }
    return place;
}

Extent Outline::extentOf(const YamlNode& node) const
{
    const qsizetype from = contentOf(node);
    if (node.kind == YamlNode::Kind::Scalar)
        return {from, endOfScalar(node)};
    if (isFlow(node))
        return {from, endOfFlow(node, from)};
    return {from, endOfLastChild(node, from)};
}

Extent Outline::extentOf(const Entry& entry) const
{
    const auto& [key, value] = entry;
    const qsizetype from = contentOf(key);
    return {from, value.kind == YamlNode::Kind::Null ? nullExtent(key).to : extentOf(value).to};
}

qsizetype Outline::behindColon(const YamlNode& key) const
{
    const qsizetype end = extentOf(key).to;
    const qsizetype colon = next(end);
    return at(colon) == ':' ? colon + 1 : end;
}

Extent Outline::nullExtent(const YamlNode& key) const
{
    const qsizetype colon = behindColon(key);
    qsizetype from = colon;
    while (isBlank(at(from)))
        ++from;
    for (const char* word : {"~", "null", "Null", "NULL"}) {
        const qsizetype to = from + static_cast<qsizetype>(qstrlen(word));
        const bool whole = to == m_text.size() || isSpace(at(to)) || at(to) == ',' || at(to) == '}';
        if (whole && m_text.mid(from, to - from) == word)
            return {from, to};
    }
    return {colon, colon};
}

bool Outline::isFlow(const YamlNode& collection) const
{
    const char first = at(contentOf(collection));
    return first == '{' || first == '[';
}

char Outline::quoteOf(const YamlNode& scalar) const
{
    const char first = at(contentOf(scalar));
    return first == '"' || first == '\'' ? first : '\0';
}

qsizetype Outline::endOfScalar(const YamlNode& node) const
{
    const qsizetype from = contentOf(node);
    if (quoteOf(node))
        return endOfQuoted(from);
    if (at(from) == '|' || at(from) == '>')
        return endOfBlockScalar(from, node.text);
    return endOfPlain(from, node.text.toUtf8());
}

qsizetype Outline::endOfQuoted(qsizetype from) const
{
    const char quote = at(from);
    for (qsizetype place = from + 1; place < m_text.size(); ++place) {
        if (quote == '"' && at(place) == '\\')
            ++place;
        else if (at(place) == quote && quote == '\'' && at(place + 1) == quote)
            ++place;
        else if (at(place) == quote)
            return place + 1;
    }
    return m_text.size();
}

/// A plain value may go on over lines, which are folded in it: all but the spaces is there as it is.
qsizetype Outline::endOfPlain(qsizetype from, const QByteArray& value) const
{
    qsizetype place = from;
    for (const char byte : value) {
        if (isSpace(byte))
            continue;
        while (isSpace(at(place)))
            ++place;
        ++place;
    }
    return place;
}

/// Its lines are those that are indented like its first, and blank ones between them.
qsizetype Outline::endOfBlockScalar(qsizetype from, const QString& value) const
{
    qsizetype line = lineEnd(from);
    qsizetype end = line;
    int depth = -1;
    while (!value.trimmed().isEmpty() && line < m_text.size()) {
        if (!isBlankLine(line)) {
            depth = depth < 0 ? indentation(line) : depth;
            if (indentation(line) < depth)
                break;
            end = lineEnd(line);
        }
        line = lineEnd(line);
    }
    while (end > from && isSpace(at(end - 1)))
        --end;
    return end;
}

qsizetype Outline::endOfLastChild(const YamlNode& node, qsizetype whenNone) const
{
    if (!node.entries.isEmpty())
        return extentOf(node.entries.last()).to;
    return node.items.isEmpty() ? whenNone : extentOf(node.items.last()).to;
}

qsizetype Outline::endOfFlow(const YamlNode& node, qsizetype from) const
{
    qsizetype place = next(endOfLastChild(node, from + 1));
    while (at(place) == ',')
        place = next(place + 1);
    return std::min(place + 1, m_text.size());
}

qsizetype Outline::next(qsizetype place) const
{
    while (place < m_text.size()) {
        if (at(place) == '#')
            place = lineEnd(place);
        else if (isSpace(at(place)))
            ++place;
        else
            break;
    }
    return place;
}

bool Outline::hasCommentBetween(qsizetype from, qsizetype to) const
{
    return m_text.mid(from, to - from).contains('#');
}

qsizetype Outline::lineStart(qsizetype place) const
{
    return place <= 0 ? 0 : m_text.lastIndexOf('\n', place - 1) + 1;
}

qsizetype Outline::lineEnd(qsizetype place) const
{
    const qsizetype end = m_text.indexOf('\n', place);
    return end < 0 ? m_text.size() : end + 1;
}

QByteArray Outline::indentOf(qsizetype place) const
{
    const qsizetype start = lineStart(place);
    return m_text.mid(start, indentation(start));
}

bool Outline::isFirstOnLine(qsizetype place) const
{
    const qsizetype start = lineStart(place);
    return start + indentation(start) == place;
}

bool Outline::isLastOnLine(qsizetype place) const
{
    while (isSpace(at(place)) && at(place) != '\n')
        ++place;
    return place >= m_text.size() || at(place) == '\n' || at(place) == '#';
}

bool Outline::isBlankLine(qsizetype start) const
{
    return m_text.mid(start, lineEnd(start) - start).trimmed().isEmpty();
}

int Outline::indentation(qsizetype start) const
{
    qsizetype place = start;
    while (at(place) == ' ')
        ++place;
    return static_cast<int>(place - start);
}

qsizetype Outline::behindComments(qsizetype start, int deeperThan) const
{
    while (start < m_text.size() && indentation(start) > deeperThan && at(start + indentation(start)) == '#')
        start = lineEnd(start);
    return start;
}

QByteArray Outline::newline() const
{
    const qsizetype first = m_text.indexOf('\n');
    return first > 0 && at(first - 1) == '\r' ? QByteArrayLiteral("\r\n") : QByteArrayLiteral("\n");
}

} // namespace snowmelt::editing
