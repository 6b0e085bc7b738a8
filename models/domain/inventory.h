// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>

namespace snowmelt {

struct PackageFact
{
    QString name; ///< with ":arch" only where dpkg prints it (Multi-Arch: same)
    QString version;
    QString architecture;
    bool operator==(const PackageFact&) const = default;
};

enum class FileType { File, Directory, Link, CharDevice, BlockDevice, Fifo, Socket, Unknown };

/// One path of a root filesystem. Paths are bytes: Linux promises nothing about their encoding.
struct FileFact
{
    QByteArray path; ///< absolute
    FileType type = FileType::Unknown;
    int mode = 0; ///< permission bits with setuid, setgid and sticky, 07777
    int uid = 0;
    int gid = 0;
    qint64 size = 0;
    QByteArray sha256; ///< hex, regular files only; empty: could not be read
    QByteArray target; ///< links only
    bool operator==(const FileFact&) const = default;
};

struct UserFact
{
    QString name;
    int uid = 0;
    int gid = 0;
    QString home;
    QString shell;
    bool operator==(const UserFact&) const = default;
};

struct GroupFact
{
    QString name;
    int gid = 0;
    QStringList members; ///< sorted
    bool operator==(const GroupFact&) const = default;
};

struct SocketFact
{
    QString protocol; ///< "tcp", "udp"; IPv6 is in the address
    QString address;  ///< "0.0.0.0", "[::]", "127.0.0.1"
    int port = 0;
    QString process; ///< command name, empty when not known
    bool operator==(const SocketFact&) const = default;
};

/// What an image contains, recorded when it was built.
struct Inventory
{
    ImageRef image;
    Digest digest;
    QList<PackageFact> packages;      ///< sorted by name
    QMap<QByteArray, FileFact> files; ///< by path
    QList<UserFact> users;
    QList<GroupFact> groups;
    QList<int> ports; ///< TCP ports its recipe and its parents' recipes listen on
    bool operator==(const Inventory&) const = default;
};

/// What a node was given at birth besides its image: a file the drift comparison must expect.
struct BirthFile
{
    QByteArray path;
    int mode = 0644;
    int uid = 0;
    int gid = 0;
    QByteArray sha256; ///< hex
    bool operator==(const BirthFile&) const = default;
};

struct BirthParameters
{
    QDateTime bornAt; ///< UTC
    QList<BirthFile> files;
    bool operator==(const BirthParameters&) const = default;
};

} // namespace snowmelt
