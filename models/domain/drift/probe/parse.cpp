// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/file_records.h"
#include "models/domain/drift/probe/frames.h"
#include "models/domain/drift/probe/piece.h"
#include "models/domain/drift/withheld_text.h"

namespace snowmelt {

namespace {

/// Both outputs of the script, by the names of their frames.
struct Answer
{
    QMap<QByteArray, ProbeFrame> out;
    QMap<QByteArray, ProbeFrame> err;
    bool truncated = false;
};

/// What the tools of a frame said on stderr, as it may be told.
QString toldError(const Answer& answer, const QByteArray& name)
{
    constexpr qsizetype longest = 400;
    const QByteArray said = answer.err.value(name).body.trimmed();
    const QString text = QString::fromUtf8(said);
    const QString told = messageWithoutSecrets(text);
    return displayText((told == text ? said : told.toUtf8()).left(longest));
}

/// Why a section cannot be believed; nothing when it can.
QString complaint(const Answer& answer, const QByteArray& name)
{
    const auto frame = answer.out.constFind(name);
    if (frame == answer.out.constEnd())
        return answer.truncated ? QStringLiteral("truncated") : QStringLiteral("the answer has no end");
    switch (frame->status) {
    case 0:
        return {};
    case 124:
    case 137:
    case 143: // BusyBox's timeout tells the signal it sent
        return QStringLiteral("timedOut");
    case 126:
    case 127:
        return QStringLiteral("commandMissing");
    default:
        break;
    }
    const QString said = toldError(answer, name);
    return said.isEmpty() ? u"exit status " + QString::number(frame->status) : said;
}

bool isTable(DriftSection section)
{
    return !birthSections().contains(section);
}

bool isTooLong(const QByteArray& body, int lines)
{
    constexpr qsizetype bytesOfALine = 512;
    return body.size() > lines * bytesOfALine || body.count('\n') > lines;
}

// What is told line by line is whole or not seen: the lines of a file that was closed to us would be called missing.
QString whyUnseen(const ProbePiece& piece, const Answer& answer, ProbeFacts& facts)
{
    const QByteArray body = answer.out.value(piece.frame).body;
    if (isTable(piece.section) && answer.err.value(piece.frame).body.contains("Permission denied"))
        return QStringLiteral("permissionDenied");
    const QString why = complaint(answer, piece.frame);
    if (!why.isEmpty())
        return why;
    return isTooLong(body, piece.lines) ? QStringLiteral("truncated") : piece.read(body, facts);
}

void readSection(const ProbePiece& piece, const Answer& answer, ProbeFacts& facts)
{
    const qsizetype told = facts.unseen.size();
    const QString why = whyUnseen(piece, answer, facts);
    if (why.isEmpty()) {
        facts.seen.insert(piece.section);
        return;
    }
    facts.tables.remove(piece.section);
    facts.unseen.resize(told);
    facts.unseen.append({piece.section, {}, why});
}

// These explain differences. Without them more is shown, never less: not having them hides nothing.
bool readExplanation(const ProbePiece& piece, const Answer& answer, ProbeFacts& facts)
{
    const QByteArray frame = piece.frame;
    const bool explains = frame == "newpackages" || frame == "accounts" || frame == "who" || frame == "moment";
    const bool understood = explains && whyUnseen(piece, answer, facts).isEmpty();
    if (frame == "newpackages" && !understood)
        facts.packageFiles.clear();
    if (frame == "accounts" && !understood)
        facts.accounts.clear();
    return explains;
}

// find ends with 1 when it could not open a folder, xargs with 123 when a file had gone meanwhile: each is told.
QString whyFilesUnseen(const Answer& answer, ProbeFacts& facts)
{
    const ProbeFrame list = answer.out.value("files");
    const QString why = complaint(answer, "files");
    const FindComplaints complaints = readFindComplaints(answer.err.value("files").body, facts);
    const bool partial = (list.status == 1 || list.status == 123) && complaints.any;
    if ((!why.isEmpty() && !partial) || !complaints.understood)
        return why.isEmpty() ? toldError(answer, "files") : why;
    const bool piped = list.body.startsWith(QByteArray(facts.nonce).append(':'));
    if (piped && complaints.status.value_or(-1) != 0 && complaints.status.value_or(-1) != 1)
        return complaints.status ? QStringLiteral("timedOut") : QStringLiteral("the answer has no end");
    return readFileList(list.body, facts);
}

void readFiles(const Answer& answer, ProbeFacts& facts)
{
    const QString why = whyFilesUnseen(answer, facts);
    if (!why.isEmpty()) {
        facts.files.clear();
        facts.fileTimes.clear();
        facts.fileStamps.clear();
        facts.unseen.removeIf([](const Unseen& unseen) { return unseen.section == DriftSection::Files; });
        facts.unseen.append({DriftSection::Files, {}, why});
        return;
    }
    facts.seen.insert(DriftSection::Files);
    readHashComplaints(answer.err.value("hashes").body, facts);
    const QString slow = complaint(answer, "hashes");
    const ProbeFrame hashes = answer.out.value("hashes");
    const bool someFailed = hashes.status == 123; // xargs: some files could not be read; each is told
    facts.hashedAll = (slow.isEmpty() || someFailed) && readHashes(hashes.body, facts);
    if (!facts.hashedAll)
        facts.unseen.append({DriftSection::Files, {}, slow.isEmpty() ? nonsense() : slow});
}

} // namespace

ProbeFacts parseProbe(const QByteArray& out, const QByteArray& err, bool truncated, const QByteArray& nonce,
                      const QSet<DriftSection>& sections, const QByteArray& salt)
{
    const Answer answer{readFrames(out, nonce), readFrames(err, nonce), truncated};
    ProbeFacts facts;
    facts.nonce = nonce;
    facts.salt = salt;
    for (const ProbePiece& piece : probePieces()) {
        const bool wanted = sections.contains(piece.section) && piece.read;
        if (wanted && !readExplanation(piece, answer, facts))
            readSection(piece, answer, facts);
    }
    if (sections.contains(DriftSection::Files))
        readFiles(answer, facts);
    return facts;
}

} // namespace snowmelt
