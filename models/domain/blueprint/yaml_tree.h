// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/problem.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <utility>

namespace snowmelt {

/// A YAML value with its place in the text. Scalars keep their text: what it means is decided by who reads it.
struct YamlNode
{
    enum class Kind { Null, Scalar, Sequence, Mapping };

    Kind kind = Kind::Null;
    QString text;                                 ///< Scalar
    QList<YamlNode> items;                        ///< Sequence
    QList<std::pair<YamlNode, YamlNode>> entries; ///< Mapping, in the order of the text
    int line = 1;
    int column = 1;       ///< characters
    qsizetype offset = 0; ///< bytes from the start of the text

    const YamlNode* find(const QString& key) const; ///< Mapping
};

struct YamlLimits
{
    qsizetype bytes = 4 * 1024 * 1024;
    int depth = 32;
};

/// One YAML document as a tree. Refused: text that is not UTF-8, larger or deeper than the limits, anchors and aliases,
/// duplicate keys, a second document. yaml-cpp 0.7 would accept all of these.
Parsed<YamlNode> readYaml(const QByteArray& text, const YamlLimits& limits = {});

} // namespace snowmelt
