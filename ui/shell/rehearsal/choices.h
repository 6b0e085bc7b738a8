// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/intent.h"

namespace snowmelt {

/// What is to be rehearsed.
struct RehearsalSubject
{
    QString group;
    QString node{};     ///< the rebirth of this node of it; empty: a swap of the group
    ImageRef to{};      ///< of a swap, chosen at first; null: the newest version
    QStringList then{}; ///< with `node`: further nodes of the group that are reborn, in this order
};

/// What a person chooses about a deployment before it starts, as a value.
struct DeploymentChoices
{
    QString group;
    QString node; ///< of a rebirth; empty: a swap
    ImageRef to;  ///< null: there is nothing to swap to
    int bakeSeconds = 0;
    DeployOptions options;
    RebirthRound round{}; ///< with `node`
    bool operator==(const DeploymentChoices&) const;

    PlanIntent planIntent() const;
    /// `accepted`: the codes of the plan's warnings that the person accepts.
    Intent startIntent(const QStringList& accepted) const;
};

/// "/ready, /version" as paths. What is no path is named in `wrong`.
struct CheckPaths
{
    QStringList paths;
    QStringList wrong;
    bool operator==(const CheckPaths&) const = default;
};
CheckPaths readCheckPaths(const QString& text);

} // namespace snowmelt
