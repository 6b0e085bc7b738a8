// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/frames.h"
#include "models/domain/drift/probe/piece.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <array>

namespace snowmelt {

namespace {

// Names and versions as Debian policy allows them; anything else has no place in a script.
bool isPlain(const QString& text)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9.+:~_-]{1,200}\\z"));
    return plain.match(text).hasMatch();
}

QByteArray knownPackages(const QList<PackageFact>& packages)
{
    QByteArray lines = "\n";
    for (const PackageFact& package : packages) {
        if (isPlain(package.name) && isPlain(package.version))
            lines += package.name.toLatin1() + ' ' + package.version.toLatin1() + '\n';
    }
    return lines;
}

QByteArray knownAccountFiles(const QMap<QByteArray, QByteArray>& files)
{
    QByteArray words = " ";
    for (auto file = files.cbegin(); file != files.cend(); ++file)
        words += file.key() + ':' + file.value() + ' ';
    return words;
}

QByteArray variables(const ProbeRequest& request)
{
    QByteArray text = "LC_ALL=C\nPATH=/usr/sbin:/usr/bin:/sbin:/bin\n";
    text += "nonce=" + request.nonce + '\n';
    text += "root=" + shellQuoted(request.root) + '\n';
    text += "packages=" + shellQuoted(knownPackages(request.packages)) + '\n';
    text += "accounts=" + shellQuoted(knownAccountFiles(request.accountFiles)) + '\n';
    const HashedBefore hashed = request.hashed.value_or(HashedBefore{});
    text += "hashed_at=" + QByteArray::number(hashed.at) + '\n';
    text += "hashed_boot=" + shellQuoted(hashed.boot) + '\n';
    text += "account_files=" + shellQuoted(accountFilePaths().join(' ')) + '\n';
    return text + "export LC_ALL PATH nonce accounts account_files\n";
}

// Without a baseline nothing is to be explained.
bool isWanted(const ProbePiece& piece, const ProbeRequest& request)
{
    const QByteArray frame = piece.frame;
    const bool hasBaseline = !request.packages.isEmpty() || !request.accountFiles.isEmpty();
    const bool explains = frame == "newpackages" || frame == "accounts";
    return request.sections.contains(piece.section) && (hasBaseline || !explains);
}

QByteArray pieceText(const ProbePiece& piece)
{
    const QByteArray name = piece.frame;
    QByteArray shell = piece.shell;
    if (piece.seconds > 0) {
        const QByteArray own = pieceFunctions() + shell;
        shell = "timeout " + QByteArray::number(piece.seconds) + " sh -c " + shellQuoted(own) + '\n';
    }
    return "begin " + name + '\n' + shell + "end " + name + '\n';
}

} // namespace

QByteArray makeNonce()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words).toHex();
}

// The whole is a function, so that nothing runs before all of it has arrived, and nothing reads the rest of it as
// input.
QByteArray probeScript(const ProbeRequest& request)
{
    QByteArray script = frameFunctions(request.nonce) + variables(request) + pieceFunctions();
    script += "probe() {\n"
              "timeout 10 renice -n 10 $$ > /dev/null 2>&1\n"
              "timeout 10 ionice -c 3 -p $$ > /dev/null 2>&1\n";
    for (const ProbePiece& piece : probePieces()) {
        if (isWanted(piece, request))
            script += pieceText(piece);
    }
    return script + "}\nprobe < /dev/null\nexit 0\n";
}

} // namespace snowmelt
