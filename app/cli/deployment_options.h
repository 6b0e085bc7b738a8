// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "models/domain/intent.h"

#include <optional>

namespace snowmelt {

/// What `plan` and `swap` are told in the same words.
struct DeploymentOptions
{
    QString group;
    ImageRef to;
    int bakeSeconds = 0;
    DeployOptions options;
};
QList<Option> deploymentOptions();
QStringList requiredDeploymentOptions();
/// nullopt: the person has been told what is wrong with them (exit 64).
std::optional<DeploymentOptions> readDeploymentOptions(const Call& call, const QString& verb);

} // namespace snowmelt
