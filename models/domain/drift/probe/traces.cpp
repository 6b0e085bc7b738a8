// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/traces.h"

#include "models/domain/drift/probe/frames.h"
#include "models/domain/drift/probe/piece.h"
#include "models/domain/drift/probe/told_command.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace snowmelt {

namespace {

constexpr qsizetype thingsAtMost = 200;

// stat of GNU and of BusyBox; both kinds of date know "@SECONDS".
constexpr auto thingsText = R"sh(
tell() {
    zone=$(date -d "@${2%% *}" +%z) && printf '%s %s %s\n' "$1" "$zone" "$2"
}
thing() {
    line=$(stat -c '%Z %U' "$2" 2> /dev/null) && tell "f$1" "$line"
}
package() {
    for list in "/var/lib/dpkg/info/$2.list" "/var/lib/dpkg/info/$2:"*.list; do
        [ -e "$list" ] || continue
        line=$(stat -c '%Y' "$list") && tell "p$1" "$line -"
        return
    done
    have rpm && line=$(rpm -q --qf '%{INSTALLTIME}\n' "$2" 2> /dev/null) && tell "p$1" "${line%%
*} -"
}
)sh";

constexpr auto aptText = R"sh(
for log in /var/log/apt/history.log.1.gz /var/log/apt/history.log.1 /var/log/apt/history.log; do
    [ -f "$log" ] || continue
    case $log in
    *.gz) zcat "$log" ;;
    *) cat "$log" ;;
    esac
done | tail -c 262144
)sh";

constexpr auto dpkgText = R"sh(
for log in /var/log/dpkg.log.1 /var/log/dpkg.log; do
    [ ! -f "$log" ] || cat "$log"
done | grep -a -E ' (install|upgrade|remove|purge) ' | tail -n 2000 | tail -c 262144
)sh";

// The journal is asked where no log file has these lines.
constexpr auto sudoText = R"sh(
files=
for log in /var/log/auth.log.1 /var/log/auth.log /var/log/secure; do
    [ ! -r "$log" ] || files="$files $log"
done
if [ -n "$files" ]; then
    cat $files
elif [ -d /run/systemd/system ] && have journalctl; then
    journalctl -q --no-pager -o short-iso -t sudo -n 2000
fi | grep -a 'sudo.*COMMAND=' | tail -n 2000 | tail -c 262144
)sh";

QByteArray limited(const char* name, int seconds, const QByteArray& shell)
{
    const QByteArray own = pieceFunctions() + shell;
    return QByteArray("begin ") + name + "\ntimeout " + QByteArray::number(seconds) + " sh -c " + shellQuoted(own) +
           "\nend " + name + '\n';
}

QByteArray thingsShell(const TracesWanted& wanted)
{
    QByteArray shell = thingsText;
    for (qsizetype i = 0; i < std::min(thingsAtMost, wanted.paths.size()); ++i)
        shell += "thing " + QByteArray::number(i) + ' ' + shellQuoted(wanted.paths.at(i)) + '\n';
    for (qsizetype i = 0; i < std::min(thingsAtMost, wanted.packages.size()); ++i)
        shell += "package " + QByteArray::number(i) + ' ' + shellQuoted(wanted.packages.at(i).toUtf8()) + '\n';
    return shell + "exit 0\n";
}

/// The clock on a node's wall: what it showed at moments we know in UTC.
class WallClock
{
public:
    void learn(const QDateTime& utc, int offset) { m_known.insert(utc.addSecs(offset).toSecsSinceEpoch(), offset); }
    /// `wall` is what the clock showed, written as UTC. Null where nothing is known.
    QDateTime utcOf(const QDateTime& wall) const;
    /// The year in which a date without one comes nearest to what is known.
    QDateTime withYear(const QDateTime& wall) const;

private:
    qint64 distance(qint64 wall, int& offset) const;
    QMap<qint64, int> m_known;
};

qint64 WallClock::distance(qint64 wall, int& offset) const
{
    qint64 nearest = std::numeric_limits<qint64>::max();
    for (auto known = m_known.cbegin(); known != m_known.cend(); ++known) {
        const qint64 away = std::abs(known.key() - wall);
        if (away < nearest) {
            nearest = away;
            offset = *known;
        }
    }
    return nearest;
}

QDateTime WallClock::utcOf(const QDateTime& wall) const
{
    int offset = 0;
    if (m_known.isEmpty() || !wall.isValid())
        return {};
    distance(wall.toSecsSinceEpoch(), offset);
    return wall.addSecs(-offset);
}

