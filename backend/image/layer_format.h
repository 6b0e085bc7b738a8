// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/inventory.h"
#include "models/domain/result.h"

#include <QByteArray>

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <optional>
#include <sys/types.h>

namespace snowmelt {

/// How layers spell what overlay mounts spell otherwise (OCI image-spec, layer.md, "Whiteouts").
namespace layer {
inline const QByteArray whiteoutPrefix = QByteArrayLiteral(".wh.");
inline const QByteArray opaqueName = QByteArrayLiteral(".wh..wh..opq");
inline constexpr const char* opaqueAttribute = "trusted.overlay.opaque";
inline constexpr const char* capabilityAttribute = "security.capability";

FileType typeOf(mode_t mode); ///< of st_mode
} // namespace layer

struct FreeArchiveReader
{
    void operator()(archive* a) const { archive_read_free(a); }
};
struct FreeArchiveWriter
{
    void operator()(archive* a) const { archive_write_free(a); }
};
struct FreeArchiveEntry
{
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
using ArchiveReader = std::unique_ptr<archive, FreeArchiveReader>;
using ArchiveWriter = std::unique_ptr<archive, FreeArchiveWriter>;
using OwnedEntry = std::unique_ptr<archive_entry, FreeArchiveEntry>;

/// What went wrong when `out` wrote to `path`: DiskFull, FileUnwritable.
Error archiveWriteError(const QString& path, archive* out);

} // namespace snowmelt
