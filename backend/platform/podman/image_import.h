// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"
#include "backend/platform/podman/engine.h"
#include "backend/platform/podman/layout_archive.h"

namespace snowmelt {

/// Images into the engine's store, streamed from the layout folder as an OCI archive.
class PodmanImages : public ImageImport
{
public:
    explicit PodmanImages(Engine& engine) : m_engine(engine) {}

    Task<bool> hasImage(Digest digest, CallContext context) override;
    Task<Done> importImage(QString layout, ImageRef ref, Digest digest, CallContext context) override;

private:
    Task<Done> load(LayoutImage image, int parents, CallContext context);

    Engine& m_engine;
};

} // namespace snowmelt
