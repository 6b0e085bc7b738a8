// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/drift_reader.h"

#include "models/domain/blueprint/label.h"
#include "models/domain/blueprint/nearest.h"
#include "models/domain/code_names.h"
#include "models/domain/drift/judge/ignore_packs.h"

#include <QRegularExpression>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qsizetype longestMatch = 1000; ///< characters
constexpr qsizetype longestReason = 200;

const QString packsKey = QStringLiteral("packs");
const QString ignoreKey = QStringLiteral("ignore");
const QString sectionKey = QStringLiteral("section");
const QString matchKey = QStringLiteral("match");
const QString fieldKey = QStringLiteral("field");
const QString reasonKey = QStringLiteral("reason");
const QString untilKey = QStringLiteral("until");
const QString groupsKey = QStringLiteral("groups");

QStringList sectionNames()
{
    QStringList names;
    for (const DriftSection section : allCodes<DriftSection>())
        names += codeName(section);
    return names;
}

/// Fields a difference of the section can have; empty: not listed.
QStringList fieldsOf(DriftSection section)
{
    switch (section) {
    case DriftSection::Packages:
        return {QStringLiteral("version"), QStringLiteral("architecture"), QStringLiteral("files")};
    case DriftSection::Files:
        return {QStringLiteral("type"), QStringLiteral("mode"),    QStringLiteral("owner"), QStringLiteral("group"),
                QStringLiteral("size"), QStringLiteral("content"), QStringLiteral("target")};
    case DriftSection::Users:
        return {QStringLiteral("uid"), QStringLiteral("gid"), QStringLiteral("home"), QStringLiteral("shell")};
    case DriftSection::Groups:
        return {QStringLiteral("gid"), QStringLiteral("members")};
    case DriftSection::Sockets:
        return {QStringLiteral("process"), QStringLiteral("port")};
    default:
        return {};
    }
}

/// With nothing but stars and signs in it, a pattern says no name: it would hide whatever there is.
bool namesSomething(const QString& match)
{
    return std::ranges::any_of(match, [](QChar c) { return c.isLetterOrNumber(); });
}

bool canBePath(const QString& match)
{
    return match.startsWith(u'/') || match.startsWith(QStringLiteral("**"));
}

QString shortened(const QString& text)
{
    constexpr int shown = 80;
    return displayText(text.toUtf8()).left(shown);
}

} // namespace

DriftReader::DriftReader(DriftRules& rules, Mentions& mentions, QList<Problem>& problems)
    : m_rules(rules), m_mentions(mentions), m_problems(problems)
{
}

void DriftReader::read(const YamlNode& drift)
{
    MappingReader reader(drift, QStringLiteral("drift"), {packsKey, ignoreKey}, m_problems);
    reader.eachItem(packsKey, [this](const YamlNode& pack) { readPack(pack); });
    reader.eachItem(ignoreKey, [this](const YamlNode& rule) { readRule(rule); });
}

void DriftReader::bad(const QString& key, const YamlNode& where, const QString& expected)
{
    m_problems.append({ProblemCode::BadValue, where.line, where.column, {key, shortened(where.text), expected}});
}

void DriftReader::unknownChoice(const QString& key, const YamlNode& where, const QStringList& allowed)
{
    m_problems.append({ProblemCode::UnknownChoice,
                       where.line,
                       where.column,
                       {key, shortened(where.text), allowed.join(QStringLiteral(", ")), nearest(where.text, allowed)}});
}

void DriftReader::readPack(const YamlNode& pack)
{
    static const QStringList known = ignorePacks();
    if (pack.kind != YamlNode::Kind::Scalar)
        m_problems.append(
            {ProblemCode::WrongType, pack.line, pack.column, {packsKey, QStringLiteral("a list of text")}});
    else if (!known.contains(pack.text))
        unknownChoice(packsKey, pack, known);
    else if (m_rules.packs.contains(pack.text))
        bad(packsKey, pack, QStringLiteral("each one once"));
    else
        m_rules.packs.append(pack.text);
}

