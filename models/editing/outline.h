// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/yaml_tree.h"

namespace snowmelt::editing {

/// Bytes [from, to) of a text.
struct Extent
{
    qsizetype from = 0;
    qsizetype to = 0;
    bool isEmpty() const { return from == to; }
};

using Entry = std::pair<YamlNode, YamlNode>;

/// Where the values of a text end, and the lines they stand on; the tree knows only where they begin. It never fails:
/// of a text in a layout it does not know it is wrong, so whoever cuts by it reads the outcome again.
class Outline
{
public:
    Outline(QByteArray text, YamlNode root) : m_text(std::move(text)), m_root(std::move(root)) {}

    const QByteArray& text() const { return m_text; }
    const YamlNode& root() const { return m_root; }

    Extent extentOf(const YamlNode& node) const; ///< without a tag; not of Null
    Extent extentOf(const Entry& entry) const;   ///< from key to value
    /// Behind the colon of a key; a value that is null may be written out there ("~").
    Extent nullExtent(const YamlNode& key) const;
    bool isFlow(const YamlNode& collection) const;
    char quoteOf(const YamlNode& scalar) const; ///< '"', '\'' or 0

    /// The next byte that is not blank, line end or comment.
    qsizetype next(qsizetype at) const;
    char at(qsizetype place) const { return place >= 0 && place < m_text.size() ? m_text.at(place) : '\0'; }
    bool hasCommentBetween(qsizetype from, qsizetype to) const;

    qsizetype lineStart(qsizetype place) const;
    qsizetype lineEnd(qsizetype place) const; ///< behind its line end
    QByteArray indentOf(qsizetype place) const;
    bool isFirstOnLine(qsizetype place) const;
    bool isLastOnLine(qsizetype place) const; ///< nothing but blanks and a comment follow
    bool isBlankLine(qsizetype start) const;  ///< also where the text ends
    int indentation(qsizetype start) const;   ///< of the line that starts there
    /// Behind the comment lines from `start` on that are indented deeper than this.
    qsizetype behindComments(qsizetype start, int deeperThan) const;
    QByteArray newline() const; ///< as in the text's first line

private:
    qsizetype contentOf(const YamlNode& node) const; ///< behind a tag
    qsizetype endOfScalar(const YamlNode& node) const;
    qsizetype endOfQuoted(qsizetype from) const;
    qsizetype endOfPlain(qsizetype from, const QByteArray& value) const;
    qsizetype endOfBlockScalar(qsizetype from, const QString& value) const;
    qsizetype endOfFlow(const YamlNode& node, qsizetype from) const;
    qsizetype endOfLastChild(const YamlNode& node, qsizetype whenNone) const;
    qsizetype behindColon(const YamlNode& key) const;

    QByteArray m_text;
    YamlNode m_root;
};

} // namespace snowmelt::editing
