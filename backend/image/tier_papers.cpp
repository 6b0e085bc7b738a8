// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/tier_papers.h"

#include "backend/image/staging.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

QList<ProvenanceInput> materialsOf(const LoadedRecipe& recipe)
{
    QList<ProvenanceInput> inputs{{QStringLiteral("recipe"), Digest::ofBytes(recipe.text)}};
    for (qsizetype i = 0; i < recipe.contents.size(); ++i)
        inputs.append(
            {QStringLiteral("file:") + recipe.recipe.files.at(i).path, Digest::ofBytes(recipe.contents.at(i))});
    for (const PackerFile& file : recipe.packerFolder)
        if (file.kind != PackerFile::Kind::Folder)
            inputs.append({QStringLiteral("packer:") + file.path, Digest::ofBytes(file.content)});
    for (qsizetype i = 0; i < recipe.templates.size(); ++i)
        inputs.append({QStringLiteral("template:") + recipe.recipe.templates.at(i).path,
                       Digest::ofBytes(recipe.templates.at(i))});
    const QList<LockedDeb> debs = recipe.lock ? recipe.lock->debs : QList<LockedDeb>();
    for (const LockedDeb& deb : debs)
        inputs.append(
            {QStringLiteral("package:") + deb.key() + u'@' + deb.version, deb.sha256, withoutCredentials(deb.uri)});
    return inputs;
}

} // namespace

QMap<QString, QByteArray> papersOfTier(const LoadedRecipe& recipe, const ImageRecord& image,
                                       const BuildWitness& witness)
{
    Provenance made;
    made.image = image;
    made.parent = witness.parent;
    made.startedAt = witness.startedAt;
    made.finishedAt = image.builtAt;
    made.person = witness.person;
    made.host = witness.host;
    made.snowmelt = QCoreApplication::applicationVersion();
    made.builder = Digest::ofBytes(builderOf(recipe.recipe));
    made.origin = witness.origin;
    made.inputs = materialsOf(recipe);
    made.packer = witness.packer;
    made.artifacts = witness.artifacts;
    return {{oci::recipePaper, recipe.text}, {oci::provenancePaper, renderProvenance(made)}};
}

} // namespace snowmelt
