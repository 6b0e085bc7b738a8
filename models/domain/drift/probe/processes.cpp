// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/piece.h"

#include "models/domain/drift/left_out.h"

#include <QRegularExpression>

#include <algorithm>

namespace snowmelt {

namespace {

// The kernel lets nobody see what a process runs who may not trace it: in a container without CAP_SYS_PTRACE not even
// root those of other users. Their names, and whether they have memory of their own, everybody may read: the kernel's
// processes have none, and no program. Where those of others are not even listed (hidepid) nothing can be said.
// Processes end while they are listed: that ls says so is no failure.
constexpr auto programsText = R"sh(
list_programs() {
    [ -d /proc/1 ] || echo '/proc/1: Permission denied' >&2
    set --
    for process in /proc/[0-9]*; do
        [ -e "$process/exe" ] || set -- "$@" "$process/status"
    done
    [ $# -eq 0 ] || grep -sl '^VmSize:' "$@" | while read -r status; do
        process=${status%/status}
        { read -r name < "$process/comm"; } 2> /dev/null || continue
        printf 'process\t%s\t%s\n' "${process#/proc/}" "$name"
    done
    ls -l /proc/[0-9]*/exe 2> /dev/null
    status=$?
    [ "$status" -le 2 ] || exit "$status"
}
)sh";

// Only programs that nobody but root can change are asked for their version: what root runs must be root's.
constexpr auto runtimesText = R"sh(
need find grep head ls timeout
for home in /usr/lib/jvm/* /opt/*; do
    [ -f "$home/release" ] && [ ! -L "$home" ] || continue
    while read -r said; do
        case $said in JAVA_VERSION=*) printf 'java\t%s\t%s\n' "$home" "$said" ;; esac
    done < "$home/release"
done
line='
'
set --
for folder in /usr/bin /usr/local/bin /usr/sbin /usr/local/sbin; do
    [ -L "$folder" ] || [ ! -d "$folder" ] || set -- "$@" "$folder"
done
files=$(find "$@" -maxdepth 1 '(' -name 'python[23]*' -o -name node -o -name nodejs -o -name 'ruby*' -o -name 'php*' ')' \
    -type f -print)
IFS=$line
loose=$line$(find "$@" $files -prune '(' ! -user 0 -o -perm -020 -o -perm -002 ')' -print)$line
unset IFS
printf '%s\n' "$files" | while IFS= read -r file; do
    [ -x "$file" ] || continue
    case ${file##*/} in
    php-fpm*) how= ;;
    *[!a-z0-9.]*|python*[!0-9.]) continue ;;
    python*) how=-V ;; # Python 2 says it on stderr
    node|nodejs|ruby|ruby[0-9]*|php|php[0-9]*) how=-v ;;
    *) continue ;;
    esac
    case $loose in *"$line$file$line"*|*"$line${file%/*}$line"*)
        printf 'program\t%s\t%s\n' "$file" 'not asked'
        continue
        ;;
    esac
    version=-
    [ -z "$how" ] || version=$(timeout 20 "$file" "$how" 2> /dev/null < /dev/null | head -n 1)
    [ "$how" != -V ] || [ -n "$version" ] || version=$(timeout 20 "$file" -V 2>&1 < /dev/null | head -n 1)
    printf 'program\t%s\t%s\n' "$file" "$version"
done
echo processes
list_programs
exit 0
)sh";

constexpr auto staleText = R"sh(
need grep ls
list_programs
grep -H 'r-xp .*[.]so[^/]* (deleted)$' /proc/[0-9]*/maps 2>&1
status=$?
[ "$status" -le 2 ] || exit "$status"
exit 0
)sh";

/// A program that runs.
struct RunningProgram
{
    QByteArray pid;
    QByteArray path;
    bool deleted = false;
};

// "lrwxrwxrwx 1 root root 0 Jan 1 00:00 /proc/12/exe -> /usr/sbin/sshd (deleted)"
std::optional<RunningProgram> runningProgram(const QByteArray& line)
{
    const qsizetype begin = line.indexOf(" /proc/");
    const qsizetype end = line.indexOf("/exe -> ", begin);
    if (!line.startsWith('l') || begin < 0 || end < 0)
        return std::nullopt;
    RunningProgram program{line.mid(begin + 7, end - begin - 7), line.mid(end + 8), false};
    program.deleted = program.path.endsWith(" (deleted)");
    if (program.deleted)
        program.path.chop(10);
    return program;
}

/// The processes of others: what could not be looked at, and its names.
struct ClosedPrograms
{
    QHash<QByteArray, QByteArray> names; ///< by process: those that may be closed, as they call themselves
    QSet<QByteArray> closed;             ///< names
    bool isEmpty() const { return closed.isEmpty(); }
    void close(const QByteArray& pid)
    {
        if (const auto name = names.constFind(pid); name != names.constEnd())
            closed.insert(name->isEmpty() ? pid : *name);
    }
};

