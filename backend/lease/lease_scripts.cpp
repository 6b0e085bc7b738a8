// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/lease/lease_scripts.h"

#include "backend/lease/lease_book.h"

namespace snowmelt::lease {

namespace {

constexpr qint64 longestAnswer = 16 * 1024 * 1024;
const QByteArray ending = "\nend\n";

/// Few processes, because somebody waits: the shell itself reads lines. `tell` says after the lock what it took under
/// it: the book is replaced by renaming, so the open one stays as it was. `ring` never blocks: on Linux a pipe that is
/// opened both ways needs nobody at the other end. A line that lost its end on the way is no line.
const QByteArray words = R"sh(umask 077; LC_ALL=C; export LC_ALL
written=no; told=
lock() { exec 9>>lock && flock -w 10 9 || exit 5; }
unlock() { exec 9>&-; }
now() { date +%s%3N; }
ring() { [ ! -p "$1" ] || printf x 1<>"$1"; }
line() { IFS= read -r "$1" || exit 4; }
tell() {
    at=$(now); book=none
    if [ -e book ]; then exec 8<book; book=here; fi
    unlock
    printf 'snowmelt-lease %s %s\n%sbook %s\n' "$at" "$written" "$told" "$book"
    [ "$book" = none ] || cat <&8
    printf '\nend\n'
}
)sh";

const QByteArray enter = R"sh([ -d "$folder" ] || mkdir -p "$folder" || exit 3
cd "$folder" || exit 3
trap 'exit 6' HUP INT PIPE TERM
)sh";

const QByteArray looking = R"sh(if [ ! -e "$folder" ]; then
    printf 'snowmelt-lease %s no\nbook none\n\nend\n' "$(now)"
    exit 0
fi
cd "$folder" || exit 3
lock
tell
)sh";

const QByteArray exchanging = R"sh(draft=draft.$$
trap 'rm -f "$draft" "$draft.new"' EXIT
cat >"$draft" && [ "$(wc -c <"$draft")" -eq "$size" ] || exit 4
lock
seen=none
if [ -e book ]; then seen=$(sha256sum <book); fi
if [ "${seen%% *}" = "$revision" ]; then
    { now && cat "$draft"; } >"$draft.new" || exit 4
    sum=$(sha256sum <"$draft.new")
    { echo "snowmelt.leases/1 ${sum%% *}" && cat "$draft.new"; } >"$draft" || exit 4
    sync "$draft" && mv -f "$draft" book && sync . || exit 4
    written=yes
    if [ "$handOver" = yes ]; then
        for bell in bell.*; do ring "$bell"; done
        find . -mindepth 1 -maxdepth 1 -name '*.*' -mmin +2 -delete
    fi
fi
tell
)sh";

/// A new bell each time: a call whose client is gone keeps the old one and cannot hear what is meant for this.
const QByteArray awaiting = R"sh(lock
rm -f "bell.$token"
mkfifo "bell.$token" && exec 7<>"bell.$token" || exit 4
set -- ask."$token".*
if [ ! -e "$1" ]; then
    unlock
    timeout --foreground "$time" head -c1 <&7 >/dev/null
    lock
    set -- ask."$token".*
fi
for ask in "$@"; do
    if [ -e "$ask" ] && line text <"$ask"; then
        told="${told}ask ${ask##*.} $text
"
    fi
done
tell
)sh";

const QByteArray answering = R"sh(line text
lock
[ -e "ask.$token.$ask" ] || exit 0
printf '%s\n' "$text" >"answer.$ask" && rm -f "ask.$token.$ask" || exit 4
ring "bell.$ask"
)sh";

const QByteArray posting = R"sh(line text
trap 'rm -f "ask.$token.$ask" "bell.$ask" "answer.$ask"' EXIT
lock
mkfifo "bell.$ask" && exec 7<>"bell.$ask" && printf '%s\n' "$text" >"ask.$token.$ask" || exit 4
ring "bell.$token"
unlock
timeout --foreground "$time" head -c1 <&7 >/dev/null
lock
if [ -e "answer.$ask" ]; then
    line text <"answer.$ask"
    told="answer $text
"
fi
tell
)sh";

QByteArray given(const char* name, const QByteArray& value)
{
    QByteArray quoted = value;
    quoted.replace('\'', "'\\''");
    return QByteArray(name) + "='" + quoted + "'\n";
}

