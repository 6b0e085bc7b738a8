// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_unpacker.h"

#include "backend/image/durable_file.h"
#include "backend/image/root_writer.h"
#include "backend/image/sha256.h"

#include <QFile>

#include <archive_entry.h>

#include <cerrno>
#include <sys/stat.h>
#include <sys/xattr.h>

namespace snowmelt {

namespace {

class Unpacker
{
public:
    Unpacker(const QString& file, const QByteArray& folder, const StopFlag& stop)
        : m_in(file, {.stop = stop}), m_out(folder)
    {
    }

    Result<Done> unpack()
    {
        if (auto begun = m_out.begin(); !begun)
            return begun;
        auto entry = m_in.next();
        for (; entry && *entry; entry = m_in.next())
            if (auto placed = place(*entry); !placed)
                return placed;
        return entry ? m_out.end() : entry.as<Done>();
    }

private:
    Result<Done> place(archive_entry* entry)
    {
        const QByteArray inside(archive_entry_pathname(entry));
        const qsizetype slash = inside.lastIndexOf('/', -2);
        const QByteArray parent = inside.left(slash + 1);
        const QByteArray name = inside.mid(slash + 1);
        if (name == layer::opaqueName)
            return markOpaque(m_out.under(parent));
        if (name.startsWith(layer::whiteoutPrefix))
            return markRemoved(m_out.under(parent + name.mid(layer::whiteoutPrefix.size())));
        return m_out.place(m_in, entry, inside, QByteArray(archive_entry_hardlink(entry)));
    }

    static Result<Done> markOpaque(const QByteArray& folder)
    {
        if (::setxattr(folder.constData(), layer::opaqueAttribute, "y", 1, 0) != 0)
            return writeError(QFile::decodeName(folder), errno);
        return Done{};
    }

    static Result<Done> markRemoved(const QByteArray& path)
    {
        if (::mknod(path.constData(), S_IFCHR, 0) != 0)
            return writeError(QFile::decodeName(path), errno);
        return Done{};
    }

    TarReader m_in;
    RootWriter m_out;
};

} // namespace

Result<Done> unpackLayer(const QString& file, const Digest& digest, const QByteArray& folder, const StopFlag& stop)
{
    const auto sum = sha256OfFile(file);
    if (!sum || QString::fromLatin1(*sum) != digest.hex())
        return Error{ErrorCode::ImageCorrupt, {digest.text()}, sum ? QString() : sum.error().detail};
    return Unpacker(file, folder, stop).unpack();
}

} // namespace snowmelt