// "process	12	nginx"; the name may have tabs of its own.
bool readName(const QByteArray& line, ClosedPrograms& programs)
{
    const QByteArray mark = "process\t";
    const qsizetype pidEnd = line.indexOf('\t', mark.size());
    if (!line.startsWith(mark) || pidEnd < 0)
        return false;
    programs.names.insert(line.mid(mark.size(), pidEnd - mark.size()), line.mid(pidEnd + 1));
    return true;
}

// "lrwxrwxrwx 1 root root 0 Jan 1 00:00 /proc/12/exe", without what it leads to; "grep: /proc/12/maps: Permission
// denied".
void readClosed(const QByteArray& line, ClosedPrograms& programs)
{
    const qsizetype pidAt = line.indexOf("/proc/") + 6;
    const bool noProgram = line.startsWith('l') && line.endsWith("/exe");
    const bool noMaps = line.startsWith("grep: ") && line.endsWith("/maps: Permission denied");
    if (pidAt > 6 && (noProgram || noMaps))
        programs.close(line.mid(pidAt, line.indexOf('/', pidAt) - pidAt));
}

// They may run anything, listed or not: with the section in doubt nothing of it is called missing.
void tellClosed(DriftSection section, const ClosedPrograms& programs, ProbeFacts& facts)
{
    if (programs.isEmpty())
        return;
    QList<QByteArray> names(programs.closed.cbegin(), programs.closed.cend());
    std::ranges::sort(names);
    for (const QByteArray& name : std::as_const(names))
        facts.unseen.append({section, name, QStringLiteral("permissionDenied")});
    facts.unseen.append({section, {}, QStringLiteral("not all programs")});
}

QByteArray lastPart(const QByteArray& path)
{
    return path.mid(path.lastIndexOf('/') + 1);
}

QString runtimeOf(const QByteArray& path)
{
    static const QRegularExpression form(QStringLiteral("\\A(?:(java)|(python)[0-9.]*|(node)(?:js)?|(ruby)[0-9.]*|"
                                                        "(php)(?:-fpm|-cgi)?[0-9.]*)\\z"));
    const QStringList found = form.match(QString::fromLatin1(lastPart(path))).capturedTexts().mid(1);
    return found.join(QString()); // only one of them is not empty
}

QString versionIn(const QByteArray& text)
{
    static const QRegularExpression form(QStringLiteral("[0-9]+(?:\\.[0-9]+)+[A-Za-z0-9.+_-]*"));
    return form.match(QString::fromLatin1(text.left(200))).captured();
}

FactRow runtimeRow(const QString& runtime, const QString& version)
{
    FactRow row;
    row.fields.insert(QStringLiteral("runtime"), runtime);
    if (!version.isEmpty())
        row.fields.insert(QStringLiteral("version"), version);
    row.fields.insert(QStringLiteral("running"), QStringLiteral("no"));
    return row;
}

// A program runs a runtime that was listed, or one that nobody installed where we look.
void noteRunning(const QByteArray& path, ProbeFacts& facts)
{
    FactTable& table = facts.tables[DriftSection::Runtimes];
    for (auto row = table.begin(); row != table.end(); ++row) {
        const bool isHome = row->fields.value(QStringLiteral("runtime")) == u"java";
        if (path == row.key() || (isHome && path.startsWith(QByteArray(row.key()).append('/')))) {
            row->fields.insert(QStringLiteral("running"), QStringLiteral("yes"));
            return;
        }
    }
    const QString runtime = runtimeOf(path);
    const bool known = std::ranges::any_of(facts.unseen, [&path](const Unseen& unseen) { return unseen.what == path; });
    if (runtime.isEmpty() || known)
        return;
    FactRow row = runtimeRow(runtime, {});
    row.fields.insert(QStringLiteral("running"), QStringLiteral("yes"));
    table.insert(path, row);
}

// "-": it was not asked, because it tells its version only as a service.
void addProgram(const QByteArray& path, const QByteArray& said, ProbeFacts& facts)
{
    const QString version = versionIn(said);
    if (version.isEmpty() && said != "-")
        facts.unseen.append({DriftSection::Runtimes, path, QStringLiteral("it did not tell its version")});
    else
        facts.tables[DriftSection::Runtimes].insert(path, runtimeRow(runtimeOf(path), version));
}

// What nobody was seen to run may be what a closed process runs. That it says so of itself would prove nothing.
void forgetIdle(FactTable& table)
{
    const QString running = QStringLiteral("running");
    for (FactRow& row : table) {
        if (row.fields.value(running) == u"no")
            row.fields.remove(running);
    }
}

