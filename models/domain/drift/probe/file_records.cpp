// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/file_records.h"

#include "models/domain/drift/left_out.h"
#include "models/domain/drift/probe/piece.h"

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

constexpr qsizetype mostFiles = 400'000;

struct FileRecord
{
    FileFact file;
    qint64 changed = 0; ///< seconds since 1970
    FileStamp stamp;
};

bool toNumber(const QByteArray& text, int base, qint64 limit, qint64* value)
{
    bool ok = false;
    *value = text.toLongLong(&ok, base);
    return ok && *value >= 0 && *value <= limit;
}

// Numbers and a path, parted by tabs; the path may have tabs of its own.
constexpr int wordsOfARecord = 8;

std::optional<QList<QByteArray>> recordWords(const QByteArray& text)
{
    QList<QByteArray> words;
    qsizetype at = 0;
    for (int i = 1; i < wordsOfARecord; ++i) {
        const qsizetype tab = text.indexOf('\t', at);
        if (tab < 0)
            return std::nullopt;
        words.append(text.mid(at, tab - at));
        at = tab + 1;
    }
    words.append(text.mid(at));
    return words;
}

// "1700000000.1234567890": the second is enough, and a clock may be years off.
qint64 secondsOf(const QByteArray& text)
{
    return wholeNumber(text.mid(0, text.indexOf('.'))).value_or(0);
}

// Type and mode, uid, gid, size, device, ctime, inode, path.
std::optional<FileRecord> recordOf(const QList<QByteArray>& words, FileType type, qint64 mode)
{
    FileRecord record;
    qint64 uid = 0;
    qint64 gid = 0;
    constexpr qint64 maxId = 0xffffffff;
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    const bool numbers = toNumber(words.at(1), 10, maxId, &uid) && toNumber(words.at(2), 10, maxId, &gid) &&
                         toNumber(words.at(3), 10, most, &record.file.size) &&
                         toNumber(words.at(4), 10, most, &record.stamp.device);
    // Some file systems count inodes beyond what is signed: any number does, as long as it is the same one again.
    bool counted = false;
    record.stamp.inode = qint64(words.at(6).toULongLong(&counted));
    record.file.path = words.at(7);
    if (!numbers || !counted || !record.file.path.startsWith('/'))
        return std::nullopt;
    record.file.type = type;
    record.file.mode = int(mode);
    record.file.uid = int(uid);
    record.file.gid = int(gid);
    record.changed = secondsOf(words.at(5));
    record.stamp.changed = words.at(5);
    return record;
}

std::optional<FileRecord> readFindRecord(const QByteArray& text, const QByteArray& target)
{
    const auto words = recordWords(text);
    qint64 mode = 0;
    if (!words || words->first().isEmpty() || !toNumber(words->first().mid(1), 8, 07777, &mode))
        return std::nullopt;
    auto record = recordOf(*words, fileType(words->first().at(0)), mode);
    if (record)
        record->file.target = target;
    return record;
}

FileType fileTypeOfMode(qint64 mode)
{
    switch (mode & 0170000) { // stat(2)
    case 0100000:
        return FileType::File;
    case 0040000:
        return FileType::Directory;
    case 0120000:
        return FileType::Link;
    case 0020000:
        return FileType::CharDevice;
    case 0060000:
        return FileType::BlockDevice;
    case 0010000:
        return FileType::Fifo;
    case 0140000:
        return FileType::Socket;
    default:
        return FileType::Unknown;
    }
}

