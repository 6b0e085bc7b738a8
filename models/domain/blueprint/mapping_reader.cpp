// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/mapping_reader.h"

#include "models/domain/blueprint/nearest.h"

#include <QRegularExpression>

namespace snowmelt {

MappingReader::MappingReader(const YamlNode& node, const QString& name, const QStringList& known,
                             QList<Problem>& problems)
    : m_node(node), m_problems(problems)
{
    if (node.kind != YamlNode::Kind::Mapping)
        report(ProblemCode::WrongType, node, {name, QStringLiteral("a mapping")});
    for (const auto& [key, value] : node.entries) {
        if (!known.contains(key.text))
            report(ProblemCode::UnknownKey, key,
                   {key.text, known.join(QStringLiteral(", ")), nearest(key.text, known)});
    }
}

const YamlNode* MappingReader::find(const QString& key) const
{
    const YamlNode* value = m_node.find(key);
    return value && value->kind != YamlNode::Kind::Null ? value : nullptr;
}

void MappingReader::require(const QString& key)
{
    // A mapping of the wrong kind was reported already; its missing keys would only be noise.
    if (!find(key) && m_node.kind == YamlNode::Kind::Mapping)
        report(ProblemCode::MissingKey, m_node, {key});
}

QString MappingReader::text(const QString& key)
{
    require(key);
    return text(key, {});
}

QString MappingReader::text(const QString& key, const QString& whenAbsent)
{
    const YamlNode* value = scalar(key);
    return value ? value->text : whenAbsent;
}

int MappingReader::number(const QString& key, int lowest, int highest)
{
    require(key);
    return number(key, lowest, highest, lowest);
}

int MappingReader::number(const QString& key, int lowest, int highest, int whenAbsent)
{
    const YamlNode* value = find(key);
    if (!value)
        return whenAbsent;
    bool whole = false;
    const qlonglong number = value->text.toLongLong(&whole);
    const bool digits = value->kind == YamlNode::Kind::Scalar && QString::number(number) == value->text;
    if (!whole || !digits)
        report(ProblemCode::WrongType, *value, {key, QStringLiteral("a whole number")});
    else if (number < lowest || number > highest)
        report(ProblemCode::OutOfRange, *value, {key, value->text, QString::number(lowest), QString::number(highest)});
    else
        return static_cast<int>(number);
    return whenAbsent;
}

double MappingReader::decimal(const QString& key, int lowest, int highest)
{
    require(key);
    const YamlNode* value = find(key);
    if (!value)
        return lowest;
    // toDouble() alone would take "1e3", "inf" and "nan", which nobody means as a price.
    static const QRegularExpression plain(QStringLiteral("\\A-?[0-9]+(\\.[0-9]+)?\\z"));
    const double number = value->text.toDouble();
    if (value->kind != YamlNode::Kind::Scalar || !plain.match(value->text).hasMatch())
        report(ProblemCode::WrongType, *value, {key, QStringLiteral("a number")});
    else if (number < lowest || number > highest)
        report(ProblemCode::OutOfRange, *value, {key, value->text, QString::number(lowest), QString::number(highest)});
    else
        return number;
    return lowest;
}

QStringList MappingReader::texts(const QString& key)
{
    QStringList list;
    eachItem(key, [&](const YamlNode& item) {
        if (item.kind == YamlNode::Kind::Scalar)
            list += item.text;
        else
            report(ProblemCode::WrongType, item, {key, QStringLiteral("a list of text")});
    });
    return list;
}

QString MappingReader::choice(const QString& key, const QStringList& allowed)
{
    const QString value = text(key);
    if (!value.isNull() && !allowed.contains(value))
        report(ProblemCode::BadValue, *find(key), {key, value, allowed.join(QStringLiteral(", "))});
    return value;
}

void MappingReader::eachEntry(const QString& key,
                              const std::function<void(const YamlNode& key, const YamlNode& value)>& read)
{
    const YamlNode* value = ofKind(key, YamlNode::Kind::Mapping, QStringLiteral("a mapping"));
    if (!value)
        return;
    for (const auto& [name, entry] : value->entries)
        read(name, entry);
}

void MappingReader::eachItem(const QString& key, const std::function<void(const YamlNode& item)>& read)
{
    const YamlNode* value = ofKind(key, YamlNode::Kind::Sequence, QStringLiteral("a list"));
    if (!value)
        return;
    for (const YamlNode& item : value->items)
        read(item);
}

void MappingReader::report(ProblemCode code, const YamlNode& where, const QStringList& args)
{
    m_problems.append({code, where.line, where.column, args});
}

const YamlNode* MappingReader::scalar(const QString& key)
{
    return ofKind(key, YamlNode::Kind::Scalar, QStringLiteral("text"));
}

const YamlNode* MappingReader::ofKind(const QString& key, YamlNode::Kind kind, const QString& expected)
{
    const YamlNode* value = find(key);
    if (!value || value->kind == kind)
        return value;
    report(ProblemCode::WrongType, *value, {key, expected});
    return nullptr;
}

} // namespace snowmelt