QDateTime WallClock::withYear(const QDateTime& wall) const
{
    QDateTime best;
    qint64 nearest = std::numeric_limits<qint64>::max();
    QSet<int> years;
    for (auto known = m_known.keyBegin(); known != m_known.keyEnd(); ++known)
        years.insert(QDateTime::fromSecsSinceEpoch(*known, Qt::UTC).date().year());
    for (const int year : years) {
        const QDateTime candidate(QDate(year, wall.date().month(), wall.date().day()), wall.time(), Qt::UTC);
        int offset = 0;
        const qint64 away = candidate.isValid() ? distance(candidate.toSecsSinceEpoch(), offset) : nearest;
        if (away < nearest) {
            nearest = away;
            best = candidate;
        }
    }
    return best;
}

/// "+0130" in seconds.
std::optional<int> zoneOf(const QByteArray& text)
{
    static const QRegularExpression form(QStringLiteral("\\A([+-])(\\d\\d):?(\\d\\d)\\z"));
    const auto match = form.match(QString::fromLatin1(text));
    if (!match.hasMatch())
        return std::nullopt;
    const int seconds = match.captured(2).toInt() * 3600 + match.captured(3).toInt() * 60;
    return match.captured(1) == u"-" ? -seconds : seconds;
}

void readThings(const QByteArray& body, const TracesWanted& wanted, Traces& traces, WallClock& clock)
{
    for (const QByteArray& line : nonEmptyLines(body)) {
        const QList<QByteArray> words = line.split(' '); // f0 +0100 1730000000 root
        const auto zone = zoneOf(words.value(1));
        const auto seconds = wholeNumber(words.value(2));
        const auto index = wholeNumber(words.value(0).mid(1));
        if (words.size() != 4 || !zone || !seconds || !index || !timeOf(*seconds).isValid())
            continue;
        clock.learn(timeOf(*seconds), *zone);
        if (words.at(0).startsWith('f') && *index < wanted.paths.size())
            traces.files.insert(wanted.paths.at(*index), {timeOf(*seconds), factValue(words.at(3))});
        if (words.at(0).startsWith('p') && *index < wanted.packages.size())
            traces.packages.insert(wanted.packages.at(*index), {timeOf(*seconds), {}});
    }
}

/// "2026-11-03  14:02:11"
QDateTime wallTime(const QByteArray& text)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(oneSpaced(text)), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

/// "nginx:amd64 (1.22, 1.23), libc6:amd64 (2.36, automatic)"
QSet<QString> packagesOf(const QByteArray& list)
{
    static const QRegularExpression item(QStringLiteral("([a-z0-9][a-z0-9.+-]*)(?::[a-z0-9-]+)? \\("));
    QSet<QString> names;
    auto matches = item.globalMatch(QString::fromLatin1(list));
    while (matches.hasNext())
        names.insert(matches.next().captured(1));
    return names;
}

/// "Upgrade: …"; the first word says which.
void readAptLine(const QByteArray& line, const WallClock& clock, AptRun& run)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.left(colon);
    const QByteArray value = line.mid(colon + 1).trimmed();
    if (name == "End-Date")
        run.to = clock.utcOf(wallTime(value));
    else if (name == "Commandline")
        run.command = factValue(toldCommand(value));
    else if (name == "Requested-By")
        run.person = factValue(value.left(value.indexOf(' ')));
    else if (name == "Remove" || name == "Purge")
        run.removed += packagesOf(value);
    else if (name == "Install" || name == "Upgrade" || name == "Downgrade" || name == "Reinstall")
        run.packages += packagesOf(value);
}

void readApt(const QByteArray& body, const WallClock& clock, QList<AptRun>& runs)
{
    bool inside = false; // the first record may be cut off
    for (const QByteArray& line : nonEmptyLines(body)) {
        if (line.startsWith("Start-Date:")) {
            const QDateTime from = clock.utcOf(wallTime(line.mid(11)));
            inside = from.isValid();
            if (inside)
                runs.append({from, from, {}, {}, {}, {}});
        } else if (inside) {
            readAptLine(line, clock, runs.last());
        }
    }
    for (AptRun& run : runs) {
        run.packages += run.removed;
        run.to = run.to.isValid() ? std::max(run.from, run.to) : run.from;
    }
}

