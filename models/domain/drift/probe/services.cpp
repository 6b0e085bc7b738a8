// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/piece.h"

namespace snowmelt {

namespace {

// Who manages services now counts, not what is installed besides. Init scripts cannot be asked without running them.
constexpr auto servicesText = R"sh(
if [ -d /run/systemd/system ]; then
    echo 'systemd files'
    systemctl list-unit-files --type=service --no-legend --no-pager --full || exit
    echo 'systemd units'
    systemctl list-units --type=service --all --plain --no-legend --no-pager --full || exit
    exit
fi
for script in /etc/init.d/*; do
    [ -f "$script" ] && [ -x "$script" ] && printf 'known %s\n' "${script##*/}"
done
if [ -d /run/openrc ] || [ -d /etc/runlevels ]; then
    for link in /etc/runlevels/*/*; do
        [ -e "$link" ] || [ -L "$link" ] || continue
        level=${link%/*}
        printf 'enabled %s %s\n' "${link##*/}" "${level##*/}"
    done
    [ -d /run/openrc/started ] || exit 0
    echo started
    for link in /run/openrc/started/*; do
        [ -L "$link" ] && printf 'running %s\n' "${link##*/}"
    done
    exit 0
fi
for link in /etc/rc[2-5].d/S*; do
    [ -L "$link" ] || continue
    name=${link##*/S}
    level=${link#/etc/rc}
    printf 'enabled %s %s\n' "${name#[0-9][0-9]}" "${level%%.*}"
done
exit 0
)sh";

void set(FactTable& table, const QByteArray& key, const char* field, const QString& value)
{
    table[key].fields.insert(QString::fromLatin1(field), value);
}

// Sessions and what runs for a moment come and go with everybody who looks.
bool isPassing(const QByteArray& unit)
{
    for (const char* prefix : {"user@", "user-runtime-dir@", "session-", "run-", "modprobe@", "systemd-"}) {
        if (unit.startsWith(prefix) && (unit.contains('@') || unit.startsWith("run-") || unit.startsWith("session-")))
            return true;
    }
    return false;
}

QString runningText(const QByteArray& active, const QByteArray& sub)
{
    if (active == "failed" || sub == "failed")
        return QStringLiteral("failed");
    if (sub == "auto-restart")
        return QStringLiteral("restarting");
    if (active == "active" && sub == "exited") // did its work and holds, as a firewall does
        return QStringLiteral("exited");
    return active == "active" && sub == "running" ? QStringLiteral("yes") : QStringLiteral("no");
}

// Others start a static unit when they need it, and many of those end by themselves: only that one failed tells.
bool runsByItself(const QString& state)
{
    return state != u"static" && state != u"alias" && state != u"transient";
}

bool readUnitFile(const QByteArray& line, FactTable& table)
{
    const QList<QByteArray> words = line.simplified().split(' '); // unit state preset
    if (words.size() < 2)
        return false;
    if (words.at(1) != "transient")
        set(table, words.at(0), "enabled", factValue(words.at(1)));
    return true;
}

bool readUnit(const QByteArray& line, FactTable& table)
{
    const QList<QByteArray> words = line.simplified().split(' '); // unit load active sub description
    if (words.size() < 4)
        return false;
    const QByteArray& unit = words.at(0);
    const bool isLoaded = words.at(1) == "loaded" || words.at(2) == "active"; // masked, and running still
    if (!isLoaded || (isPassing(unit) && !table.contains(unit)))
        return true;
    const QString running = runningText(words.at(2), words.at(3));
    const auto known = table.constFind(unit);
    const bool counts = known == table.constEnd()
                            ? unit.contains('@') && running != u"no"
                            : running == u"failed" || runsByItself(known->fields.value(QStringLiteral("enabled")));
    if (counts)
        set(table, unit, "running", running);
    return true;
}

bool readSystemd(const QByteArray& body, FactTable& table)
{
    bool units = false;
    for (const QByteArray& line : nonEmptyLines(body)) {
        if (line == "systemd files" || line == "systemd units")
            units = line == "systemd units";
        else if (units ? !readUnit(line, table) : !readUnitFile(line, table))
            return false;
    }
    // What is not loaded does not run.
    for (FactRow& row : table) {
        const QString state = row.fields.value(QStringLiteral("enabled"));
        if (!row.fields.contains(QStringLiteral("running")) && runsByItself(state))
            row.fields.insert(QStringLiteral("running"), QStringLiteral("no"));
    }
    return units;
}

bool readScripts(const QByteArray& body, FactTable& table)
{
    QMap<QByteArray, QStringList> levels;
    QSet<QByteArray> running;
    bool tellsRunning = false;
    for (const QByteArray& line : nonEmptyLines(body)) {
        const QList<QByteArray> words = line.split(' ');
        const QByteArray& word = words.first();
        if (word == "started" && words.size() == 1)
            tellsRunning = true;
        else if (word == "known" && words.size() == 2)
            levels[words.at(1)];
        else if (word == "enabled" && words.size() == 3)
            levels[words.at(1)].append(factValue(words.at(2)));
        else if (word == "running" && words.size() == 2)
            running.insert(words.at(1));
        else
            return false;
    }
    for (auto service = levels.cbegin(); service != levels.cend(); ++service) {
        const QString enabled = service->isEmpty() ? QStringLiteral("no") : service->join(u' ');
        set(table, service.key(), "enabled", enabled);
        if (tellsRunning)
            set(table, service.key(), "running",
                running.contains(service.key()) ? QStringLiteral("yes") : QStringLiteral("no"));
    }
    return true;
}

QString readServices(const QByteArray& body, ProbeFacts& facts)
{
    FactTable& table = facts.tables[DriftSection::Services];
    const bool understood = body.startsWith("systemd ") ? readSystemd(body, table) : readScripts(body, table);
    return understood ? QString() : nonsense();
}

} // namespace

QList<ProbePiece> servicePieces()
{
    return {{"services", DriftSection::Services, ProbePiece::Quick, servicesText, readServices}};
}

} // namespace snowmelt
