// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_packer.h"

#include <sys/types.h>

namespace snowmelt {

/// One path as it enters a layer, wherever it is read from.
struct LayerPath
{
    FileFact fact;
    mode_t mode = 0;  ///< with the type
    dev_t device = 0; ///< of devices
    qint64 changedAt = 0;
    QByteArray capability; ///< the value of security.capability; empty: none
    QByteArray sameAs;     ///< of a further name of a file: the first one, absolute
    bool opaque = false;   ///< nothing of what lies below the directory shines through
};

/// Writes the canonical form of a layer: for the same paths in the same order the same bytes.
class LayerWriter
{
public:
    LayerWriter(const QString& file, qint64 constantTime);
    ~LayerWriter();

    Result<Done> begin();
    Result<Done> addRemoved(const QByteArray& path);
    /// What has no data. Directories, links, devices, and further names of a file.
    Result<Done> add(const LayerPath& path);
    /// A regular file; `fact.size` bytes of data follow, then endFile().
    Result<Done> beginFile(const LayerPath& path);
    Result<Done> data(const char* bytes, size_t size);
    QByteArray endFile(); ///< the hash of its data
    Result<PackedLayer> end();

private:
    struct State;
    Result<Done> marker(const QByteArray& path);
    Result<Done> header(const LayerPath& path);
    Error failure() const;

    std::unique_ptr<State> m_state;
};

} // namespace snowmelt
