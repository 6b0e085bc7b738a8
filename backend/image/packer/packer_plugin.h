// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVersionNumber>

#include <optional>

namespace snowmelt {

/// A plugin that Packer does not have, and what one types to have it.
struct MissingPlugin
{
    QString name;    ///< "github.com/hashicorp/docker", or a component: "docker"
    QString command; ///< "packer plugins install github.com/hashicorp/docker"
    bool operator==(const MissingPlugin&) const = default;
};

/// Pure. Whether Packer did not take a template because of a plugin: the first one it names in what it said. Words of
/// 1.6 ("Unknown builder docker"), since 1.7 ("Missing plugins") and since 1.10 ("The builder docker is unknown by
/// Packer"). `version` null: not known.
std::optional<MissingPlugin> missingPlugin(const QString& said, const QVersionNumber& version,
                                           const QString& templateFile);

} // namespace snowmelt
