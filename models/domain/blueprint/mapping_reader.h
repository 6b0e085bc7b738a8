// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/yaml_tree.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace snowmelt {

/// Reads one mapping key by key, noting every problem at its place. Keys that are not in `known` are problems at once.
class MappingReader
{
public:
    /// `name` is what the mapping is called in problems.
    MappingReader(const YamlNode& node, const QString& name, const QStringList& known, QList<Problem>& problems);

    const YamlNode* find(const QString& key) const; ///< null when absent or null
    QString text(const QString& key);               ///< required
    QString text(const QString& key, const QString& whenAbsent);
    int number(const QString& key, int lowest, int highest); ///< required
    int number(const QString& key, int lowest, int highest, int whenAbsent);
    double decimal(const QString& key, int lowest, int highest); ///< required; digits, and a point if need be
    QStringList texts(const QString& key);                       ///< optional list of text
    /// Required text that is one of `allowed`.
    QString choice(const QString& key, const QStringList& allowed);
    void require(const QString& key);

    /// Calls `read(key, value)` for each entry of an optional mapping.
    void eachEntry(const QString& key, const std::function<void(const YamlNode& key, const YamlNode& value)>& read);
    void eachItem(const QString& key, const std::function<void(const YamlNode& item)>& read);

    void report(ProblemCode code, const YamlNode& where, const QStringList& args = {});
    const YamlNode& node() const { return m_node; }

private:
    const YamlNode* scalar(const QString& key);
    const YamlNode* ofKind(const QString& key, YamlNode::Kind kind, const QString& expected);

    const YamlNode& m_node;
    QList<Problem>& m_problems;
};

} // namespace snowmelt
