// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe_files.h"

#include "models/domain/drift/left_out.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace snowmelt {

namespace {

FileType fileType(char letter)
{
    switch (letter) {
    case 'f':
        return FileType::File;
    case 'd':
        return FileType::Directory;
    case 'l':
        return FileType::Link;
    case 'c':
        return FileType::CharDevice;
    case 'b':
        return FileType::BlockDevice;
    case 'p':
        return FileType::Fifo;
    case 's':
        return FileType::Socket;
    default:
        return FileType::Unknown;
    }
}

struct Record
{
    FileFact file;
    qint64 device = 0;
};

bool toNumber(const QByteArray& text, int base, qint64 limit, qint64* value)
{
    bool ok = false;
    *value = text.toLongLong(&ok, base);
    return ok && *value >= 0 && *value <= limit;
}

std::optional<Record> readRecord(const QByteArray& text, const QByteArray& target)
{
    QList<QByteArray> words;
    qsizetype at = 0;
    for (int i = 0; i < 5; ++i) { // a path may have tabs of its own
        const qsizetype tab = text.indexOf('\t', at);
        if (tab < 0)
            return std::nullopt;
        words.append(text.mid(at, tab - at));
        at = tab + 1;
    }
    Record record;
    qint64 mode = 0;
    qint64 uid = 0;
    qint64 gid = 0;
    constexpr qint64 maxId = 0xffffffff;
    const bool numbers = toNumber(words.at(0).mid(1), 8, 07777, &mode) && toNumber(words.at(1), 10, maxId, &uid) &&
                         toNumber(words.at(2), 10, maxId, &gid) &&
                         toNumber(words.at(3), 10, std::numeric_limits<qint64>::max(), &record.file.size) &&
                         toNumber(words.at(4), 10, std::numeric_limits<qint64>::max(), &record.device);
    record.file.path = text.mid(at);
    if (!numbers || !record.file.path.startsWith('/'))
        return std::nullopt;
    record.file.type = fileType(words.at(0).at(0));
    record.file.mode = int(mode);
    record.file.uid = int(uid);
    record.file.gid = int(gid);
    record.file.target = target;
    return record;
}

QString reasonFor(const QByteArray& said)
{
    if (said == "Permission denied")
        return QStringLiteral("permissionDenied");
    if (said == "No such file or directory")
        return QStringLiteral("vanished");
    return displayText(said.left(200));
}

// GNU tools quote names in the C locale: 'a\nb' with the escapes of C.
QByteArray unquoted(const QByteArray& text)
{
    static const QByteArray letters = "abfnrtv\\'\"";
    static const QByteArray meanings = "\a\b\f\n\r\t\v\\'\"";
    QByteArray plain;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype letter = text.at(at) == '\\' && at + 1 < text.size() ? letters.indexOf(text.at(at + 1)) : -1;
        bool octal = false;
        const int code = text.at(at) == '\\' ? text.mid(at + 1, 3).toInt(&octal, 8) : 0;
        if (octal && at + 3 < text.size()) {
            plain += char(code);
            at += 3;
        } else if (letter >= 0) {
            plain += meanings.at(letter);
            ++at;
        } else {
            plain += text.at(at);
        }
    }
    return plain;
}

} // namespace

bool readFileList(const QByteArray& body, ProbeFacts& facts)
{
    if (body.isEmpty() || !body.endsWith('\0'))
        return false;
    std::optional<qint64> rootDevice;
    for (qsizetype at = 0; at < body.size();) {
        const qsizetype middle = body.indexOf('\0', at);
        const qsizetype end = middle < 0 ? -1 : body.indexOf('\0', middle + 1);
        if (end < 0)
            return false;
        const auto record = readRecord(body.mid(at, middle - at), body.mid(middle + 1, end - middle - 1));
        if (!record || facts.files.contains(record->file.path))
            return false;
        if (!rootDevice)
            rootDevice = record->device;
        // Only folders tell: overlay file systems give files the device of the layer they come from.
        if (record->file.type == FileType::Directory && record->device != *rootDevice)
            facts.blindFolders.insert(record->file.path);
        facts.files.insert(record->file.path, record->file);
        at = end + 1;
    }
    for (const QByteArray& folder : std::as_const(facts.blindFolders)) {
        const bool known =
            std::ranges::any_of(facts.unseen, [&folder](const Unseen& unseen) { return unseen.what == folder; });
        if (!known && !leftOutRule(folder, FileType::Directory))
            facts.unseen.append({DriftSection::Files, folder, QStringLiteral("on another file system")});
    }
    return true;
}

bool readHashes(const QByteArray& body, ProbeFacts& facts)
{
    constexpr qsizetype hashSize = 64;
    for (qsizetype at = 0; at < body.size();) {
        const qsizetype end = body.indexOf('\0', at);
        if (end < at + hashSize + 3)
            return false;
        const QByteArray hash = body.mid(at, hashSize);
        if (!std::ranges::all_of(hash, [](char c) { return std::isxdigit(uchar(c)); }))
            return false;
        const auto file = facts.files.find(body.mid(at + hashSize + 2, end - at - hashSize - 2));
        if (file != facts.files.end()) // else: made while we looked
            file->sha256 = hash;
        at = end + 1;
    }
    return true;
}

bool readFindComplaints(const QByteArray& err, ProbeFacts& facts)
{
    bool any = false;
    for (const QByteArray& line : err.split('\n')) {
        if (line.isEmpty())
            continue;
        const qsizetype end = line.lastIndexOf("': ");
        const QByteArray prefix = "find: '";
        if (!line.startsWith(prefix) || end < prefix.size())
            return false;
        const QByteArray path = unquoted(line.mid(prefix.size(), end - prefix.size()));
        const QString reason = reasonFor(line.mid(end + 3));
        any = true;
        if (leftOutRule(path, FileType::Unknown))
            continue;
        facts.blindFolders.insert(path);
        facts.unseen.append({DriftSection::Files, path, reason});
    }
    return any;
}

void readHashComplaints(const QByteArray& err, ProbeFacts& facts)
{
    for (const QByteArray& line : err.split('\n')) {
        const QByteArray prefix = "sha256sum: ";
        const qsizetype end = line.lastIndexOf(": ");
        if (line.startsWith(prefix) && end > prefix.size())
            facts.unhashed.insert(line.mid(prefix.size(), end - prefix.size()), reasonFor(line.mid(end + 2)));
    }
}

} // namespace snowmelt
