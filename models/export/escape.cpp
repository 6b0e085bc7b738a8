// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/escape.h"

#include "models/domain/drift/drift.h"

namespace snowmelt::escape {

QString visible(const QString& text)
{
    return displayText(text.toUtf8());
}

QString shortened(const QString& text, int most)
{
    // By code points: half of a surrogate pair is no character.
    const auto characters = text.toUcs4();
    if (characters.size() <= most)
        return text;
    const qsizetype head = (most - 1) / 2;
    const qsizetype tail = most - 1 - head;
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(characters.constData()), head) + u'…' +
           QString::fromUcs4(reinterpret_cast<const char32_t*>(characters.constData()) + characters.size() - tail,
                             tail);
}

QString html(const QString& text)
{
    return visible(text).toHtmlEscaped();
}

/// Letters, digits and what no part of the syntax uses stay; all else becomes a character reference in Mermaid's own
/// spelling, which has "#" in place of "&#".
QString mermaid(const QString& text)
{
    static const QString plain = QStringLiteral(" .,:/+*=_@!?·…~^–—");
    QString safe;
    const QList<uint> characters = visible(text).toUcs4();
    for (const uint character : characters) {
        const char32_t one = character;
        const bool ascii = character < 0x80;
        if (!ascii || QChar::isLetterOrNumber(one) || plain.contains(QChar(ushort(character))) || character == u'-')
            safe += QString::fromUcs4(&one, 1);
        else
            safe += u'#' + QString::number(character) + u';';
    }
    return safe;
}

QString dot(const QString& text)
{
    QString safe = visible(text);
    safe.replace(u'\\', QStringLiteral("\\\\"));
    safe.replace(u'"', QStringLiteral("\\\""));
    // Graphviz reads entities of HTML in plain labels too.
    safe.replace(u'&', QStringLiteral("&amp;"));
    return safe;
}

QString markdown(const QString& text)
{
    static const QString obeyed = QStringLiteral("\\`*_[]<>|#~&!$");
    QString safe;
    const QString shown = visible(text);
    for (const QChar c : shown) {
        if (obeyed.contains(c))
            safe += u'\\';
        safe += c;
    }
    return safe;
}

QString yaml(const QString& text)
{
    QString safe = visible(text);
    safe.replace(u'\\', QStringLiteral("\\\\"));
    safe.replace(u'"', QStringLiteral("\\\""));
    return safe;
}

} // namespace snowmelt::escape
