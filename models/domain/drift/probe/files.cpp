// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/left_out.h"
#include "models/domain/drift/probe/frames.h"
#include "models/domain/drift/probe/piece.h"

namespace snowmelt {

namespace {

// BusyBox's find prints names only. Its stat ends a record with a newline, which names may have: the nonce begins one.
// How find ended is told apart: a pipeline has the status of its last command only.
constexpr auto listText = R"sh(
if find / -maxdepth 0 -printf '' 2> /dev/null; then
    timeout 180 find "$root" -xdev -printf '%y%m\t%U\t%G\t%s\t%D\t%C@\t%p\0%l\0'
elif have find && have stat; then
    {
        timeout 180 find "$root" -xdev -print0
        echo "$nonce=$?" >&2
    } |
        timeout 180 xargs -0 -r -n 256 stat -c "$nonce:%f	%u	%g	%s	%d	%Z	%n$nonce=%N"
else
    (exit 127)
fi
)sh";

// BusyBox's sha256sum ends a name with a newline: names that have one, or a backslash, are hashed one by one.
constexpr auto hashText = R"sh(
if sha256sum -z /dev/null > /dev/null 2>&1; then
    timeout 600 find "$root" -xdev '(' PRUNED ')' -prune -o -type f -print0 |
        timeout 600 xargs -0 -r -n 256 sha256sum -z --
elif have sha256sum; then
    timeout 600 find "$root" -xdev '(' PRUNED ')' -prune -o \
        -type f '(' -path '*
*' -o -path '*\\*' ')' -exec sh -c '
            for file; do
                hash=$(sha256sum < "$file") && printf "%s  %s\0" "${hash%% *}" "$file"
            done' sh '{}' +
    timeout 600 find "$root" -xdev '(' PRUNED ')' -prune -o \
        -type f ! -path '*
*' ! -path '*\\*' -print0 |
        timeout 600 xargs -0 -r -n 256 sh -c '
            lines=$(sha256sum "$@")
            status=$?
            [ -z "$lines" ] || printf "%s\n" "$lines" | tr "\n" "\000"
            exit "$status"' sh
else
    (exit 127)
fi
)sh";

QByteArray pruned()
{
    QByteArray text;
    for (const QByteArray& folder : leftOutFolders())
        text += (text.isEmpty() ? QByteArray() : QByteArray(" -o ")) + "-path " + shellQuoted(folder);
    return text;
}

const QByteArray& hashShell()
{
    static const QByteArray shell = QByteArray(hashText).replace("PRUNED", pruned());
    return shell;
}

} // namespace

QList<ProbePiece> filePieces()
{
    return {{"files", DriftSection::Files, 0, listText, nullptr},
            {"hashes", DriftSection::Files, 0, hashShell().constData(), nullptr}};
}

} // namespace snowmelt
