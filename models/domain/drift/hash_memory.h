// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/probe.h"

#include <QDateTime>

namespace snowmelt {

/// A file whose content was hashed, and the state it was in.
struct RememberedFile
{
    FileStamp stamp;
    qint64 size = 0;
    QByteArray sha256; ///< hex
    bool operator==(const RememberedFile&) const = default;
};

/// What the last look at a node hashed, so that the next one need not. Files of at most 64 KiB that not everybody on
/// the node may read are never in it: from a hash a short secret can be guessed.
struct HashMemory
{
    QByteArray of; ///< which node, in which of its lives, and what of it: where that differs, nothing is remembered
    HashedBefore hashed;
    QDateTime fullAt; ///< UTC, by our clock: when everything was hashed last
    QHash<QByteArray, RememberedFile> files;
    bool operator==(const HashMemory&) const = default;
};

/// What to ask the node for. Nothing, which is everything: nothing fits, or it is a week since everything was hashed.
std::optional<HashedBefore> hashedBefore(const std::optional<HashMemory>& memory, const QByteArray& of,
                                         const QDateTime& now);

/// Gives files that were not hashed this time the hash they had, where the kernel's stamp and the size are the same.
/// False when a file is neither hashed nor known, though nothing says that it changed: then all is to be hashed.
bool recall(ProbeFacts& facts, const HashMemory& memory);

/// Nothing when the next look could not build on it.
std::optional<HashMemory> hashMemoryOf(const ProbeFacts& facts, const QByteArray& of, const QDateTime& fullAt);

/// Whether that would remember the same of the same files.
bool isStillSo(const HashMemory& memory, const ProbeFacts& facts);

/// As a file: whole and unchanged, or nothing. Any bytes may be read.
QByteArray hashMemoryBytes(const HashMemory& memory);
std::optional<HashMemory> readHashMemory(const QByteArray& bytes);

} // namespace snowmelt
