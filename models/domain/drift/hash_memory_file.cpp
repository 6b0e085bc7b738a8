// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/hash_memory.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <algorithm>

namespace snowmelt {

namespace {

// The mark, the SHA-256 of what follows, and what follows: packed as qCompress() does, its size before packing first.
const QByteArray fileMark = "snowmelt.hashes/1\n";
constexpr qsizetype sumSize = 32;
constexpr quint32 mostBytes = 256 * 1024 * 1024;
constexpr quint32 mostRemembered = 400'000; // no list of files is longer

QByteArray sumOf(const QByteArray& packed)
{
    return QCryptographicHash::hash(packed, QCryptographicHash::Sha256);
}

void write(QDataStream& out, const QByteArray& path, const RememberedFile& file)
{
    out << path << file.stamp.device << file.stamp.inode << file.stamp.changed << file.size
        << QByteArray::fromHex(file.sha256);
}

bool readOne(QDataStream& in, HashMemory& memory)
{
    QByteArray path;
    RememberedFile file;
    QByteArray sum;
    in >> path >> file.stamp.device >> file.stamp.inode >> file.stamp.changed >> file.size >> sum;
    file.sha256 = sum.toHex();
    memory.files.insert(path, file);
    return in.status() == QDataStream::Ok && sum.size() == sumSize;
}

std::optional<QByteArray> unpacked(const QByteArray& bytes)
{
    const QByteArray packed = bytes.mid(fileMark.size() + sumSize);
    const bool whole = bytes.startsWith(fileMark) && packed.size() > 4 &&
                       bytes.mid(fileMark.size(), sumSize) == sumOf(packed) &&
                       qFromBigEndian<quint32>(packed.constData()) <= mostBytes;
    return whole ? std::optional(qUncompress(packed)) : std::nullopt;
}

} // namespace

QByteArray hashMemoryBytes(const HashMemory& memory)
{
    QByteArray plain;
    QDataStream out(&plain, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << memory.of << memory.hashed.at << memory.hashed.boot << memory.fullAt << quint32(memory.files.size());
    for (auto file = memory.files.cbegin(); file != memory.files.cend(); ++file)
        write(out, file.key(), *file);
    constexpr int quick = 1; // hashes do not get shorter, paths and numbers do
    const QByteArray packed = qCompress(plain, quick);
    return fileMark + sumOf(packed) + packed;
}

std::optional<HashMemory> readHashMemory(const QByteArray& bytes)
{
    const auto plain = unpacked(bytes);
    if (!plain)
        return std::nullopt;
    QDataStream in(*plain);
    in.setVersion(QDataStream::Qt_6_4);
    HashMemory memory;
    quint32 count = 0;
    in >> memory.of >> memory.hashed.at >> memory.hashed.boot >> memory.fullAt >> count;
    bool understood = in.status() == QDataStream::Ok && count <= mostRemembered;
    if (understood)
        memory.files.reserve(std::min(qsizetype(count), plain->size() / sumSize));
    for (quint32 i = 0; understood && i < count; ++i)
        understood = readOne(in, memory);
    return understood && in.atEnd() ? std::optional(memory) : std::nullopt;
}

} // namespace snowmelt
