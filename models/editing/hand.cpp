// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/hand.h"

#include "models/editing/keys.h"

#include <QRegularExpression>

namespace snowmelt::editing {

namespace {

const Entry* lastEntry(const YamlNode* mapping)
{
    return mapping && !mapping->entries.isEmpty() ? &mapping->entries.last() : nullptr;
}

const Entry* partLike(const Outline& outline, const QString& section)
{
    if (const Entry* part = lastEntry(outline.root().find(section)))
        return part;
    const Entry* last = nullptr;
    for (const QString& other : key::partSections()) {
        if (const Entry* part = lastEntry(outline.root().find(other)))
            last = part;
    }
    return last;
}

char quoteOfImage(const Outline& outline, const YamlNode& part)
{
    const YamlNode* image = part.find(key::image());
    return image && image->kind == YamlNode::Kind::Scalar ? outline.quoteOf(*image) : '\0';
}

bool isNumber(const YamlNode& scalar)
{
    bool number = false;
    scalar.text.toDouble(&number);
    return number;
}

/// Of the first word in a part, besides its image.
char quoteOfText(const Outline& outline, const YamlNode& part, char whenNone)
{
    for (const auto& [name, value] : part.entries) {
        if (name.text == key::image())
            continue;
        const QList<YamlNode> words = value.kind == YamlNode::Kind::Scalar ? QList<YamlNode>{value} : value.items;
        if (!words.isEmpty() && !isNumber(words.first()))
            return outline.quoteOf(words.first());
    }
    return whenNone;
}

int columnOf(const Outline& outline, const YamlNode& node)
{
    return static_cast<int>(node.offset - outline.lineStart(node.offset));
}

/// Words that YAML, or an older YAML in other tools, reads as something else than text.
bool isReserved(const QString& text)
{
    static const QRegularExpression words(QStringLiteral("^(~|null|true|false|yes|no|on|off|y|n)$"),
                                          QRegularExpression::CaseInsensitiveOption);
    return words.match(text).hasMatch();
}

/// Less than YAML allows: yaml-cpp takes no "?" inside of braces.
bool isPlain(const QString& text)
{
    static const QRegularExpression safe(QStringLiteral("^[A-Za-z0-9/][A-Za-z0-9/._~=&%@-]*$"));
    return safe.match(text).hasMatch() && !isReserved(text);
}

QByteArray escaped(const QString& text)
{
    QByteArray result;
    for (const char byte : text.toUtf8()) {
        if (byte == '"' || byte == '\\')
            result += '\\';
        if ((byte >= 0 && byte < ' ') || byte == '\x7f')
            result += "\\x" + QByteArray::number(int(byte), 16).rightJustified(2, '0');
        else
            result += byte;
    }
    return result;
}

bool hasControls(const QString& text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar letter) { return letter < u' ' || letter == u'\x7f'; });
}

} // namespace

Hand handOf(const Outline& outline, const QString& section)
{
    Hand hand;
    hand.keyQuote = quoteOfKeys(outline);
    hand.nameQuote = hand.keyQuote;
    hand.imageQuote = hand.keyQuote;
    hand.textQuote = hand.keyQuote;
    const Entry* part = partLike(outline, section);
    if (!part)
        return hand;
    const auto& [name, fields] = *part;
    hand.nameQuote = outline.quoteOf(name);
    if (fields.kind != YamlNode::Kind::Mapping || fields.entries.isEmpty())
        return hand;
    hand.keyQuote = outline.quoteOf(fields.entries.first().first);
    hand.imageQuote = quoteOfImage(outline, fields);
    hand.textQuote = quoteOfText(outline, fields, hand.keyQuote);
    hand.flow = outline.isFlow(fields);
    hand.padded = hand.flow && outline.at(outline.extentOf(fields).from + 1) == ' ';
    const YamlNode& first = hand.flow ? name : fields.entries.first().first;
    const YamlNode& around = hand.flow ? outline.root().entries.first().first : name;
    const int step = columnOf(outline, first) - columnOf(outline, around);
    if (step > 0 && step <= 8)
        hand.step = step;
    return hand;
}

char quoteOfKeys(const Outline& outline)
{
    const Entry* entry = lastEntry(&outline.root());
    return entry ? outline.quoteOf(entry->first) : '\0';
}

QByteArray scalarText(const QString& text, char quote)
{
    if (!quote && isPlain(text))
        return text.toUtf8();
    if (quote == '\'' && !hasControls(text))
        return '\'' + QString(text).replace(u'\'', QStringLiteral("''")).toUtf8() + '\'';
    return '"' + escaped(text) + '"';
}

} // namespace snowmelt::editing
