// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recipes/yaml_colours.h"

#include <QRegularExpression>
#include <QTextDocument>

namespace snowmelt {

YamlColours::YamlColours(QTextDocument* document) : QSyntaxHighlighter(document)
{
    m_key.setFontWeight(QFont::DemiBold);
}

void YamlColours::setInks(const QColor& strong, const QColor& faint)
{
    m_key.setForeground(strong);
    m_comment.setForeground(faint);
    rehighlight();
}

void YamlColours::highlightBlock(const QString& text)
{
    // A comment begins a line or follows a blank; a key ends in ":" and a blank or the line's end.
    static const QRegularExpression comment(QStringLiteral("(?:^|\\s)(#.*)$"));
    static const QRegularExpression key(QStringLiteral("(?:^|[\\s{,])([A-Za-z][A-Za-z0-9._/-]*):(?=\\s|$)"));
    const QRegularExpressionMatch remark = comment.match(text);
    const int end = remark.hasMatch() ? static_cast<int>(remark.capturedStart(1)) : static_cast<int>(text.size());
    for (auto keys = key.globalMatch(text); keys.hasNext();) {
        const QRegularExpressionMatch found = keys.next();
        if (found.capturedEnd(1) <= end)
            setFormat(static_cast<int>(found.capturedStart(1)), static_cast<int>(found.capturedLength(1)), m_key);
    }
    setFormat(end, static_cast<int>(text.size()) - end, m_comment);
}

} // namespace snowmelt
