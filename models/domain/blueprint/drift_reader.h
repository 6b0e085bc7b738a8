// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint_references.h"
#include "models/domain/blueprint/mapping_reader.h"

namespace snowmelt {

/// Reads what a person hides of drift: packs, and rules with their reasons. A rule that could never hide anything, or
/// would hide everything, is a problem.
class DriftReader
{
public:
    DriftReader(DriftRules& rules, Mentions& mentions, QList<Problem>& problems);

    void read(const YamlNode& drift);

private:
    void readPack(const YamlNode& pack);
    void readRule(const YamlNode& node);
    std::optional<DriftSection> sectionOf(MappingReader& rule);
    QString matchOf(MappingReader& rule, std::optional<DriftSection> section);
    QString fieldOf(MappingReader& rule, std::optional<DriftSection> section);
    QString reasonOf(MappingReader& rule);
    QDate untilOf(MappingReader& rule);
    QStringList groupsOf(MappingReader& rule);

    void bad(const QString& key, const YamlNode& where, const QString& expected);
    void unknownChoice(const QString& key, const YamlNode& where, const QStringList& allowed);

    DriftRules& m_rules;
    Mentions& m_mentions;
    QList<Problem>& m_problems;
};

} // namespace snowmelt