// "41ed\t…\t/path" and, behind the mark, the path again, or "'/path' -> 'target'".
std::optional<FileRecord> readStatRecord(const QByteArray& text, const QByteArray& mark)
{
    const qsizetype end = text.indexOf(mark);
    const auto words = end < 0 ? std::nullopt : recordWords(text.left(end));
    qint64 mode = 0;
    if (!words || !toNumber(words->first(), 16, 0177777, &mode))
        return std::nullopt;
    auto record = recordOf(*words, fileTypeOfMode(mode), mode & 07777);
    if (!record || record->file.type != FileType::Link)
        return record;
    const QByteArray told = text.mid(end + mark.size());
    const QByteArray before = QByteArray("'").append(record->file.path).append("' -> '");
    if (!told.startsWith(before) || !told.endsWith('\''))
        return std::nullopt;
    record->file.target = told.mid(before.size(), told.size() - before.size() - 1);
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

namespace {

/// Takes records as they come; the first is the root's.
class FileListing
{
public:
    explicit FileListing(ProbeFacts& facts) : m_facts(facts) {}

    bool add(const std::optional<FileRecord>& record)
    {
        if (!record || m_facts.files.contains(record->file.path))
            return false;
        if (!m_rootDevice)
            m_rootDevice = record->stamp.device;
        // Only folders tell: overlay file systems give files the device of the layer they come from.
        if (record->file.type == FileType::Directory && record->stamp.device != *m_rootDevice)
            m_facts.blindFolders.insert(record->file.path);
        m_facts.files.insert(record->file.path, record->file);
        m_facts.fileTimes.insert(record->file.path, record->changed);
        if (record->file.type == FileType::File)
            m_facts.fileStamps.insert(record->file.path, record->stamp);
        return true;
    }

private:
    ProbeFacts& m_facts;
    std::optional<qint64> m_rootDevice;
};

bool readFindRecords(const QByteArray& body, FileListing& listing)
{
    for (qsizetype at = 0; at < body.size();) {
        const qsizetype middle = body.indexOf('\0', at);
        const qsizetype end = middle < 0 ? -1 : body.indexOf('\0', middle + 1);
        if (end < 0 || !listing.add(readFindRecord(body.mid(at, middle - at), body.mid(middle + 1, end - middle - 1))))
            return false;
        at = end + 1;
    }
    return true;
}

bool readStatRecords(const QByteArray& body, const QByteArray& nonce, FileListing& listing)
{
    const QByteArray begin = QByteArray(nonce).append(':');
    const QByteArray next = QByteArray("\n").append(begin);
    const QByteArray mark = QByteArray(nonce).append('=');
    for (qsizetype at = 0; at < body.size();) {
        const qsizetype found = body.indexOf(next, at);
        const qsizetype end = found < 0 ? body.size() - 1 : found; // the last newline ends the last record
        const qsizetype from = at + begin.size();
        if (!listing.add(readStatRecord(body.mid(from, end - from), mark)))
            return false;
        at = end + 1;
    }
    return true;
}

void tellBlindFolders(ProbeFacts& facts)
{
    for (const QByteArray& folder : std::as_const(facts.blindFolders)) {
        const bool known =
            std::ranges::any_of(facts.unseen, [&folder](const Unseen& unseen) { return unseen.what == folder; });
        if (!known && !leftOutRule(folder, FileType::Directory))
            facts.unseen.append({DriftSection::Files, folder, QStringLiteral("on another file system")});
    }
}

} // namespace

QString readFileList(const QByteArray& body, ProbeFacts& facts)
{
    const bool isStat = body.startsWith(QByteArray(facts.nonce).append(':'));
    const qsizetype count = isStat ? body.count(QByteArray(facts.nonce).append(':')) : body.count('\0') / 2;
    if (count > mostFiles)
        return QStringLiteral("truncated");
    FileListing listing(facts);
    const bool whole = body.endsWith(isStat ? '\n' : '\0');
    const bool read = isStat ? readStatRecords(body, facts.nonce, listing) : readFindRecords(body, listing);
    if (!whole || !read)
        return nonsense();
    tellBlindFolders(facts);
    return {};
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

namespace {

/// "find: '/srv': Permission denied", in BusyBox "find: /srv: Permission denied" and "stat: can't stat '/srv': …".
struct ToolComplaint
{
    QByteArray path;
    QString reason;
};

std::optional<ToolComplaint> toolComplaint(const QByteArray& line)
{
    const qsizetype end = line.lastIndexOf(": ");
    for (const char* prefix : {"find: ", "stat: can't stat ", "stat: ", "sha256sum: can't open ", "sha256sum: "}) {
        const qsizetype begin = qsizetype(qstrlen(prefix));
        if (!line.startsWith(prefix) || end <= begin)
            continue;
        QByteArray path = line.mid(begin, end - begin);
        if (path.size() > 2 && path.startsWith('\'') && path.endsWith('\''))
            path = unquoted(path.mid(1, path.size() - 2));
        if (path.startsWith('/'))
            return ToolComplaint{path, reasonFor(line.mid(end + 2))};
    }
    return std::nullopt;
}

} // namespace

FindComplaints readFindComplaints(const QByteArray& err, ProbeFacts& facts)
{
    FindComplaints complaints;
    const QByteArray mark = QByteArray(facts.nonce).append('=');
    for (const QByteArray& line : nonEmptyLines(err)) {
        const auto complaint = toolComplaint(line);
        if (line.startsWith(mark))
            complaints.status = wholeNumber(line.mid(mark.size()));
        else if (!complaint)
            complaints.understood = false;
        else
            complaints.any = true;
        if (!complaint || leftOutRule(complaint->path, FileType::Unknown))
            continue;
        facts.blindFolders.insert(complaint->path);
        facts.unseen.append({DriftSection::Files, complaint->path, complaint->reason});
    }
    return complaints;
}

void readHashComplaints(const QByteArray& err, ProbeFacts& facts)
{
    for (const QByteArray& line : nonEmptyLines(err)) {
        if (const auto complaint = toolComplaint(line))
            facts.unhashed.insert(complaint->path, complaint->reason);
    }
}

} // namespace snowmelt
