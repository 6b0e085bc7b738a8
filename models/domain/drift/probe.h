// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"
#include "models/domain/drift/fact_sheet.h"
#include "models/domain/inventory.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace snowmelt {

/// What inventories of images hold, and a scan against the birth image asks for: Packages to Sockets.
const QSet<DriftSection>& birthSections();
/// Everything: what nodes are compared by.
const QSet<DriftSection>& allSections();

/// What the probe's script needs to know of the baseline: it lets a node that did not change answer little.
struct ProbeRequest
{
    QByteArray nonce;                          ///< fresh random hex: no file name or program output can imitate a frame
    QByteArray root = "/";                     ///< where files are looked at
    QList<PackageFact> packages;               ///< of the baseline: files of others are listed with their package
    QMap<QByteArray, QByteArray> accountFiles; ///< path → sha256 hex of the baseline's /etc/passwd and its kin
    QSet<DriftSection> sections = birthSections(); ///< which to look at
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

/// What was seen on a node. A section that was asked for and could not be read is not in `seen`, its lists mean
/// nothing, and `unseen` says why. One that was not asked for is in neither.
struct ProbeFacts
{
    QByteArray nonce;
    QSet<DriftSection> seen;
    QList<PackageFact> packages;
    QMap<QString, qint64> packageTimes; ///< name → when dpkg or rpm last touched it, seconds since 1970
    QMap<QByteArray, FileFact> files;
    QHash<QByteArray, qint64> fileTimes; ///< path → ctime by the node's clock, seconds since 1970: the kernel keeps it
    QSet<QByteArray> blindFolders;       ///< other file systems and folders that could not be opened
    QMap<QByteArray, QString> unhashed;  ///< path → why; a file without hash that is not here was too slow
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
                      const QSet<DriftSection>& sections = birthSections());

} // namespace snowmelt