ExecRequest request(const QByteArray& script, const QByteArray& input = {})
{
    ExecRequest out;
    out.command = QString::fromUtf8(script);
    out.script = input;
    out.outputLimit = longestAnswer;
    return out;
}

QByteArray seconds(std::chrono::seconds time)
{
    return QByteArray::number(qint64(time.count()));
}

/// Reads an answer line by line; whatever does not fit leaves it broken.
class ViewReader
{
public:
    explicit ViewReader(const QByteArray& out) : m_out(out) {}

    std::optional<LeaseView> read()
    {
        readHead();
        while (m_whole && !m_bookRead)
            readPart();
        return m_whole ? std::optional(m_view) : std::nullopt;
    }

private:
    QByteArray line()
    {
        const qsizetype end = m_out.indexOf('\n', m_at);
        m_whole = m_whole && end >= 0;
        if (!m_whole)
            return {};
        const QByteArray text = m_out.mid(m_at, end - m_at);
        m_at = end + 1;
        return text;
    }

    void readHead()
    {
        const QByteArrayList head = line().split(' ');
        m_whole = m_whole && head.size() == 3 && head.at(0) == "snowmelt-lease" &&
                  (head.at(2) == "yes" || head.at(2) == "no");
        if (!m_whole)
            return;
        m_view.now = head.at(1).toLongLong(&m_whole);
        m_whole = m_whole && m_view.now > 0;
        m_view.written = head.at(2) == "yes";
    }

    void readPart()
    {
        const QByteArray text = line();
        const QByteArray rest = text.mid(text.indexOf(' ') + 1);
        if (text.startsWith("ask "))
            readAsk(rest);
        else if (text.startsWith("answer "))
            m_view.reply = rest;
        else if (text.startsWith("book "))
            readBook(rest);
        else
            m_whole = false;
    }

    void readAsk(const QByteArray& rest)
    {
        const QString id = QString::fromLatin1(rest.left(rest.indexOf(' ')));
        m_whole = m_whole && isLeaseToken(id);
        m_view.asks.append({id, rest.mid(id.size() + 1)});
    }

    /// Its own sum says whether it is whole.
    void readBook(const QByteArray& there)
    {
        m_bookRead = true;
        const qsizetype end = m_out.size() - ending.size();
        m_whole =
            m_whole && end >= m_at && m_out.endsWith(ending) && (there == "here" || (there == "none" && end == m_at));
        if (m_whole && there == "here")
            m_view.book = m_out.mid(m_at, end - m_at);
    }

    const QByteArray& m_out;
    qsizetype m_at = 0;
    bool m_whole = true;
    bool m_bookRead = false;
    LeaseView m_view;
};

} // namespace

ExecRequest lookRequest(const QByteArray& folder)
{
    return request(words + given("folder", folder) + looking);
}

ExecRequest exchangeRequest(const QByteArray& folder, const QByteArray& revision, const QByteArray& text, bool handOver)
{
    return request(words + given("folder", folder) + given("revision", revision) +
                       given("size", QByteArray::number(text.size())) + given("handOver", handOver ? "yes" : "no") +
                       enter + exchanging,
                   text);
}

ExecRequest awaitRequest(const QByteArray& folder, const QString& token, std::chrono::seconds time)
{
    return request(words + given("folder", folder) + given("token", token.toLatin1()) + given("time", seconds(time)) +
                   enter + awaiting);
}

ExecRequest answerRequest(const QByteArray& folder, const QString& token, const QString& ask, const QByteArray& text)
{
    return request(words + given("folder", folder) + given("token", token.toLatin1()) + given("ask", ask.toLatin1()) +
                       enter + answering,
                   text + '\n');
}

ExecRequest postRequest(const QByteArray& folder, const QString& token, const LeaseAsk& ask, std::chrono::seconds time)
{
    return request(words + given("folder", folder) + given("token", token.toLatin1()) +
                       given("ask", ask.id.toLatin1()) + given("time", seconds(time)) + enter + posting,
                   ask.text + '\n');
}

std::optional<LeaseView> parseView(const QByteArray& out)
{
    return ViewReader(out).read();
}

} // namespace snowmelt::lease
