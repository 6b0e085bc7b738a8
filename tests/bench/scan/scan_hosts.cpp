// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/scan/scan_hosts.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>

namespace snowmelt::bench {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeText(const QString& path, const QString& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content.toUtf8()) >= 0;
}

namespace {

constexpr int port = 2299;
constexpr qint64 patienceMs = 60'000;

QString userName()
{
    QProcess id;
    id.start(QStringLiteral("id"), {QStringLiteral("-un")});
    id.waitForFinished();
    return QString::fromUtf8(id.readAllStandardOutput()).trimmed();
}

template <typename Condition>
bool becomes(const Condition& condition)
{
    QElapsedTimer clock;
    clock.start();
    while (!condition()) {
        if (clock.elapsed() > patienceMs)
            return false;
        ::poll(nullptr, 0, 10);
    }
    return true;
}

/// Fields of proc(5)'s stat behind the name, which may hold anything.
QList<QByteArray> statOf(pid_t pid)
{
    const QByteArray stat = contentOf(QStringLiteral("/proc/%1/stat").arg(pid));
    return stat.mid(stat.lastIndexOf(')') + 2).split(' ');
}

bool hasChildren(pid_t pid)
{
    return !contentOf(QStringLiteral("/proc/%1/task/%1/children").arg(pid)).trimmed().isEmpty();
}

pid_t spawn(const QString& program, const QStringList& arguments, const QString& log)
{
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
    process.setStandardErrorFile(log);
    qint64 pid = 0;
    return process.startDetached(&pid) ? pid_t(pid) : 0;
}

} // namespace

QString ScanHosts::makeKey(const QString& name) const
{
    QProcess::execute(QStringLiteral("ssh-keygen"),
                      {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"),
                       QString(), QStringLiteral("-f"), path(name)});
    return QString::fromUtf8(contentOf(path(name) + u".pub")).trimmed();
}

QString ScanHosts::startOne(int index)
{
    SshTarget target;
    target.name = QStringLiteral("host-%1").arg(index);
    target.endpoint = {QStringLiteral("127.81.%1.%2").arg(index / 250).arg(index % 250 + 1), port};
    target.user = userName();
    target.hostKey = makeKey(target.name);
    target.privateKeyFile = path(QStringLiteral("client"));
    target.publicKeyFile = path(QStringLiteral("client.pub"));
    const QString config = path(target.name) + u".conf";
    const QString lines = QStringLiteral("Port %1\nListenAddress %2\nHostKey %3\nPidFile none\nAuthorizedKeysFile %4\n"
                                         "StrictModes no\nUsePAM no\nPermitRootLogin prohibit-password\n")
                              .arg(port)
                              .arg(target.endpoint.host, path(target.name), target.publicKeyFile);
    if (target.hostKey.isEmpty() || !writeText(config, lines))
        return QStringLiteral("cannot write below ") + folder();
    const QString log = path(target.name) + u".log";
    const pid_t pid = spawn(QStringLiteral("/usr/sbin/sshd"),
                            {QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"), config}, log);
    if (pid == 0)
        return QStringLiteral("/usr/sbin/sshd: openssh-server is needed");
    m_processes.append(pid);
    m_targets.append(target);
    const bool listens = becomes([&log] { return contentOf(log).contains("Server listening"); });
    return listens ? QString() : QString::fromUtf8(contentOf(log));
}

QString ScanHosts::start(int count)
{
    if (::geteuid() == 0)
        QDir().mkpath(QStringLiteral("/run/sshd")); // where sshd wants to be locked in
    makeKey(QStringLiteral("client"));
    for (int i = 0; i < count; ++i) {
        const QString failure = startOne(i);
        if (!failure.isEmpty())
            return failure;
    }
    return {};
}

ScanHosts::~ScanHosts()
{
    for (const pid_t pid : std::as_const(m_processes))
        ::kill(pid, SIGTERM);
    for (const pid_t pid : std::as_const(m_processes))
        becomes([pid] { return ::kill(pid, 0) != 0; });
}

qint64 ScanHosts::cpuMs() const
{
    const qint64 ticks = ::sysconf(_SC_CLK_TCK);
    qint64 used = 0;
    for (const pid_t pid : m_processes) {
        becomes([pid] { return !hasChildren(pid); });
        const QList<QByteArray> stat = statOf(pid);
        for (int field = 11; field <= 14; ++field) // utime, stime, and those of children that ended
            used += stat.value(field).toLongLong();
    }
    return used * 1000 / ticks;
}

bool hideShellStart()
{
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return false;
    bool hidden = true;
    for (const char* name : {".bashrc", ".zshenv"}) { // what bash and zsh read for each command that comes over SSH
        const QByteArray file = QFile::encodeName(QDir::home().filePath(QLatin1String(name)));
        const bool there = ::access(file.constData(), F_OK) == 0;
        hidden = hidden && (!there || ::mount("/dev/null", file.constData(), nullptr, MS_BIND, nullptr) == 0);
    }
    return hidden;
}

bool enterOwnNetwork()
{
    if (::unshare(CLONE_NEWNET) != 0)
        return false;
    const int handle = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq loopback{};
    std::strncpy(loopback.ifr_name, "lo", sizeof loopback.ifr_name - 1);
    loopback.ifr_flags = IFF_UP | IFF_RUNNING;
    const bool up = ::ioctl(handle, SIOCSIFFLAGS, &loopback) == 0;
    ::close(handle);
    return up;
}

qint64 bytesOverLoopback()
{
    for (const QByteArray& line : contentOf(QStringLiteral("/proc/self/net/dev")).split('\n')) {
        if (line.trimmed().startsWith("lo:"))
            return line.mid(line.indexOf(':') + 1).simplified().split(' ').value(0).toLongLong();
    }
    return 0;
}

} // namespace snowmelt::bench
