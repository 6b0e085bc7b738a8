// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QIODevice>

#include <functional>
#include <memory>

struct archive;

namespace snowmelt {

struct TarEntry
{
    QByteArray path; ///< without the leading slash
    int mode = 0644;
    int uid = 0;
    int gid = 0;
    bool folder = false;
};

/// Writes a pax tar through libarchive into a sink. The sink answers false when it can take no more.
class TarWriter
{
public:
    using Sink = std::function<bool(const char* bytes, size_t size)>;
    explicit TarWriter(Sink sink);
    ~TarWriter();

    bool add(const TarEntry& entry, const QByteArray& content = {});
    /// From the device's position to its end, which must be `size` bytes away.
    bool add(const TarEntry& entry, QIODevice& content, qint64 size);
    bool finish();

private:
    bool addHeader(const TarEntry& entry, qint64 size);

    Sink m_sink;
    ::archive* m_archive = nullptr;
};

} // namespace snowmelt
