// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe.h"
#include "models/domain/drift/probe_files.h"
#include "models/domain/drift/probe_frames.h"

#include <QCryptographicHash>

#include <algorithm>
#include <optional>

namespace snowmelt {

namespace {

using Frames = QMap<QByteArray, ProbeFrame>;

/// Why a section cannot be believed; nothing when it can.
QString complaint(const Frames& out, const Frames& err, const QByteArray& name, bool truncated)
{
    const auto frame = out.constFind(name);
    if (frame == out.constEnd())
        return truncated ? QStringLiteral("truncated") : QStringLiteral("the answer has no end");
    switch (frame->status) {
    case 0:
        return {};
    case 124:
        return QStringLiteral("timedOut");
    case 126:
    case 127:
        return QStringLiteral("commandMissing");
    default:
        break;
    }
    const QByteArray said = err.value(name).body.trimmed().left(400);
    return said.isEmpty() ? u"exit status " + QString::number(frame->status) : displayText(said);
}

QList<QByteArray> lines(const QByteArray& body)
{
    QList<QByteArray> all = body.split('\n');
    all.removeIf([](const QByteArray& line) { return line.isEmpty(); });
    return all;
}

std::optional<int> number(const QByteArray& text)
{
    bool ok = false;
    const uint value = text.toUInt(&ok);
    return ok ? std::optional<int>(int(value)) : std::nullopt;
}

bool readPackages(const QByteArray& body, ProbeFacts& facts)
{
    for (const QByteArray& line : lines(body)) {
        const QList<QByteArray> words = line.split('\t');
        if (words.size() != 4 || words.at(0).size() < 2)
            return false;
        const char state = words.at(0).at(1); // what it is, not what it was asked to be
        if (state == 'n' || state == 'c')
            continue; // not installed; only configuration left
        PackageFact package{QString::fromUtf8(words.at(1)), QString::fromUtf8(words.at(2)),
                            QString::fromUtf8(words.at(3))};
        if (state != 'i')
            package.version += u" (" + QString::fromUtf8(words.at(0)).trimmed() + u')';
        facts.packages.append(package);
    }
    std::ranges::sort(facts.packages, {}, &PackageFact::name);
    return true;
}

bool readUsers(const QByteArray& body, ProbeFacts& facts)
{
    for (const QByteArray& line : lines(body)) {
        const QList<QByteArray> words = line.split(':'); // name, uid, gid, comment, home, shell
        if (words.size() != 6)
            return false;
        const auto uid = number(words.at(1));
        const auto gid = number(words.at(2));
        if (!uid || !gid)
            return false;
        facts.users.append({QString::fromUtf8(words.at(0)), *uid, *gid, QString::fromUtf8(words.at(4)),
                            QString::fromUtf8(words.at(5))});
    }
    return true;
}

bool readGroups(const QByteArray& body, ProbeFacts& facts)
{
    for (const QByteArray& line : lines(body)) {
        const QList<QByteArray> words = line.split(':'); // name, gid, members
        const auto gid = words.size() == 3 ? number(words.at(1)) : std::nullopt;
        if (!gid)
            return false;
        QStringList members = QString::fromUtf8(words.at(2)).split(u',', Qt::SkipEmptyParts);
        members.sort();
        facts.groups.append({QString::fromUtf8(words.at(0)), *gid, members});
    }
    return true;
}

// users:(("sshd",pid=1,fd=3),…)
QString processName(const QByteArray& line)
{
    const qsizetype begin = line.indexOf("users:((\"");
    const qsizetype end = begin < 0 ? -1 : line.indexOf("\",pid=", begin);
    return end < 0 ? QString() : QString::fromUtf8(line.mid(begin + 9, end - begin - 9));
}

bool readSockets(const QByteArray& body, ProbeFacts& facts)
{
    for (const QByteArray& line : lines(body)) {
        const QList<QByteArray> words = line.simplified().split(' '); // protocol state recv-q send-q local peer process
        if (words.size() < 6)
            return false;
        const QByteArray& local = words.at(4);
        const qsizetype colon = local.lastIndexOf(':');
        const auto port = colon < 0 ? std::nullopt : number(local.mid(colon + 1));
        if (!port)
            return false;
        const SocketFact socket{QString::fromUtf8(words.at(0)), QString::fromUtf8(local.left(colon)), *port,
                                processName(line)};
        if (!facts.sockets.contains(socket)) // threads that share a port are listed one by one
            facts.sockets.append(socket);
    }
    return true;
}

bool readPackageFiles(const QByteArray& body, ProbeFacts& facts)
{
    QString package;
    bool isConfiguration = false;
    for (const QByteArray& line : lines(body)) {
        if (line.startsWith("= ") || line.startsWith("- ")) {
            package = QString::fromUtf8(line.mid(2));
            isConfiguration = line.startsWith('-');
            facts.packageFiles[package];
        } else if (package.isEmpty()) {
            return false;
        } else if (line.startsWith('/')) {
            PackageFiles& files = facts.packageFiles[package];
            (isConfiguration ? files.configuration : files.paths).insert(line);
        }
    }
    return true;
}

bool readAccounts(const QByteArray& body, ProbeFacts& facts)
{
    for (const QByteArray& line : lines(body)) {
        const QList<QByteArray> words = line.split('\t');
        if (words.size() != 3 || words.at(2).size() != 64)
            return false;
        facts.accounts[words.at(0)].append({words.at(1), words.at(2)});
    }
    return true;
}

struct Section
{
    const char* name;
    DriftSection section;
    bool (*read)(const QByteArray& body, ProbeFacts& facts);
};

constexpr Section sections[] = {
    {"packages", DriftSection::Packages, readPackages},
    {"users", DriftSection::Users, readUsers},
    {"groups", DriftSection::Groups, readGroups},
    {"sockets", DriftSection::Sockets, readSockets},
};

void readSection(const Section& section, const Frames& out, const Frames& err, bool truncated, ProbeFacts& facts)
{
    QString why = complaint(out, err, section.name, truncated);
    if (why.isEmpty() && !section.read(out.value(section.name).body, facts))
        why = QStringLiteral("the answer makes no sense");
    if (why.isEmpty())
        facts.seen.insert(section.section);
    else
        facts.unseen.append({section.section, {}, why});
}

// These explain differences. Without them more is shown, never less: not having them hides nothing.
void readExplanations(const Frames& out, ProbeFacts& facts)
{
    const auto whole = [&out](const char* name) { return out.contains(name) && out.value(name).status == 0; };
    if (!whole("newpackages") || !readPackageFiles(out.value("newpackages").body, facts))
        facts.packageFiles.clear();
    if (!whole("accounts") || !readAccounts(out.value("accounts").body, facts))
        facts.accounts.clear();
}

void readFiles(const Frames& out, const Frames& err, bool truncated, ProbeFacts& facts)
{
    const QByteArray said = err.value("files").body;
    QString why = complaint(out, err, "files", truncated);
    const bool partial = out.value("files").status == 1 && readFindComplaints(said, facts);
    if (partial)
        why.clear();
    if (why.isEmpty() && !readFileList(out.value("files").body, facts))
        why = QStringLiteral("the answer makes no sense");
    if (!why.isEmpty()) {
        facts.files.clear();
        facts.unseen.append({DriftSection::Files, {}, why});
        return;
    }
    facts.seen.insert(DriftSection::Files);
    readHashComplaints(err.value("hashes").body, facts);
    const QString slow = complaint(out, err, "hashes", truncated);
    const int status = out.value("hashes").status;
    const bool someFailed = status == 123; // xargs: some files could not be read; each is told
    if ((!slow.isEmpty() && !someFailed) || !readHashes(out.value("hashes").body, facts))
        facts.unseen.append(
            {DriftSection::Files, {}, slow.isEmpty() ? QStringLiteral("the answer makes no sense") : slow});
}

} // namespace

ProbeFacts parseProbe(const QByteArray& out, const QByteArray& err, bool truncated, const QByteArray& nonce)
{
    const Frames outFrames = readFrames(out, nonce);
    const Frames errFrames = readFrames(err, nonce);
    ProbeFacts facts;
    facts.nonce = nonce;
    for (const Section& section : sections)
        readSection(section, outFrames, errFrames, truncated, facts);
    readExplanations(outFrames, facts);
    readFiles(outFrames, errFrames, truncated, facts);
    return facts;
}

QList<AccountLine> accountLines(const QByteArray& content, const QByteArray& nonce)
{
    QList<AccountLine> result;
    QList<QByteArray> all = content.split('\n');
    if (all.last().isEmpty())
        all.removeLast();
    for (const QByteArray& line : std::as_const(all)) {
        const QByteArray salted = nonce + '\n' + line;
        const QByteArray digest = QCryptographicHash::hash(salted, QCryptographicHash::Sha256).toHex();
        result.append({line.left(qMax<qsizetype>(line.indexOf(':'), 0)), digest});
    }
    return result;
}

} // namespace snowmelt
