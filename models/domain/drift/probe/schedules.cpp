// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/open_words.h"
#include "models/domain/drift/probe/piece.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace snowmelt {

namespace {

// /var/spool/cron holds users' tables itself (RHEL) or in crontabs (Debian); Alpine's crontabs is a link to /etc.
constexpr auto schedulesText = R"sh(
need head ls
look_into /etc/cron.d /var/spool/cron /var/spool/cron/crontabs /etc/crontabs
for file in /etc/crontab /etc/anacrontab /etc/cron.d/* /var/spool/cron/* /var/spool/cron/crontabs/* /etc/crontabs/*; do
    case $file in *.dpkg-*|*.rpm*|*~) continue ;; esac
    [ ! -L /var/spool/cron/crontabs ] || case $file in /var/spool/cron/crontabs/*) continue ;; esac
    text "$file"
done
printf '\n%s:%s\n' "$nonce" scripts
for file in /etc/cron.hourly/* /etc/cron.daily/* /etc/cron.weekly/* /etc/cron.monthly/* /etc/periodic/*/*; do
    [ -f "$file" ] && [ -x "$file" ] && printf '%s\n' "$file"
done
[ -d /run/systemd/system ] || exit 0
printf '\n%s:%s\n' "$nonce" timers
systemctl list-unit-files --type=timer --no-legend --no-pager --full || exit
printf '\n%s:%s\n' "$nonce" times
systemctl show --no-pager --property=Id,TimersCalendar,TimersMonotonic '*.timer'
)sh";

FactRow scheduled(const QString& schedule)
{
    FactRow row;
    row.fields.insert(QStringLiteral("schedule"), schedule);
    return row;
}

// What a variable is set to may be a secret: it is told by its hash unless cron itself reads it.
QString assignedValue(const QByteArray& name, const QByteArray& value, const QByteArray& salt)
{
    static const QSet<QByteArray> open{"SHELL", "PATH",         "MAILTO",  "MAILFROM", "HOME",
                                       "LANG",  "RANDOM_DELAY", "CRON_TZ", "TZ",       "START_HOURS_RANGE"};
    if (open.contains(name))
        return factValue(value);
    return QString::fromLatin1(secretDigest(value, salt));
}

// The key is the command; one that runs at several times has them all.
void addJob(FactTable& table, const QByteArray& key, const QString& schedule)
{
    const auto known = table.find(key);
    if (known == table.end()) {
        table.insert(key, scheduled(schedule));
        return;
    }
    QString& value = known->fields[QStringLiteral("schedule")];
    QStringList all = value.split(QStringLiteral("; ")) + QStringList{schedule};
    all.sort();
    all.removeDuplicates();
    value = all.join(QStringLiteral("; "));
}

void readCronLine(const QByteArray& path, const QByteArray& line, const QByteArray& salt, FactTable& table)
{
    static const QRegularExpression assignment(QStringLiteral("\\A(['\"]?)([^\\s='\"]+)\\1 ?= ?"));
    const auto match = assignment.match(QString::fromLatin1(line));
    if (match.hasMatch()) {
        const QByteArray name = match.captured(2).toLatin1();
        FactRow row;
        row.fields.insert(QStringLiteral("value"), assignedValue(name, line.mid(match.capturedLength()), salt));
        table.insert(path + ": " + name + '=', row);
        return;
    }
    // "@daily command", "*/5 * * * * command"; in anacrontab "1 5 job command".
    const int times = line.startsWith('@') ? 1 : path.endsWith("/anacrontab") ? 2 : 5;
    const QList<QByteArray> words = line.split(' ');
    const QByteArray schedule = words.mid(0, times).join(' ');
    addJob(table, path + ": " + shownCommand(words.mid(times), salt), factValue(schedule));
}

void readCrontab(const NodeText& text, const QByteArray& salt, FactTable& table)
{
    for (const QByteArray& raw : nonEmptyLines(text.content)) {
        const QByteArray line = oneSpaced(raw);
        if (!line.isEmpty() && !line.startsWith('#'))
            readCronLine(text.path, line, salt, table);
    }
}

// "/etc/cron.daily/apt" → "daily"
void readScriptNames(const QByteArray& content, FactTable& table)
{
    for (const QByteArray& path : nonEmptyLines(content)) {
        QByteArray folder = path.left(path.lastIndexOf('/'));
        folder = folder.mid(folder.lastIndexOf('/') + 1);
        table.insert(path, scheduled(factValue(folder.startsWith("cron.") ? folder.mid(5) : folder)));
    }
}

void readTimers(const QByteArray& content, FactTable& table)
{
    for (const QByteArray& line : nonEmptyLines(content)) {
        const QList<QByteArray> words = line.simplified().split(' '); // unit state preset
        if (words.value(1) != "transient")
            table[words.first()].fields.insert(QStringLiteral("enabled"), factValue(words.value(1)));
    }
}

// Blocks of "Id=x.timer" and "TimersCalendar={ OnCalendar=*-*-* 06:00:00 ; next_elapse=… }", parted by empty lines.
void readTimes(const QByteArray& content, FactTable& table)
{
    static const QRegularExpression when(QStringLiteral("\\{ (On[A-Za-z]+=.*?) ; next_elapse="));
    for (const QByteArray& block : QByteArray(content).replace("\n\n", QByteArray(1, '\0')).split('\0')) {
        QByteArray id;
        QStringList times;
        for (const QByteArray& line : nonEmptyLines(block)) {
            if (line.startsWith("Id="))
                id = line.mid(3);
            else if (line.startsWith("Timers"))
                times.append(when.match(QString::fromLatin1(line)).captured(1));
        }
        times.removeAll(QString());
        times.sort();
        const auto timer = table.find(id);
        if (timer != table.end() && !times.isEmpty())
            timer->fields.insert(QStringLiteral("schedule"), displayText(times.join(QStringLiteral("; ")).toLatin1()));
    }
}

QString readSchedules(const QByteArray& body, ProbeFacts& facts)
{
    const auto texts = readNodeTexts(body, facts.nonce);
    if (!texts || texts->isEmpty())
        return nonsense();
    FactTable& table = facts.tables[DriftSection::Schedules];
    for (const NodeText& text : *texts) {
        if (text.path == "scripts")
            readScriptNames(text.content, table);
        else if (text.path == "timers")
            readTimers(text.content, table);
        else if (text.path == "times")
            readTimes(text.content, table);
        else
            readCrontab(text, facts.salt, table);
    }
    return {};
}

} // namespace

QList<ProbePiece> schedulePieces()
{
    return {{"schedules", DriftSection::Schedules, ProbePiece::Quick, schedulesText, readSchedules}};
}

} // namespace snowmelt
