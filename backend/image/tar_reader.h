// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_format.h"
#include "backend/image/layer_packer.h"

namespace snowmelt {

struct TarOptions
{
    StopFlag stop = nullptr; ///< null: it cannot be stopped
    /// Of what cannot be read, without its detail; empty: FileUnreadable {file}.
    std::optional<Error> fault = std::nullopt;
    bool compressed = false; ///< gzip, xz, zstd and bzip2 are taken too
};

/// One way through a tar, member by member. A tar that breaks off is a fault, never its end. Names are bytes: one that
/// the locale has no letters for is as good as any. Blocking.
class TarReader
{
public:
    explicit TarReader(QString file, TarOptions options = {});

    /// Null after the last member.
    Result<archive_entry*> next();
    /// The next bytes of the member it stands at, valid until the next call; empty after its last.
    Result<QByteArrayView> more();
    /// The first `limit` bytes of that member, or all there are.
    Result<QByteArray> bytes(qint64 limit);

    bool isStopped() const { return m_options.stop && *m_options.stop; }
    archive* get() const { return m_in.get(); }
    Error fault() const;
    Error fault(const QString& detail) const;

private:
    bool open();
    bool endsInZeroBlocks() const;

    QString m_file;
    TarOptions m_options;
    ArchiveReader m_in;
    bool m_opened = false;
    bool m_ended = false;
    QByteArray m_chunk;
};

} // namespace snowmelt