void readDpkgLog(const QByteArray& body, const WallClock& clock, QList<PackageAct>& acts)
{
    static const QSet<QByteArray> told{"install", "upgrade", "remove", "purge"};
    for (const QByteArray& line : nonEmptyLines(body)) {
        const QList<QByteArray> words = line.split(' '); // date time act name:arch was is
        const QDateTime at = clock.utcOf(wallTime(words.mid(0, 2).join(' ')));
        if (words.size() < 4 || !told.contains(words.at(2)) || !at.isValid())
            continue;
        const bool removal = words.at(2) == "remove" || words.at(2) == "purge";
        acts.append(
            {at, QString::fromLatin1(words.at(3).split(':').constFirst()), factValue(words.mid(2).join(' ')), removal});
    }
}

/// "2026-11-03T14:02:11.123456+01:00 ", "2026-11-03T14:02:11+0100 ", or "Nov  3 14:02:11 " as syslog had it for
/// decades.
QDateTime logTime(const QByteArray& line, const WallClock& clock)
{
    static const QRegularExpression iso(
        QStringLiteral("\\A(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d:\\d\\d)(?:\\.\\d+)?([+-]\\d\\d:?\\d\\d|Z) "));
    const auto match = iso.match(QString::fromLatin1(line.left(48)));
    if (match.hasMatch()) {
        const QByteArray zone = match.captured(3) == u"Z" ? QByteArray("+00:00") : match.captured(3).toLatin1();
        const QByteArray wall = match.captured(1).toLatin1() + ' ' + match.captured(2).toLatin1();
        return wallTime(wall).addSecs(-zoneOf(zone).value_or(0));
    }
    // A leap year, so that 29 February is a day of it.
    const QString dated = QStringLiteral("2024 ") + QString::fromLatin1(oneSpaced(line.left(15)));
    QDateTime wall = QLocale::c().toDateTime(dated, QStringLiteral("yyyy MMM d HH:mm:ss"));
    wall.setTimeSpec(Qt::UTC);
    return wall.isValid() ? clock.utcOf(clock.withYear(wall)) : QDateTime();
}

/// sudo(8): "mina : TTY=pts/0 ; PWD=/home/mina ; USER=root ; COMMAND=/usr/bin/vi /etc/motd". What it refused has the
/// reason before TTY.
void readSudo(const QByteArray& body, const WallClock& clock, QList<SudoRun>& runs)
{
    static const QRegularExpression form(QStringLiteral(
        "\\ssudo(?:\\[\\d+\\])?:\\s+([^\\s:]+) : (?:(?:TTY|PWD|HOST|CHROOT)=)[^\\n]*? ; COMMAND=(.+)\\z"));
    for (const QByteArray& line : nonEmptyLines(body)) {
        const auto match = form.match(QString::fromUtf8(line));
        const QDateTime at = logTime(line, clock);
        if (match.hasMatch() && at.isValid())
            runs.append(
                {at, factValue(match.captured(1).toUtf8()), factValue(toldCommand(match.captured(2).toUtf8()))});
    }
}

QByteArray bodyOf(const QMap<QByteArray, ProbeFrame>& frames, const char* name)
{
    const ProbeFrame frame = frames.value(name);
    return frame.status == 0 ? frame.body : QByteArray();
}

} // namespace

QByteArray traceScript(const TracesWanted& wanted, const QByteArray& nonce)
{
    QByteArray script = frameFunctions(nonce) + "LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin\nexport LC_ALL PATH\n";
    script += "traces() {\nrenice -n 10 $$ > /dev/null 2>&1\n";
    script += limited("things", 30, thingsShell(wanted)) + limited("apt", 20, aptText) + limited("dpkg", 20, dpkgText) +
              limited("sudo", 20, sudoText);
    return script + "}\ntraces < /dev/null\nexit 0\n";
}

Traces readTraces(const QByteArray& out, const TracesWanted& wanted, const QByteArray& nonce)
{
    const QMap<QByteArray, ProbeFrame> frames = readFrames(out, nonce);
    Traces traces;
    WallClock clock;
    readThings(bodyOf(frames, "things"), wanted, traces, clock);
    readApt(bodyOf(frames, "apt"), clock, traces.apt);
    readDpkgLog(bodyOf(frames, "dpkg"), clock, traces.dpkg);
    readSudo(bodyOf(frames, "sudo"), clock, traces.sudo);
    std::ranges::stable_sort(traces.apt, {}, &AptRun::from);
    std::ranges::stable_sort(traces.dpkg, {}, &PackageAct::at);
    std::ranges::stable_sort(traces.sudo, {}, &SudoRun::at);
    return traces;
}

} // namespace snowmelt
