// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/named_files.h"

#include "models/domain/blueprint/recipe_checks.h"

#include <algorithm>

namespace snowmelt {

namespace {

void take(const YamlNode& mapping, const QString& key, NamedFileUse use, QList<NamedFile>& found)
{
    const YamlNode* file = mapping.find(key);
    if (file && file->kind == YamlNode::Kind::Scalar)
        found.append({key, file->text, file->line, file->column, use});
}

void collect(const YamlNode& root, const QString& list, const QString& key, NamedFileUse use, QList<NamedFile>& found)
{
    const YamlNode* items = root.find(list);
    if (!items)
        return;
    for (const YamlNode& item : items->items)
        take(item, key, use, found);
}

std::optional<QString> expectedOf(const SeenFile& seen)
{
    if (!seen.there)
        return QStringLiteral("a file that is there");
    if (!seen.plain)
        return QStringLiteral("a plain file: no folder, no pipe, no device");
    if (!seen.readable)
        return QStringLiteral("a file that you may read");
    if (seen.bytes >= fileLimit)
        return QStringLiteral("a file below 64 MiB; nodes fetch larger data better from a volume");
    return std::nullopt;
}

} // namespace

QList<NamedFile> filesNamedBy(const QByteArray& recipe)
{
    const Parsed<YamlNode> yaml = readYaml(recipe);
    QList<NamedFile> found;
    const QString source = QStringLiteral("source");
    collect(yaml.value, QStringLiteral("sources"), QStringLiteral("key"), NamedFileUse::Key, found);
    collect(yaml.value, QStringLiteral("files"), source, NamedFileUse::Content, found);
    collect(yaml.value, QStringLiteral("templates"), source, NamedFileUse::Template, found);
    if (const YamlNode* packer = yaml.value.find(QStringLiteral("packer")))
        take(*packer, QStringLiteral("template"), NamedFileUse::Packer, found);
    std::stable_sort(found.begin(), found.end(), [](const NamedFile& a, const NamedFile& b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return found;
}

Problem parentProblem(const QByteArray& recipe, ProblemCode code, const QStringList& args)
{
    const Parsed<YamlNode> yaml = readYaml(recipe);
    const YamlNode* parent = yaml.value.find(QStringLiteral("parent"));
    return {code, parent ? parent->line : 1, parent ? parent->column : 1, args};
}

std::optional<Problem> judged(const NamedFile& named, const SeenFile& seen)
{
    if (seen.there && !seen.inside)
        return Problem{ProblemCode::PathEscapes, named.line, named.column, {quoted(named.path)}};
    const auto expected = expectedOf(seen);
    if (!expected)
        return std::nullopt;
    return Problem{ProblemCode::BadValue, named.line, named.column, {named.key, quoted(named.path), *expected}};
}

QString keyringSuffix(const QByteArray& key)
{
    // RFC 4880, 4.2 and 6.2: packet tag 6 is a public key, in the old or the new format.
    const int first = key.isEmpty() ? 0 : static_cast<uchar>(key[0]);
    if ((first & 0xFC) == 0x98 || first == 0xC6)
        return QStringLiteral(".gpg");
    const bool armoured = key.trimmed().startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----");
    return armoured && !key.contains("PRIVATE KEY") ? QStringLiteral(".asc") : QString();
}

} // namespace snowmelt
