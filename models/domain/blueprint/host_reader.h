// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint_references.h"
#include "models/domain/blueprint/mapping_reader.h"

#include <QHash>

namespace snowmelt {

/// Reads who is there already: `hosts` of a part, with the platform "ssh". Everybody once over the whole blueprint.
class HostReader
{
public:
    HostReader(const Blueprint& blueprint, QList<Problem>& problems) : m_blueprint(blueprint), m_problems(problems) {}

    /// The nodes are there already, nobody makes them.
    bool given() const;
    /// Ranges expanded. Required where nodes are given, a problem where they are made.
    QStringList hostsOf(MappingReader& part, const YamlNode& name);
    /// The same of a part that is one machine and has its own name.
    QStringList oneHostOf(MappingReader& part, const YamlNode& name);
    /// Keys of what is to be made.
    void refuse(const MappingReader& part, const QStringList& keys);
    /// Nodes whose name is a part's.
    void checkNames(const QList<Mention>& partNames);

private:
    struct Owner
    {
        QString part;
        const YamlNode* item;
    };
    QStringList listed(MappingReader& part, const YamlNode& name);
    void read(const YamlNode& item, const QString& part, QStringList& hosts);
    void add(const YamlNode& item, const QString& part, const QString& host, QStringList& hosts);
    void report(const YamlNode& item, const QString& value, const QString& expected);

    const Blueprint& m_blueprint;
    QList<Problem>& m_problems;
    QHash<QString, Owner> m_owners; ///< by host, lower case
    QHash<QString, Owner> m_nodes;  ///< those whose nodes have the host's name
};

} // namespace snowmelt
