// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"
#include "backend/platform/podman/engine_paths.h"

#include <chrono>
#include <memory>

namespace snowmelt {

struct PodmanOptions
{
    QString home;                         ///< Snowmelt's data folder
    QString runBase = defaultRunBase();   ///< see enginePaths()
    std::chrono::seconds serviceIdle{60}; ///< the service ends after this long without a request
};

/// All capabilities over a podman service of our own, one per home. See docs/LAB.md for what it leaves on the host.
/// Lives on the backend thread and outlives every call and watch.
class PodmanPlatform : public Platform
{
    Q_OBJECT
public:
    explicit PodmanPlatform(const PodmanOptions& options, QObject* parent = nullptr);
    ~PodmanPlatform() override;

    QString kind() const override { return QStringLiteral("podman"); }
    Task<Done> open(CallContext context) override;
    Task<Headroom> headroom(CallContext context) override;

    Observe* observe() override;
    Exec* exec() override;
    Provision* provision() override;
    ImageImport* imageImport() override;
    HttpProbe* httpProbe() override;
    Possessions* possessions() override;
    Usage* usage() override;
    Inside* inside() override;

    void watch(FleetKey fleet) override;
    void unwatch(FleetKey fleet) override;

    EnginePaths paths() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace snowmelt
