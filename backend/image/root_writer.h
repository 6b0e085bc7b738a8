// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/tar_reader.h"

namespace snowmelt {

/// Puts members of a tar below a folder, with owner, mode, time and attributes. Blocking.
/// DiskFull, FileUnwritable; the reader's faults.
class RootWriter
{
public:
    explicit RootWriter(QByteArray folder);

    Result<Done> begin(); ///< makes the folder, which must not be there
    /// The member that `in` stands at. `inside` and `sameAs`, the earlier name of a hard link, are relative to the
    /// folder and stay in it: what has been checked before.
    Result<Done> place(TarReader& in, archive_entry* entry, const QByteArray& inside, const QByteArray& sameAs);
    Result<Done> end();

    QByteArray under(const QByteArray& inside) const { return m_folder + '/' + inside; }

private:
    Result<Done> copyData(TarReader& in);
    Error failure() const;

    QByteArray m_folder;
    ArchiveWriter m_out;
};

} // namespace snowmelt
