// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <sys/types.h>

namespace snowmelt {

/// What an artifact has, name by name, and what is wrong with it.
class ArtifactMembers
{
public:
    /// As a root names it: "./etc/passwd" and "etc/passwd/" are "etc/passwd", "./" is empty.
    static QByteArray nameOf(const QByteArray& path);

    /// `type` as in a file's mode; `first`: of a hard link what it is one of. Empty: it may stand there.
    QString add(const QByteArray& name, mode_t type, const QByteArray& first, qint64 size);
    /// Of all of them; a folder may come after what is in it, as far as a tar is concerned.
    QString fault() const;

private:
    QHash<QByteArray, mode_t> m_types;
    qint64 m_bytes = 0;
};

} // namespace snowmelt
