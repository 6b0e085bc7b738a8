// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/deb_control.h"

#include "backend/image/layer_format.h"

#include <QFile>

#include <archive_entry.h>

namespace snowmelt {

namespace {

// The largest control archives of Debian 12 are near 1 MiB.
constexpr qint64 largestMember = 64 * 1024 * 1024;

Error unreadable(const QString& file, archive* in)
{
    return {ErrorCode::FileUnreadable, {file}, QString::fromLocal8Bit(archive_error_string(in))};
}

/// The first member for which `wanted` holds, whole; null bytes: there is none.
template <typename Wanted>
QByteArray member(archive* in, const Wanted& wanted)
{
    archive_entry* entry = nullptr;
    while (archive_read_next_header(in, &entry) == ARCHIVE_OK) {
        const qint64 size = archive_entry_size(entry);
        if (!wanted(QByteArray(archive_entry_pathname(entry))) || size > largestMember)
            continue;
        QByteArray bytes(size, Qt::Uninitialized);
        const la_ssize_t got = archive_read_data(in, bytes.data(), static_cast<size_t>(size));
        return got == size ? bytes : QByteArray();
    }
    return {};
}

} // namespace

Result<QByteArray> controlOf(const QString& debFile)
{
    const ArchiveReader outer(archive_read_new());
    archive_read_support_format_ar(outer.get());
    if (archive_read_open_filename(outer.get(), QFile::encodeName(debFile).constData(), 1 << 16) != ARCHIVE_OK)
        return unreadable(debFile, outer.get());
    const QByteArray packed =
        member(outer.get(), [](const QByteArray& name) { return name.startsWith("control.tar"); });
    const ArchiveReader inner(archive_read_new());
    archive_read_support_filter_all(inner.get());
    archive_read_support_format_tar(inner.get());
    const auto size = static_cast<size_t>(packed.size());
    if (archive_read_open_memory(inner.get(), packed.constData(), size) != ARCHIVE_OK)
        return unreadable(debFile, inner.get());
    const QByteArray control =
        member(inner.get(), [](const QByteArray& name) { return name == "./control" || name == "control"; });
    if (control.isEmpty())
        return unreadable(debFile, inner.get());
    return control;
}

} // namespace snowmelt
