// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/recipe_checks.h"

#include "models/domain/drift/drift.h"

#include <QDir>

namespace snowmelt {

namespace {

constexpr int shownOfText = 80;

void reportBad(MappingReader& reader, const YamlNode& where, const QString& key, const QString& expected)
{
    reader.report(ProblemCode::BadValue, where, {key, quoted(where.text), expected});
}

} // namespace

QString quoted(const QString& text)
{
    return displayText(text.toUtf8()).left(shownOfText);
}

QString checkedText(MappingReader& reader, const QString& key, const TextRule& rule)
{
    reader.require(key);
    return checkedText(reader, key, rule, {});
}

QString checkedText(MappingReader& reader, const QString& key, const TextRule& rule, const QString& whenAbsent)
{
    const QString text = reader.text(key, whenAbsent);
    const YamlNode* node = reader.find(key);
    if (node && node->kind == YamlNode::Kind::Scalar && !rule.fits(text))
        reportBad(reader, *node, key, rule.expected);
    return text;
}

bool checkItem(MappingReader& reader, const QString& key, const YamlNode& item, const TextRule& rule)
{
    if (item.kind != YamlNode::Kind::Scalar)
        reader.report(ProblemCode::WrongType, item, {key, QStringLiteral("a list of text")});
    else if (!rule.fits(item.text))
        reportBad(reader, item, key, rule.expected);
    else
        return true;
    return false;
}

QStringList checkedTexts(MappingReader& reader, const QString& key, const TextRule& rule)
{
    QStringList texts;
    Once once(reader, key);
    reader.eachItem(key, [&](const YamlNode& item) {
        if (checkItem(reader, key, item, rule) && once.first(item, item.text))
            texts += item.text;
    });
    return texts;
}

QString checkedFile(MappingReader& reader, const QString& key)
{
    const QString path = reader.text(key, {});
    const YamlNode* node = reader.find(key);
    if (!node || node->kind != YamlNode::Kind::Scalar)
        return {};
    if (QDir::isAbsolutePath(path))
        reader.report(ProblemCode::PathEscapes, *node, {quoted(path)});
    else if (!isRelativePath(path))
        reportBad(reader, *node, key, QStringLiteral("a path of visible text, relative to the recipe"));
    return path;
}

void checkPath(MappingReader& reader, const QString& key, bool (*fits)(const QString&), const QString& expected)
{
    const YamlNode* node = reader.find(key);
    if (node && node->kind == YamlNode::Kind::Scalar && !fits(node->text))
        reportBad(reader, *node, key, expected);
}

bool Once::first(const YamlNode& where, const QString& name)
{
    const bool isNew = !m_names.contains(name);
    m_names.insert(name);
    if (!isNew)
        m_reader.report(ProblemCode::BadValue, where, {m_key, quoted(name), QStringLiteral("each one once")});
    return isNew;
}

} // namespace snowmelt
