// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/recipe_chain.h"
#include "models/domain/image/due.h"

#include <QMap>

#include <optional>

namespace snowmelt {

/// What a build was made from, part by part: only long enough to tell that a part is another one. Whether a build is
/// current is buildKey()'s to say.
struct BuildInputs
{
    QString builder;
    QString recipe;
    QString parent;
    QMap<QString, QString> files; ///< by source
    QString lock;                 ///< empty: without one
    QStringList debs;             ///< those of the lock, sorted
    bool operator==(const BuildInputs&) const = default;
};

BuildInputs inputsOf(const LoadedRecipe& recipe, const Digest& parent, const QByteArray& builder);

/// The annotation "snowmelt.inputs": JSON.
QString renderInputs(const BuildInputs& inputs);
std::optional<BuildInputs> parseInputs(const QString& text);

/// Pure. Why what was built from `was` is not what is built from `is`, the lowest cause first. A build whose inputs
/// nobody wrote down is of a Snowmelt that built in another way.
QList<DueReason> reasonsBetween(const std::optional<BuildInputs>& was, const BuildInputs& is, const ImageRef& parent);

} // namespace snowmelt