void DriftReader::readRule(const YamlNode& node)
{
    MappingReader reader(node, ignoreKey, {sectionKey, matchKey, fieldKey, reasonKey, untilKey, groupsKey}, m_problems);
    if (node.kind != YamlNode::Kind::Mapping)
        return;
    IgnoreRule rule;
    const std::optional<DriftSection> section = sectionOf(reader);
    rule.section = section.value_or(rule.section);
    rule.match = matchOf(reader, section);
    rule.field = fieldOf(reader, section);
    rule.reason = reasonOf(reader);
    rule.until = untilOf(reader);
    rule.groups = groupsOf(reader);
    m_rules.ignore.append(rule);
}

std::optional<DriftSection> DriftReader::sectionOf(MappingReader& rule)
{
    const QString name = rule.text(sectionKey);
    const auto section = codeFromName<DriftSection>(name);
    if (!name.isNull() && !section)
        unknownChoice(sectionKey, *rule.find(sectionKey), sectionNames());
    return section;
}

QString DriftReader::matchOf(MappingReader& rule, std::optional<DriftSection> section)
{
    const QString match = rule.text(matchKey);
    if (match.isNull())
        return match;
    const YamlNode& where = *rule.find(matchKey);
    if (!isLabel(match, longestMatch))
        bad(matchKey, where, QStringLiteral("visible text of at most 1000 characters"));
    else if (!namesSomething(match))
        bad(matchKey, where, QStringLiteral("a pattern that does not hide everything"));
    else if (section == DriftSection::Files && !canBePath(match))
        bad(matchKey, where, QStringLiteral("an absolute path, or a pattern that begins with / or **"));
    return match;
}

QString DriftReader::fieldOf(MappingReader& rule, std::optional<DriftSection> section)
{
    const QString field = rule.text(fieldKey, QString());
    const QStringList known = section ? fieldsOf(*section) : QStringList();
    if (field.isNull())
        return field;
    if (!known.isEmpty() && !known.contains(field))
        unknownChoice(fieldKey, *rule.find(fieldKey), known);
    else if (!isLabel(field, longestReason))
        bad(fieldKey, *rule.find(fieldKey), QStringLiteral("visible text of at most 200 characters"));
    return field;
}

QString DriftReader::reasonOf(MappingReader& rule)
{
    const QString reason = rule.text(reasonKey);
    if (!reason.isNull() && !isLabel(reason, longestReason))
        bad(reasonKey, *rule.find(reasonKey), QStringLiteral("visible text of at most 200 characters"));
    return reason;
}

QDate DriftReader::untilOf(MappingReader& rule)
{
    const QString text = rule.text(untilKey, QString());
    if (text.isNull())
        return {};
    static const QRegularExpression plain(QStringLiteral("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
    const QDate day = plain.match(text).hasMatch() ? QDate::fromString(text, Qt::ISODate) : QDate();
    if (!day.isValid())
        bad(untilKey, *rule.find(untilKey), QStringLiteral("a day such as 2027-01-31"));
    return day;
}

/// A list with nobody in it would be for all, which is what leaving it out says.
QStringList DriftReader::groupsOf(MappingReader& rule)
{
    const QStringList groups = rule.texts(groupsKey);
    const YamlNode* list = rule.find(groupsKey);
    if (!list || list->kind != YamlNode::Kind::Sequence)
        return groups;
    if (list->items.isEmpty())
        m_problems.append({ProblemCode::BadValue,
                           list->line,
                           list->column,
                           {groupsKey, QStringLiteral("[]"), QStringLiteral("at least one name")}});
    for (const YamlNode& item : list->items)
        m_mentions.ruled.append({groupsKey, item.text, {}, item.line, item.column});
    return groups;
}

} // namespace snowmelt
