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

QByteArray framed(const ProbePiece& piece)
{
    const QByteArray name = piece.frame;
    return "begin " + name + '\n' + piece.shell + "end " + name + '\n';
}

// One shell for all quick pieces, because starting two programs for each takes longer than what most of them do. When
// its time is over it says how many came to their end. What runs is its child, and is ended with it: BusyBox's timeout
// ends this shell alone.
constexpr auto sharedShell = R"sh(
count=0
trap 'kill "$running" 2> /dev/null; exit $((100 + count))' TERM
for piece; do
    begin "$piece"
    ( "piece_$piece" ) &
    running=$!
    wait "$running"
    end "$piece"
    count=$((count + 1))
done
exit 0
)sh";

// The first that has no end is the one that hangs: it is given up, those behind it get a new shell. BusyBox's timeout
// ends as its command does and knows no option for it; GNU's needs one.
constexpr auto sharedRound = R"sh(
option=--preserve-status
while [ -n "$quick" ]; do
    timeout $option 60 sh -c "$shared" sh $quick
    status=$?
    count=0
    case $status in
    1|125)
        [ -n "$option" ] || break
        option=
        continue
        ;;
    126|127) begin "${quick%% *}" ;;
    10[0-9]|11[0-9])
        count=$((status - 100))
        status=124
        ;;
    *) break ;;
    esac
    while [ "$count" -gt 0 ]; do
        quick=${quick#* }
        count=$((count - 1))
    done
    (exit "$status")
    end "${quick%% *}"
    quick=${quick#* }
done
)sh";

QByteArray sharedText(const QList<ProbePiece>& pieces, const QByteArray& nonce)
{
    if (pieces.isEmpty())
        return {};
    QByteArray shell = frameFunctions(nonce) + pieceFunctions();
    QByteArray names;
    for (const ProbePiece& piece : pieces) {
        shell += QByteArray("piece_") + piece.frame + "() {\n" + piece.shell + "}\n";
        names += QByteArray(piece.frame) + ' ';
    }
    return "shared=" + shellQuoted(shell + sharedShell) + "\nquick='" + names + '\'' + sharedRound;
}

QByteArray piecesText(const ProbeRequest& request)
{
    QList<ProbePiece> quick;
    QByteArray before;
    QByteArray behind;
    for (const ProbePiece& piece : probePieces()) {
        if (!isWanted(piece, request))
            continue;
        if (piece.limit == ProbePiece::Quick)
            quick.append(piece);
        else
            (quick.isEmpty() ? before : behind) += framed(piece);
    }
    return before + sharedText(quick, request.nonce) + behind;
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
    return script + piecesText(request) + "}\nprobe < /dev/null\nexit 0\n";
}

} // namespace snowmelt
