// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/chain_build.h"
#include "backend/image/lock_file.h"

namespace snowmelt {

/// Moves the locks of a chain to what its sources have now. Says LockMoved of each tier that installs packages. With
/// `write` the images are built with the new locks first, so that a lock that is written is known to build and names
/// what it gave; then all locks are written, or none.
class LockUpdate
{
public:
    /// `person`: who builds; empty: not known.
    LockUpdate(QString home, ImageBuilder::Emit emit, CallContext context, QString person = {});

    /// What the images pass before they become versions.
    void setGate(std::shared_ptr<TrialGate> gate) { m_gate = std::move(gate); }
    /// Who builds them; null: this machine does, as root.
    void setRunner(std::shared_ptr<TierRunner> runner) { m_runner = std::move(runner); }
    /// Outlive it. True: something differs from the locks beside the recipes, and was not written.
    Task<bool> run(QList<LoadedRecipe> chain, bool write);

private:
    struct Moved
    {
        LoadedRecipe recipe; ///< with its new lock
        QList<ImageDifference> changes;
        bool differs = false;
    };
    static Moved movedTo(LoadedRecipe recipe, const std::optional<Lock>& resolved);
    Task<bool> moveAll(QString work, QList<LoadedRecipe> chain, bool write);
    Task<Done> writeAll();
    void say(bool written) const;

    QString m_home;
    ImageBuilder::Emit m_emit;
    CallContext m_context;
    QString m_person;
    std::shared_ptr<TrialGate> m_gate;
    std::shared_ptr<TierRunner> m_runner;
    QList<Moved> m_moved; ///< lowest first
};

/// Pure. The lock that stays or comes: the old one where nothing moved and it is made for what the recipe asks for.
Lock nextLock(const std::optional<Lock>& before, const Lock& resolved);
/// Pure. What differs between them for people: the packages, and what the recipe asks for in another way.
QList<ImageDifference> differencesOf(const std::optional<Lock>& before, const Lock& after);

} // namespace snowmelt
