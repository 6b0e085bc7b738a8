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
    made.snowmelt = QCoreApplication::applicationVersion();
    made.builder = Digest::ofBytes(builderScript());
    made.origin = witness.origin;
    made.inputs = materialsOf(recipe);
    return {{oci::recipePaper, recipe.text}, {oci::provenancePaper, renderProvenance(made)}};
}

} // namespace snowmelt
