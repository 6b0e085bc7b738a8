// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/image_builder.h"
#include "models/domain/blueprint/recipe.h"

#include <memory>

namespace snowmelt {

/// A tier that was built and is no version yet.
struct TrialCandidate
{
    ImageRecord record;
    QList<Recipe> chain; ///< the OS tier's first, its own last
    QString layout;      ///< an OCI image layout folder that holds it, with the layers of all its tiers
};

/// What a trial that went well measured.
struct Tried
{
    bool booted = true; ///< false: nothing is said of what such an image does, so there was nothing to try
    qint64 serveMs = 0;
    QList<TestRun> tests;
};

/// What every tier that was built passes before it becomes a version. One object for one build.
class TrialGate
{
public:
    virtual ~TrialGate() = default;

    /// Before the first tier is built: whether there is a platform to boot it on.
    virtual Task<Done> open(CallContext context) = 0;
    /// `work` is the build's folder. ImageNeverServed, ImageTestFailed (with a fourth argument
    /// "ended": the third is what ended while the test ran): it must not become a version.
    virtual Task<Tried> tryOut(QString work, TrialCandidate candidate, ImageBuilder::Emit emit,
                               CallContext context) = 0;
    /// At the end of the build, in any case and before `work` goes: removes what trials made. Of the images they
    /// brought to the platform those stay that became versions.
    virtual Task<Done> settle(bool committed) = 0;
};

/// Who tries images out. Outlives every build.
class Trials
{
public:
    virtual ~Trials() = default;
    virtual std::shared_ptr<TrialGate> gateFor(const Blueprint& blueprint) = 0;
    /// Removes what trials of a Snowmelt that was killed left on their platforms.
    virtual Task<Done> sweep(CallContext context) = 0;
};

} // namespace snowmelt
