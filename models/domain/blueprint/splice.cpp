// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/splice.h"

#include "models/domain/blueprint/yaml_tree.h"

namespace snowmelt {

namespace {

const YamlNode* findPath(const YamlNode& root, const QStringList& path)
{
    const YamlNode* node = &root;
    for (const QString& key : path) {
        node = node->find(key);
        if (!node)
            return nullptr;
    }
    return node;
}

} // namespace

std::optional<QByteArray> spliceGroupImage(const QByteArray& text, const QString& group, const ImageRef& to)
{
    const Parsed<YamlNode> yaml = readYaml(text);
    if (!yaml.ok())
        return std::nullopt;
    const YamlNode* image = findPath(yaml.value, {QStringLiteral("groups"), group, QStringLiteral("image")});
    if (!image || image->kind != YamlNode::Kind::Scalar)
        return std::nullopt;
    const QByteArray old = image->text.toUtf8();
    qsizetype at = image->offset;
    if (at < text.size() && (text.at(at) == '"' || text.at(at) == '\''))
        ++at;
    if (text.mid(at, old.size()) != old)
        return std::nullopt;
    return QByteArray(text).replace(at, old.size(), to.text().toUtf8());
}

} // namespace snowmelt
