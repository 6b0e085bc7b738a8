// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint_references.h"
#include "models/domain/blueprint/host_reader.h"
#include "models/domain/blueprint/mapping_reader.h"

namespace snowmelt {

/// Reads what a fleet is made of: balancers, groups, databases and caches. What they mention is noted, to be looked up
/// when the whole text is known.
class PartReader
{
public:
    PartReader(Blueprint& blueprint, Mentions& mentions, QList<Problem>& problems);

    void readAll(MappingReader& top);
    void checkName(const YamlNode& name); ///< of a part or the fleet

private:
    void readBalancer(const YamlNode& key, const YamlNode& value);
    void readGroup(const YamlNode& key, const YamlNode& value);
    void readDatabase(const YamlNode& key, const YamlNode& value);
    void readCache(const YamlNode& key, const YamlNode& value);

    void problem(ProblemCode code, const YamlNode& where, const QStringList& args);
    QString partName(const YamlNode& key, const QString& kind);
    ImageRef imageOf(MappingReader& part);
    QStringList mentioned(MappingReader& part, const QString& owner, const QString& key, QList<Mention>& mentions);
    QString mentionedOne(MappingReader& part, const QString& owner, const QString& key, QList<Mention>& mentions);
    QStringList zonesOf(MappingReader& part);
    void checkZone(const QString& key, const YamlNode& zone);
    HealthCheck healthOf(MappingReader& part);
    int sizeOf(MappingReader& part, const QStringList& hosts);

    Blueprint& m_blueprint;
    Mentions& m_mentions;
    QList<Problem>& m_problems;
    HostReader m_hosts;
};

} // namespace snowmelt
