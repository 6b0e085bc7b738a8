// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"
#include "models/domain/drift/fact_sheet.h"
#include "models/domain/inventory.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <optional>

namespace snowmelt {

/// What inventories of images hold, and a scan against the birth image asks for: Packages to Sockets.
const QSet<DriftSection>& birthSections();
/// Everything: what nodes are compared by.
const QSet<DriftSection>& allSections();

/// When a node's files were hashed before, in the node's own words.
struct HashedBefore
{
    qint64 at = 0;   ///< the node's clock, seconds since 1970, before the first file was hashed
    QByteArray boot; ///< boot_id of its kernel
    bool operator==(const HashedBefore&) const = default;
};

/// What the probe's script needs to know of the baseline: it lets a node that did not change answer little.
struct ProbeRequest
{
    QByteArray nonce;                          ///< fresh random hex: no file name or program output can imitate a frame
    QByteArray root = "/";                     ///< where files are looked at
    QList<PackageFact> packages;               ///< of the baseline: files of others are listed with their package
    QMap<QByteArray, QByteArray> accountFiles; ///< path → sha256 hex of the baseline's /etc/passwd and its kin
    QSet<DriftSection> sections = birthSections(); ///< which to look at
    std::optional<HashedBefore> hashed{};          ///< what has not changed since is not hashed; nothing: all is
    QByteArray salt{}; ///< tells secrets of its answer apart, alike for all who use it; empty: of this program's run
};

/// The files whose lines are a user's or a group's: passwd, shadow, group, gshadow, subuid, subgid.
const QList<QByteArray>& accountFilePaths();

/// 32 hex digits.
QByteArray makeNonce();

/// A read-only POSIX shell script for "sh -s". Everything runs under LC_ALL=C, a fixed PATH, low priority and timeouts.
/// Its pieces, with the parser of each, are in models/domain/drift/probe/.
QByteArray probeScript(const ProbeRequest& request);

/// The files a package brought, as dpkg lists them on the node.
struct PackageFiles
{
    QSet<QByteArray> paths;
    QSet<QByteArray> configuration; ///< those of the paths that are conffiles
    bool operator==(const PackageFiles&) const = default;
};

/// One line of an account file. Its text never leaves the node: shadow has password hashes.
struct AccountLine
{
    QByteArray name;
    QByteArray digest; ///< sha256 hex of nonce, newline and the line
    bool operator==(const AccountLine&) const = default;
};
QList<AccountLine> accountLines(const QByteArray& content, const QByteArray& nonce);

/// What tells one content of a file from another without reading it: the kernel gives a file a new ctime whenever its
/// content or anything else of it changes.
struct FileStamp
{
    qint64 device = 0;
    qint64 inode = 0;
    QByteArray changed; ///< ctime as the node's tools print it: "1700000000.1234567890", or whole seconds
    bool operator==(const FileStamp&) const = default;
};

/// How a look at a node's files began.
struct ProbeMoment
{
    HashedBefore now;    ///< what the next request may say
    bool recent = false; ///< only what changed since the request's HashedBefore was hashed
    bool operator==(const ProbeMoment&) const = default;
};

/// What was seen on a node. A section that was asked for and could not be read is not in `seen`, its lists mean
/// nothing, and `unseen` says why. One that was not asked for is in neither.
struct ProbeFacts
{
    QByteArray nonce;
    QByteArray salt{}; ///< ProbeRequest::salt
    QSet<DriftSection> seen;
    QList<PackageFact> packages;
    QMap<QString, qint64> packageTimes; ///< name → when dpkg or rpm last touched it, seconds since 1970
    QMap<QByteArray, FileFact> files;
    QHash<QByteArray, qint64> fileTimes; ///< path → ctime by the node's clock, seconds since 1970: the kernel keeps it
    QHash<QByteArray, FileStamp> fileStamps; ///< path → of each file that is there
    std::optional<ProbeMoment> moment;       ///< nothing: the node did not tell one
    bool hashedAll = false;                  ///< hashing came to its end: what was to be hashed and could be, is
    QSet<QByteArray> blindFolders;           ///< other file systems and folders that could not be opened
    QMap<QByteArray, QString> unhashed;      ///< path → why; a file without hash that is not here was too slow
    QList<UserFact> users;
    QList<GroupFact> groups;
    QList<SocketFact> sockets;
    bool processesAreNamed = false;                ///< root looked: a socket without a program has none
    QMap<QString, PackageFiles> packageFiles;      ///< of packages the baseline does not have in this version
    QMap<QByteArray, QList<AccountLine>> accounts; ///< of account files whose hash is not the baseline's
    QMap<DriftSection, FactTable> tables;          ///< of the sections that inventories do not hold
    QList<Unseen> unseen;
};

/// Pure. Whatever the bytes are, a section of `sections` without its whole frame is not in `seen` and is in `unseen`.
ProbeFacts parseProbe(const QByteArray& out, const QByteArray& err, bool truncated, const QByteArray& nonce,
                      const QSet<DriftSection>& sections = birthSections(), const QByteArray& salt = {});

} // namespace snowmelt
