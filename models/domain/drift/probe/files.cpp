// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/left_out.h"
#include "models/domain/drift/probe/frames.h"
#include "models/domain/drift/probe/piece.h"

#include <QRegularExpression>

namespace snowmelt {

namespace {

// What the next look needs to know, and whether this one may keep to what changed: the node's clock did not go back,
// its kernel is the one that ran then, and its find knows when a file changed. BusyBox's find may not. What the shell
// can read by itself it reads: a program takes longer to start than most of this.
constexpr auto momentText = R"sh(
now=$(timeout 10 date +%s)
boot=
{ read -r boot < /proc/sys/kernel/random/boot_id; } 2> /dev/null
gnu=no
! timeout 10 find / -maxdepth 0 -printf '' > /dev/null 2>&1 || gnu=yes
scope=all
if [ -n "$hashed_boot" ] && [ "$boot" = "$hashed_boot" ] && [ "$now" -ge "$hashed_at" ] &&
    { [ "$gnu" = yes ] || timeout 10 find / -maxdepth 0 -cmin -1 -perm -004 -size -129 > /dev/null 2>&1; }; then
    scope=recent
fi
printf '%s\t%s\t%s\n' "$now" "$boot" "$scope"
)sh";

// BusyBox's find prints names only. Its stat ends a record with a newline, which names may have: the nonce begins one.
// How find ended is told apart: a pipeline has the status of its last command only.
constexpr auto listText = R"sh(
if [ "$gnu" = yes ]; then
    timeout 180 find "$root" -xdev -printf '%y%m\t%U\t%G\t%s\t%D\t%C@\t%i\t%p\0%l\0'
elif have find && have stat; then
    {
        timeout 180 find "$root" -xdev -print0
        echo "$nonce=$?" >&2
    } |
        timeout 180 xargs -0 -r -n 256 stat -c "$nonce:%f	%u	%g	%s	%d	%Z	%i	%n$nonce=%N"
else
    (exit 127)
fi
)sh";

// BusyBox's sha256sum ends a name with a newline: names that have one, or a backslash, are hashed one by one. Minutes
// are what find counts in, back from its own now: three for the list that came before, and one more than a whole margin
// for what a program still wrote to while the last look went by. Small files that are not everybody's are hashed each
// time: nobody keeps their hashes (hash_memory.h).
constexpr auto hashText = R"sh(
set -- -type f
small='-size -129'
user=
{
    while read -r key _ effective _; do
        [ "$key" != Uid: ] || { user=$effective; break; }
    done < /proc/self/status
} 2> /dev/null
[ "$user" = 0 ] || small= # what cannot be read was never hashed, whatever its size: it says so again
[ "$scope" = all ] || set -- "$@" '(' -cmin "-$(((now - hashed_at) / 60 + 5))" -o ! -perm -004 $small ')'
timeout 10 sha256sum -z /dev/null > /dev/null 2>&1
how=$?
if [ "$how" -eq 124 ] || [ "$how" -eq 143 ]; then # it hangs, as BusyBox's timeout says it; so it would at every file
    (exit 124)
elif [ "$how" -eq 0 ]; then
    timeout 600 find "$root" -xdev '(' PRUNED ')' -prune -o "$@" -print0 |
        timeout 600 xargs -0 -r -n 1000 sha256sum -z --
elif have sha256sum; then
    timeout 600 find "$root" -xdev '(' PRUNED ')' -prune -o \
        "$@" '(' -path '*
*' -o -path '*\\*' ')' -exec sh -c '
            for file; do
                hash=$(sha256sum < "$file") && printf "%s  %s\0" "${hash%% *}" "$file"
            done' sh '{}' +
    timeout 600 find "$root" -xdev '(' PRUNED ')' -prune -o \
        "$@" ! -path '*
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

QString readMoment(const QByteArray& body, ProbeFacts& facts)
{
    static const QRegularExpression form(QStringLiteral("\\A(\\d{1,15})\t([0-9a-f-]{0,64})\t(all|recent)\n?\\z"));
    const auto match = form.match(QString::fromLatin1(body));
    if (!match.hasMatch())
        return nonsense();
    facts.moment = {{match.captured(1).toLongLong(), match.captured(2).toLatin1()}, match.captured(3) == u"recent"};
    return {};
}

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
    return {{"moment", DriftSection::Files, ProbePiece::OnItsOwn, momentText, readMoment, 2},
            {"files", DriftSection::Files, ProbePiece::OnItsOwn, listText, nullptr},
            {"hashes", DriftSection::Files, ProbePiece::OnItsOwn, hashShell().constData(), nullptr}};
}

} // namespace snowmelt
