// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/host_farm.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QThread>

#include <unistd.h>

namespace snowmelt::test {

namespace {

constexpr int startLimitMs = 30'000;

const QHash<QString, const char*> addresses{{QStringLiteral("gate"), HostFarm::gateAddress},
                                            {QStringLiteral("plain"), HostFarm::plainAddress},
                                            {QStringLiteral("hidden"), HostFarm::hiddenAddress}};

/// Stands for sudo, which this machine need not have: root in a user namespace of its own is root enough to tell.
constexpr auto sudoScript = R"sh(#!/bin/sh
echo "$(id -un): $*" >> FOLDER/sudo.log
[ "$(id -un)" = admin ] || { echo "sudo: a password is required" >&2; exit 1; }
[ "$*" = "-n -- /bin/sh -s" ] || { echo "sudo: not allowed: $*" >&2; exit 1; }
exec unshare -r /bin/sh -s
)sh";

/// Speaks like csh as far as it matters: nothing of sh's syntax, and "exec" of one plain command.
constexpr auto oddShell = R"sh(#!/bin/sh
[ "$1" = -c ] || exit 2
case $2 in
*[\$\;\&\|\(\)\'\"\\\<\>]*) echo "Badly placed punctuation." >&2; exit 1 ;;
"exec "*) exec ${2#exec } ;;
esac
echo "$2: Command not found." >&2
exit 127
)sh";

} // namespace

HostFarm::HostFarm()
{
    if (::geteuid() != 0) {
        m_fault = QStringLiteral("needs root");
        return;
    }
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755)); // other users have their homes in it
    QDir().mkpath(QStringLiteral("/run/sshd"));
    makePerson();
    makeUsers();
    makeNetwork();
    for (const char* host : {"gate", "plain", "hidden"})
        if (m_fault.isEmpty() && !setRunning(QString::fromLatin1(host), true))
            m_fault = QStringLiteral("no sshd on ") + QString::fromLatin1(host);
}

HostFarm::~HostFarm()
{
    for (const QString& host : m_hosts.keys())
        setRunning(host, false);
    if (::geteuid() == 0)
        run(QStringLiteral("for n in gate plain hidden; do ip netns del smfarm-$n 2>/dev/null; done; true"));
}

SshPerson HostFarm::person() const
{
    return {QStringLiteral("root"), path(QStringLiteral("person")), QStringLiteral("desk"), 0, {}};
}

void HostFarm::configure(const QByteArray& lines) const
{
    QByteArray config = lines;
    for (auto host = addresses.cbegin(); host != addresses.cend(); ++host)
        config += "Host " + host.key().toUtf8() + "\n HostName " + host.value() + '\n';
    config += "Host hidden\n ProxyJump gate\nHost *\n StrictHostKeyChecking yes\n";
    write(QStringLiteral("person/.ssh/config"), config);
}

void HostFarm::makePerson()
{
    QDir(m_folder.path()).mkpath(QStringLiteral("person/.ssh"));
    const QString keys = QStringLiteral("ssh-keygen -q -t ed25519 -N '' -f %1/host_key && "
                                        "ssh-keygen -q -t ed25519 -N '' -f %1/person/.ssh/id_ed25519 && "
                                        "cp %1/person/.ssh/id_ed25519.pub %1/authorized && chmod 644 %1/authorized");
    if (!run(keys.arg(m_folder.path())))
        m_fault = QStringLiteral("no keys");
    QFile key(path(QStringLiteral("host_key.pub")));
    const QByteArray line = key.open(QIODevice::ReadOnly) ? key.readAll().split(' ').mid(0, 2).join(' ') : QByteArray();
    QByteArray known;
    for (const char* address : addresses)
        known += QByteArray(address) + ' ' + line + '\n';
    write(QStringLiteral("person/.ssh/known_hosts"), known);
    configure();
}

void HostFarm::makeHome(const QString& user, const QByteArray& bashrc) const
{
    QDir(m_folder.path()).mkpath(u"home/" + user);
    write(u"home/" + user + u"/.bashrc", bashrc);
}

/// Machines' own accounts; this machine's stay as they are.
void HostFarm::makeUsers() const
{
    QFile accounts(QStringLiteral("/etc/passwd"));
    QFile shadows(QStringLiteral("/etc/shadow"));
    QByteArray passwd = accounts.open(QIODevice::ReadOnly) ? accounts.readAll() : QByteArray();
    QByteArray shadow = shadows.open(QIODevice::ReadOnly) ? shadows.readAll() : QByteArray();
    const QList<QPair<QByteArray, QByteArray>> users{{"plainuser", "/bin/sh"},
                                                     {"admin", "/bin/sh"},
                                                     {"noisy", "/bin/bash"},
                                                     {"fishy", "/usr/bin/fish"},
                                                     {"odd", m_folder.path().toUtf8() + "/oddsh"},
                                                     {"nobodyhome", "/usr/sbin/nologin"}};
    int id = 23001;
    for (const auto& [name, shell] : users) {
        const QByteArray number = QByteArray::number(id++);
        passwd += name + ":x:" + number + ":100::" + m_folder.path().toUtf8() + "/home/" + name + ':' + shell + '\n';
        shadow += name + ":*:19000:0:99999:7:::\n";
        makeHome(QString::fromUtf8(name), name == "noisy" ? "echo Welcome to $HOSTNAME; echo be nice >&2\n" : "");
    }
    write(QStringLiteral("passwd"), passwd);
    write(QStringLiteral("shadow"), shadow);
    write(QStringLiteral("sudo.log"), {});
    QFile::setPermissions(path(QStringLiteral("sudo.log")), QFile::Permissions(0x6666));
    QDir(m_folder.path()).mkpath(QStringLiteral("bin"));
    write(QStringLiteral("bin/sudo"), QByteArray(sudoScript).replace("FOLDER", m_folder.path().toUtf8()), true);
    write(QStringLiteral("oddsh"), oddShell, true);
    write(QStringLiteral("motd"), "Property of the farm\n");
}

