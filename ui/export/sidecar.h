// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/arrangement.h"

#include <QString>

#include <optional>

namespace snowmelt {

/// "…/shop.layout.json" of "…/shop.yaml"; empty: a blueprint that is in no file.
QString sidecarOf(const QString& blueprintPath);

/// The blueprint or its sidecar, by whatever way `path` leads there: no export may take their place.
bool isBlueprintOrSidecar(const QString& path, const QString& blueprintPath);

/// What was found where a sidecar may be.
struct SidecarRead
{
    std::optional<QByteArray> text; ///< nullopt: nothing is there, or it cannot be read
    Arrangement arrangement;        ///< empty unless it is good
    QString fault;                  ///< why it is no good; empty: it is, or there is none
};

SidecarRead readSidecar(const QString& path);
/// Renames what is there to "….broken-1", or the next number that is free. Empty: it could not be done, for `reason`.
QString putAside(const QString& path, QString* reason);

} // namespace snowmelt
