// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/mapping_reader.h"
#include "models/domain/blueprint/recipe_rules.h"

#include <QSet>

namespace snowmelt {

/// Short, and safe on a terminal: what a problem repeats of somebody's text.
QString quoted(const QString& text);

/// Required text that follows the rule, or a problem.
QString checkedText(MappingReader& reader, const QString& key, const TextRule& rule);
QString checkedText(MappingReader& reader, const QString& key, const TextRule& rule, const QString& whenAbsent);
/// Optional list of such texts, each one once.
QStringList checkedTexts(MappingReader& reader, const QString& key, const TextRule& rule);
/// Optional file beside the recipe.
QString checkedFile(MappingReader& reader, const QString& key);

/// A problem when there is a text that does not fit.
void checkPath(MappingReader& reader, const QString& key, bool (*fits)(const QString&), const QString& expected);

/// Whether `item` of a list is text that follows the rule; a problem if not.
bool checkItem(MappingReader& reader, const QString& key, const YamlNode& item, const TextRule& rule);

/// Tells what comes a second time.
class Once
{
public:
    Once(MappingReader& reader, QString key) : m_reader(reader), m_key(std::move(key)) {}
    /// False and a problem when `name` was here before.
    bool first(const YamlNode& where, const QString& name);

private:
    MappingReader& m_reader;
    QString m_key;
    QSet<QString> m_names;
};

} // namespace snowmelt
