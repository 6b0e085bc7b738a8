// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/trial/image_trial.h"

namespace snowmelt {

/// The trials of all builds of one home.
class ImageTrials : public Trials
{
public:
    using Platforms = std::function<Platform*(const QString& kind)>;

    ImageTrials(QString home, Platforms platforms, TrialTiming timing = {});

    /// On the blueprint's platform; where that boots no images, on this machine's podman.
    std::shared_ptr<TrialGate> gateFor(const Blueprint& blueprint) override;
    Task<Done> sweep(CallContext context) override;

private:
    Task<Done> sweepOne(QString file, CallContext context);

    QString m_home;
    Platforms m_platforms;
    TrialTiming m_timing;
};

} // namespace snowmelt