QString readRuntimes(const QByteArray& body, ProbeFacts& facts)
{
    FactTable& table = facts.tables[DriftSection::Runtimes];
    QSet<QByteArray> running;
    ClosedPrograms closed;
    bool processes = false;
    for (const QByteArray& line : nonEmptyLines(body)) {
        const QList<QByteArray> words = line.split('\t');
        const auto program = processes ? runningProgram(line) : std::nullopt;
        if (program)
            running.insert(program->path);
        else if (processes && running.isEmpty() && readName(line, closed))
            continue;
        else if (processes) // a program's name may have lines
            readClosed(line, closed);
        else if (line == "processes")
            processes = true;
        else if (words.size() == 3 && words.at(0) == "java")
            table.insert(words.at(1), runtimeRow(QStringLiteral("java"), versionIn(words.at(2))));
        else if (words.size() == 3 && words.at(0) == "program")
            addProgram(words.at(1), words.at(2), facts);
        else
            return nonsense();
    }
    for (const QByteArray& path : std::as_const(running))
        noteRunning(path, facts);
    if (!closed.isEmpty())
        forgetIdle(table);
    tellClosed(DriftSection::Runtimes, closed, facts);
    return running.isEmpty() ? nonsense() : QString(); // this answer comes from a program that runs
}

/// What one program holds on to.
struct StaleProgram
{
    QSet<QString> libraries;
    bool deleted = false;
};

// "/proc/12/maps:7f00-7f01 r-xp 00000000 08:01 99   /usr/lib/libssl.so.3 (deleted)"
void readStaleLine(const QByteArray& line, const QHash<QByteArray, QByteArray>& names,
                   QMap<QByteArray, StaleProgram>& stale)
{
    const qsizetype pidEnd = line.indexOf("/maps:");
    const qsizetype pathAt = line.indexOf('/', pidEnd + 6);
    if (!line.startsWith("/proc/") || pidEnd < 0 || pathAt < 0 || !line.endsWith(" (deleted)"))
        return; // a program's name may have lines
    const QByteArray path = line.mid(pathAt, line.size() - pathAt - 10);
    const auto name = names.constFind(line.mid(6, pidEnd - 6));
    if (name != names.constEnd() && !path.startsWith("/memfd:") && !leftOutRule(path, FileType::File))
        stale[*name].libraries.insert(factValue(lastPart(path)));
}

// The kernel cuts the names of processes.
bool isPartlyClosed(const QByteArray& program, const ClosedPrograms& programs)
{
    constexpr qsizetype longestName = 15;
    return programs.closed.contains(program.left(longestName));
}

// Where some of its processes are closed, which libraries it holds on to is not known in full.
FactRow staleRow(const StaleProgram& program, bool isPart)
{
    QStringList libraries(program.libraries.cbegin(), program.libraries.cend());
    libraries.sort();
    FactRow row;
    if (!libraries.isEmpty() && !isPart)
        row.fields.insert(QStringLiteral("libraries"), libraries.join(u' '));
    if (program.deleted)
        row.fields.insert(QStringLiteral("program"), QStringLiteral("deleted"));
    return row;
}

QString readStale(const QByteArray& body, ProbeFacts& facts)
{
    QHash<QByteArray, QByteArray> names; // by process
    QMap<QByteArray, StaleProgram> stale;
    ClosedPrograms closed;
    for (const QByteArray& line : nonEmptyLines(body)) {
        if (names.isEmpty() && readName(line, closed))
            continue;
        const auto program = runningProgram(line);
        if (!program) {
            readClosed(line, closed);
            readStaleLine(line, names, stale);
            continue;
        }
        names.insert(program->pid, lastPart(program->path));
        if (!closed.names.contains(program->pid))
            closed.names.insert(program->pid, lastPart(program->path)); // its libraries may be closed all the same
        if (program->deleted && !program->path.startsWith("/memfd:"))
            stale[lastPart(program->path)].deleted = true;
    }
    FactTable& table = facts.tables[DriftSection::StaleLibraries];
    for (auto program = stale.cbegin(); program != stale.cend(); ++program)
        table.insert(program.key(), staleRow(*program, isPartlyClosed(program.key(), closed)));
    tellClosed(DriftSection::StaleLibraries, closed, facts);
    return names.isEmpty() ? nonsense() : QString();
}

} // namespace

QList<ProbePiece> processPieces()
{
    static const QByteArray runtimes = QByteArray(programsText) + runtimesText;
    static const QByteArray stale = QByteArray(programsText) + staleText;
    return {{"runtimes", DriftSection::Runtimes, ProbePiece::Quick, runtimes.constData(), readRuntimes},
            {"stale", DriftSection::StaleLibraries, ProbePiece::Quick, stale.constData(), readStale, 400'000}};
}

} // namespace snowmelt