void HostFarm::makeNetwork()
{
    const QString made = QStringLiteral(R"sh(
set -e
for n in gate plain hidden; do
    ip netns del smfarm-$n 2>/dev/null || true
    ip netns add smfarm-$n
    ip -n smfarm-$n link set lo up
done
ip link del smfarm0 2>/dev/null || true
ip link del smfarm1 2>/dev/null || true
ip link add smfarm0 type veth peer name eth0 netns smfarm-gate
ip link add smfarm1 type veth peer name eth0 netns smfarm-plain
ip -n smfarm-gate link add eth1 type veth peer name eth0 netns smfarm-hidden
ip addr add 10.97.91.1/30 dev smfarm0
ip addr add 10.97.91.5/30 dev smfarm1
ip link set smfarm0 up
ip link set smfarm1 up
ip -n smfarm-gate addr add 10.97.91.2/30 dev eth0
ip -n smfarm-gate link set eth0 up
ip -n smfarm-gate addr add 10.97.91.9/30 dev eth1
ip -n smfarm-gate link set eth1 up
ip -n smfarm-plain addr add 10.97.91.6/30 dev eth0
ip -n smfarm-plain link set eth0 up
ip -n smfarm-hidden addr add 10.97.91.10/30 dev eth0
ip -n smfarm-hidden link set eth0 up
)sh");
    if (m_fault.isEmpty() && !run(made))
        m_fault = QStringLiteral("no network namespaces");
}

bool HostFarm::setRunning(const QString& host, bool running)
{
    const std::shared_ptr<QProcess> there = m_hosts.take(host);
    if (there) {
        // Its sessions go with it, as those of a machine do.
        run(u"for p in $(ip netns pids " + spaceOf(host) + u"); do kill -9 $p; done 2>/dev/null; true");
        there->waitForFinished();
    }
    return !running || startHost(host);
}

bool HostFarm::startHost(const QString& host)
{
    const QString config =
        QStringLiteral("ListenAddress %2\nHostKey %1/host_key\nPidFile none\n"
                       "AuthorizedKeysFile %1/authorized\nStrictModes no\nUsePAM no\n"
                       "PermitRootLogin prohibit-password\nLogLevel VERBOSE\nMaxStartups 100\n"
                       "MaxSessions 20\nBanner %1/motd\nSetEnv PATH=%1/bin:/usr/bin:/bin:/usr/sbin\n")
            .arg(m_folder.path(), QString::fromLatin1(addresses.value(host)));
    write(u"sshd." + host, config.toUtf8());
    const QString log = path(u"log." + host);
    QFile::remove(log);
    const auto process = std::make_shared<QProcess>();
    process->setStandardErrorFile(log);
    const QString inside = QStringLiteral("mount --make-rprivate / && mount --bind %1/passwd /etc/passwd && "
                                          "mount --bind %1/shadow /etc/shadow && "
                                          "exec ip netns exec %2 /usr/sbin/sshd -D -e -f %1/sshd.%3")
                               .arg(m_folder.path(), spaceOf(host), host);
    process->start(QStringLiteral("unshare"),
                   {QStringLiteral("-m"), QStringLiteral("sh"), QStringLiteral("-c"), inside});
    m_hosts.insert(host, process);
    QElapsedTimer clock;
    clock.start();
    QFile said(log);
    while (clock.elapsed() < startLimitMs && process->state() != QProcess::NotRunning) {
        if (said.isOpen() || said.open(QIODevice::ReadOnly)) {
            said.seek(0);
            if (said.readAll().contains("Server listening"))
                return true;
        }
        process->waitForFinished(20);
    }
    return false;
}

int HostFarm::logins(const QString& host) const
{
    QFile log(path(u"log." + host));
    return log.open(QIODevice::ReadOnly) ? int(log.readAll().count("Accepted publickey")) : -1;
}

void HostFarm::write(const QString& name, const QByteArray& bytes, bool executable) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(name));
    file.close();
    file.setPermissions(QFile::Permissions(executable ? 0x7755 : 0x6644));
}

bool HostFarm::run(const QString& shell)
{
    return QProcess::execute(QStringLiteral("sh"), {QStringLiteral("-c"), shell}) == 0;
}

} // namespace snowmelt::test
