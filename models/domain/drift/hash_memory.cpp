// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/hash_memory.h"

#include "models/domain/drift/left_out.h"

namespace snowmelt {

namespace {

constexpr int fullEveryDays = 7;
constexpr qint64 sureSeconds = 30; // half of the margin the script keeps; files.cpp

// The script hashes these each time; files.cpp.
bool isPrivate(const FileFact& file)
{
    constexpr int readableByAll = 0004;
    constexpr qint64 guessable = 64 * 1024;
    return (file.mode & readableByAll) == 0 && file.size <= guessable;
}

bool isKnown(const FileFact& file, const FileStamp& stamp, const RememberedFile& known)
{
    return known.stamp == stamp && known.size == file.size;
}

bool isRemembered(const FileFact& file)
{
    return !file.sha256.isEmpty() && !isPrivate(file);
}

/// What the node was asked to hash and did not: it says why, or the file went away meanwhile.
bool wasAskedFor(const FileFact& file, const ProbeFacts& facts, const HashMemory& memory)
{
    return isPrivate(file) || facts.unhashed.contains(file.path) ||
           facts.fileTimes.value(file.path) >= memory.hashed.at - sureSeconds;
}

} // namespace

std::optional<HashedBefore> hashedBefore(const std::optional<HashMemory>& memory, const QByteArray& of,
                                         const QDateTime& now)
{
    const bool fits = memory && memory->of == of && !memory->hashed.boot.isEmpty();
    const bool fresh = fits && memory->fullAt <= now && memory->fullAt.addDays(fullEveryDays) > now;
    return fresh ? std::optional(memory->hashed) : std::nullopt;
}

bool recall(ProbeFacts& facts, const HashMemory& memory)
{
    for (FileFact& file : facts.files) {
        if (file.type != FileType::File || !file.sha256.isEmpty() || wasAskedFor(file, facts, memory))
            continue;
        const auto known = memory.files.constFind(file.path);
        if (known != memory.files.constEnd() && isKnown(file, facts.fileStamps.value(file.path), *known))
            file.sha256 = known->sha256;
        else if (!leftOutRule(file.path, FileType::File))
            return false;
    }
    return true;
}

std::optional<HashMemory> hashMemoryOf(const ProbeFacts& facts, const QByteArray& of, const QDateTime& fullAt)
{
    if (!facts.moment || facts.moment->now.boot.isEmpty() || !facts.hashedAll)
        return std::nullopt;
    HashMemory memory{of, facts.moment->now, fullAt, {}};
    memory.files.reserve(facts.files.size());
    for (const FileFact& file : facts.files) {
        if (isRemembered(file))
            memory.files.insert(file.path, {facts.fileStamps.value(file.path), file.size, file.sha256});
    }
    return memory;
}

bool isStillSo(const HashMemory& memory, const ProbeFacts& facts)
{
    qsizetype same = 0;
    for (const FileFact& file : facts.files) {
        if (!isRemembered(file))
            continue;
        const auto known = memory.files.constFind(file.path);
        const bool asKnown = known != memory.files.constEnd() && known->sha256 == file.sha256 &&
                             isKnown(file, facts.fileStamps.value(file.path), *known);
        if (!asKnown)
            return false;
        ++same;
    }
    return same == memory.files.size();
}

} // namespace snowmelt
