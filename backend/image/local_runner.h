// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/tier_runner.h"

namespace snowmelt {

/// Builds tiers on this machine.
class LocalRunner : public TierRunner
{
public:
    /// `home` is Snowmelt's data folder.
    explicit LocalRunner(QString home) : m_home(std::move(home)) {}

    QString host() const override { return {}; }
    QString folder() const override { return m_home; }
    Task<Done> canBuild(LoadedRecipe recipe, CallContext context) override;
    Task<QStringList> provide(TierPlace place, QList<LayerSource> layers, CallContext context) override;
    Task<int> run(TierPlace place, TierScript script, CallContext context) override;
    Task<PackedLayer> pack(TierPlace place, CallContext context) override;
    Task<QString> adopt(TierPlace place, Digest digest, CallContext context) override;
    Task<Done> end() override;

private:
    QString m_home;
    qint64 m_begunAt = 0; ///< of the script that ran last
};

} // namespace snowmelt
