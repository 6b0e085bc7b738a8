// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "backend/image/packer/packer_secrets.h"
#include "models/domain/blueprint/blueprint.h"
#include "models/domain/event.h"
#include "models/domain/image_record.h"

#include <QString>

#include <functional>
#include <memory>

namespace snowmelt {

class TierRunner;
class TrialGate;
class Trials;

/// What is to be built, and how.
struct BuildOrder
{
    ImageRef image;
    bool fromScratch = false;             ///< reuses nothing
    bool keepFailed = false;              ///< the root of a tier whose command fails stays below `home`/build/failed
    std::shared_ptr<TierRunner> runner{}; ///< builds the tiers; null: this machine does
};

/// Builds images from zero: the OS tier with mmdebstrap, each tier above as an overlay on its parent.
class ImageBuilder
{
public:
    /// `home` is Snowmelt's data folder; the store is `home`/images, work folders are `home`/build. `person` builds, as
    /// the history names them; empty: not known. `trials` (trial_gate.h): what no tier becomes a version without; null:
    /// nothing is tried.
    explicit ImageBuilder(QString home, QString person = {}, Trials* trials = nullptr);
    /// Who has the values of secret variables of Packer templates, besides Snowmelt's environment.
    void setSecrets(SecretSource secrets) { m_secrets = std::move(secrets); }

    /// Who builds on this machine, one for each run; null or none: whoever is root.
    void setRunners(std::function<std::shared_ptr<TierRunner>()> make) { m_makeRunner = std::move(make); }

    using Emit = std::function<void(EventBody)>;

    struct Built
    {
        ImageRecord record;
        bool reused = false;
    };
    /// Builds `image` and whatever parent is missing or stale. Emits Progress, LogLine and ImageBuilt for each tier. A
    /// failure or cancel leaves the store as it was and no mount, process or work folder behind.
    Task<Built> build(Blueprint blueprint, BuildOrder order, Emit emit, CallContext context);

    /// Moves the locks of `image` and of those it rests on: lock_update.h. True: something moved and was not written.
    Task<bool> updateLocks(Blueprint blueprint, ImageRef image, bool write, Emit emit, CallContext context);
    /// Builds `image` and all its parents twice from zero and says whether each tier came out as the same bytes; keeps
    /// nothing. Emits Progress, LogLine, and ImageProved for each tier.
    Task<bool> prove(Blueprint blueprint, ImageRef image, Emit emit, CallContext context);

    /// All images of the blueprint, built or not, and stale ones marked; blocking, for the pool.
    Result<QList<ImageRecord>> survey(const Blueprint& blueprint) const;

    /// Removes work folders and trials that a killed Snowmelt left. Called once at start, and before a build.
    /// PlatformUnavailable and what else keeps a trial from being removed; the folders go in any case.
    Task<Done> sweep(CallContext context);
    /// The folders alone: for what asks nothing of a platform.
    Task<Done> sweepFolders();

private:
    std::shared_ptr<TierRunner> ownRunner() const;
    std::shared_ptr<TrialGate> gateFor(const Blueprint& blueprint) const;

    QString m_home;
    QString m_person;
    SecretSource m_secrets;
    Trials* m_trials = nullptr;
    std::function<std::shared_ptr<TierRunner>()> m_makeRunner;
};

} // namespace snowmelt
