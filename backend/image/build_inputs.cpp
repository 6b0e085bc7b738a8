// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/build_inputs.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace snowmelt {

namespace {

const QString builderPart = QStringLiteral("builder");
const QString recipePart = QStringLiteral("recipe");
const QString parentPart = QStringLiteral("parent");
const QString filesPart = QStringLiteral("files");
const QString lockPart = QStringLiteral("lock");
const QString debsPart = QStringLiteral("debs");

QString shortSum(const QByteArray& bytes)
{
    return Digest::ofBytes(bytes).shortHex();
}

/// How many of the one the other does not have.
qsizetype without(const QStringList& all, const QStringList& others)
{
    return std::count_if(all.begin(), all.end(),
                         [&](const QString& each) { return !std::binary_search(others.begin(), others.end(), each); });
}

/// A package that moved is one that went and one that came: it counts once.
qsizetype differing(const QStringList& was, const QStringList& is)
{
    return std::max(without(was, is), without(is, was));
}

/// Files of a folder, which the recipe does not name one by one.
QStringList comeAndGone(const QMap<QString, QString>& was, const QMap<QString, QString>& is)
{
    QStringList found;
    for (const auto& [one, other] : {std::pair(was, is), std::pair(is, was)})
        for (const QString& source : one.keys())
            if (!other.contains(source))
                found.append(source);
    return found;
}

QStringList changedFiles(const QMap<QString, QString>& was, const QMap<QString, QString>& is)
{
    QStringList changed;
    for (const auto& [source, sum] : is.asKeyValueRange())
        if (was.contains(source) && was[source] != sum)
            changed.append(source);
    return changed;
}

QString besideTemplate(const QString& source, const QString& path)
{
    return QDir::cleanPath(QFileInfo(source).path() + u'/' + path);
}

} // namespace

BuildInputs inputsOf(const LoadedRecipe& recipe, const Digest& parent, const QByteArray& builder)
{
    BuildInputs inputs{shortSum(builder), shortSum(recipe.text), parent.shortHex(), {}, {}, {}};
    for (qsizetype i = 0; i < recipe.recipe.files.size(); ++i)
        if (const QString& source = recipe.recipe.files[i].source; !source.isEmpty())
            inputs.files.insert(source, shortSum(recipe.contents[i]));
    for (qsizetype i = 0; i < recipe.recipe.sources.size(); ++i)
        if (const QString& key = recipe.recipe.sources[i].key; !key.isEmpty())
            inputs.files.insert(key, shortSum(recipe.keys[i]));
    for (const PackerFile& file : recipe.packerFolder)
        inputs.files.insert(besideTemplate(recipe.recipe.packer->source, file.path), shortSum(identityOf(file)));
    for (qsizetype i = 0; i < recipe.recipe.templates.size(); ++i)
        if (const QString& source = recipe.recipe.templates[i].source; !source.isEmpty())
            inputs.files.insert(source, shortSum(recipe.templates[i]));
    if (!recipe.lock)
        return inputs;
    inputs.lock = shortSum(lockedContent(*recipe.lock));
    for (const LockedDeb& deb : recipe.lock->debs)
        inputs.debs.append(deb.sha256.shortHex());
    inputs.debs.sort();
    return inputs;
}

QString renderInputs(const BuildInputs& inputs)
{
    QJsonObject files;
    for (const auto& [source, sum] : inputs.files.asKeyValueRange())
        files[source] = sum;
    const QJsonObject all{{builderPart, inputs.builder}, {recipePart, inputs.recipe},
                          {parentPart, inputs.parent},   {filesPart, files},
                          {lockPart, inputs.lock},       {debsPart, QJsonArray::fromStringList(inputs.debs)}};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

std::optional<BuildInputs> parseInputs(const QString& text)
{
    const QJsonObject all = QJsonDocument::fromJson(text.toUtf8()).object();
    if (!all[builderPart].isString() || !all[recipePart].isString())
        return std::nullopt;
    BuildInputs inputs;
    inputs.builder = all[builderPart].toString();
    inputs.recipe = all[recipePart].toString();
    inputs.parent = all[parentPart].toString();
    inputs.lock = all[lockPart].toString();
    const QJsonObject files = all[filesPart].toObject();
    for (auto it = files.begin(); it != files.end(); ++it)
        inputs.files.insert(it.key(), it.value().toString());
    const QJsonArray debs = all[debsPart].toArray();
    for (const auto& deb : debs)
        inputs.debs.append(deb.toString());
    return inputs;
}

QList<DueReason> reasonsBetween(const std::optional<BuildInputs>& was, const BuildInputs& is, const ImageRef& parent)
{
    if (!was)
        return {{Due::BuilderChanged, {}}};
    QList<DueReason> reasons;
    if (was->builder != is.builder)
        reasons.append({Due::BuilderChanged, {}});
    if (was->parent != is.parent)
        reasons.append({Due::ParentChanged, {parent.text()}});
    if (was->recipe != is.recipe)
        reasons.append({Due::RecipeChanged, {}});
    for (const QString& source : changedFiles(was->files, is.files))
        reasons.append({Due::FileChanged, {source}});
    if (was->lock != is.lock)
        reasons.append({Due::LockChanged, {QString::number(differing(was->debs, is.debs))}});
    if (reasons.isEmpty())
        for (const QString& source : comeAndGone(was->files, is.files))
            reasons.append({Due::FileChanged, {source}});
    if (reasons.isEmpty()) // nothing that has a name here: what is left is how it is built
        reasons.append({Due::BuilderChanged, {}});
    return reasons;
}

} // namespace snowmelt
