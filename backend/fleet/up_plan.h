// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"
#include "models/domain/blueprint/blueprint.h"

namespace snowmelt {

enum class UpAct {
    Create, ///< is not there
    Start,  ///< is there and stopped
    Remake, ///< was made and never started: an interrupted birth
};

/// One node that `up` must do something about.
struct UpItem
{
    UpAct act = UpAct::Create;
    Role role = Role::Node;
    QString name;
    QString part; ///< group, balancer or database
    QString slot;
    ImageRef image;
    Digest digest; ///< null: whatever the blueprint's image is now; else what its group runs already
    bool operator==(const UpItem&) const = default;
};

/// What is missing for the blueprint to be up, databases first, balancers last. Never what would change what an
/// existing group runs: its missing nodes are born from the image the others were born from. Of a divided group, what
/// stands still is started and nothing is made, nor a balancer that serves one: its config is who knows which side
/// serves. Pure.
QList<UpItem> planUp(const Blueprint& blueprint, const QList<NodeFacts>& facts, const QStringList& open = {});

/// Groups whose nodes were born from more than one image: a deployment ended with both sides standing, or a rebirth
/// met a version that was built anew; and those in `open`, whose deployment nobody has ended. Which of them is wanted
/// cannot be told from the blueprint. Pure.
QStringList dividedGroups(const Blueprint& blueprint, const QList<NodeFacts>& facts, const QStringList& open = {});

} // namespace snowmelt
