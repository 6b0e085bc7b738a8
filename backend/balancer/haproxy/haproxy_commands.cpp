// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_commands.h"

#include "backend/balancer/haproxy/haproxy_config.h"

#include <QCryptographicHash>

namespace snowmelt::haproxy {
namespace {

constexpr int fullWeight = 100;

QByteArray server(const QString& group, const QString& slot)
{
    return "set server " + group.toUtf8() + '/' + slot.toUtf8();
}

QString quoted(const QByteArray& path)
{
    QString text = QString::fromUtf8(path);
    text.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + text + u'\'';
}

} // namespace

QByteArray showServers()
{
    return "show servers state";
}

QByteArrayList readCommands()
{
    return {"show info", showServers(), "show stat"};
}

QByteArray showSessions()
{
    return "show sess";
}

QByteArray showSession(const QByteArray& id)
{
    return "show sess " + id;
}

QByteArrayList abilityCommands()
{
    return {"show cli level", "help"};
}

QStringList lackingCommands(const QByteArray& level, const QByteArray& help)
{
    static const QByteArrayList needed{"set server", "show info", "show servers state", "show sess", "show stat"};
    const bool admin = level.trimmed() == "admin";
    const bool mayLook = admin || level.trimmed() == "operator";
    QStringList lacking;
    for (const QByteArray& command : needed) {
        const QByteArray line = "\n  " + command + ' ';
        const bool allowed = command == "set server" ? admin : command != "show sess" || mayLook;
        if (!allowed || !help.contains(line))
            lacking << QString::fromUtf8(command);
    }
    return lacking;
}

QByteArray setAddress(const QString& group, const QString& slot, const QString& address, int port)
{
    return server(group, slot) + " addr " + address.toUtf8() + " port " + QByteArray::number(port);
}

QByteArrayList setMode(const QString& group, const QString& slot, SlotMode mode)
{
    const QByteArray it = server(group, slot);
    switch (mode) {
    case SlotMode::Free:
        return {it + " state maint", setAddress(group, slot, freeSlotAddress, freeSlotPort)};
    case SlotMode::Maint:
        return {it + " state maint"};
    case SlotMode::Drain:
        return {it + " state drain"};
    case SlotMode::Ready:
        return {it + " weight " + QByteArray::number(fullWeight), it + " state ready"};
    }
    Q_UNREACHABLE();
}

bool accepted(const QByteArray& command, const QByteArray& answer)
{
    if (answer.isEmpty())
        return true;
    if (!command.contains(" addr "))
        return false;
    return answer.startsWith("nothing changed") || answer.contains("changed from '") ||
           answer.startsWith("no need to change");
}

/// -t: how long socat waits for the rest of the answer after it has sent everything; its default of 0.5 s cuts long
/// tables of a busy host.
ExecRequest request(const HaproxyPaths& paths, const QByteArrayList& commands)
{
    ExecRequest out;
    out.command = QStringLiteral("socat -t30 - UNIX-CONNECT:") + QString::fromUtf8(paths.socket);
    out.script = commands.join(';') + '\n';
    return out;
}

QByteArray revisionOf(const QByteArray& text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

namespace {

/// The file may be what this call would write already: its answer was lost, and it is asked again.
QString unmoved(const QByteArray& text, const QByteArray& revision)
{
    if (revision.isEmpty())
        return {};
    return QStringLiteral("have=$(sha256sum <%2); case \"${have%% *}\" in ") + QString::fromUtf8(revision) + u'|' +
           QString::fromUtf8(revisionOf(text)) + QStringLiteral(") ;; *) rm -f %1; exit 5;; esac; ");
}

} // namespace

/// In a folder of run time, where nothing counts as drift.
static QByteArray lockFile(const HaproxyPaths& paths)
{
    return paths.pidFile + ".lock";
}

/// The size is compared because a connection that breaks in the middle looks like the end of the text. The kernel drops
/// the lock with the process that has it, whatever that dies of.
ExecRequest writeRequest(const HaproxyPaths& paths, const QByteArray& text, const QByteArray& revision)
{
    const QString command = QStringLiteral("umask 022; touch %3 || exit 3; (flock -w %5 9 || exit 6; "
                                           "cat >%1 && [ \"$(wc -c <%1)\" -eq %4 ] || { rm -f %1; exit 3; }; ") +
                            unmoved(text, revision) +
                            QStringLiteral("haproxy -c -f %1 >&2 || { rm -f %1; exit 4; }; "
                                           "chmod 644 %1 && sync %1 && mv -f %1 %2 || { rm -f %1; exit 3; }; "
                                           "cat %2) 9>>%3");
    ExecRequest out;
    out.script = text;
    out.command = command.arg(quoted(paths.config + ".snowmelt"), quoted(paths.config), quoted(lockFile(paths)),
                              QString::number(text.size()), QString::number(lockSeconds));
    return out;
}

ExecRequest readRequest(const QByteArray& path)
{
    ExecRequest out;
    out.command = u"cat " + quoted(path);
    return out;
}

} // namespace snowmelt::haproxy
