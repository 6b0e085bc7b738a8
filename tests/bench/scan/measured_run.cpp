// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/scan/measured_run.h"

#include "tests/bench/scan/scan_hosts.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace snowmelt::bench {

namespace {

qint64 residentKiB(pid_t pid)
{
    const qint64 pages = contentOf(QStringLiteral("/proc/%1/statm").arg(pid)).split(' ').value(1).toLongLong();
    return pages * ::sysconf(_SC_PAGESIZE) / 1024;
}

qint64 residentOfTree(pid_t pid)
{
    qint64 all = residentKiB(pid);
    for (const QByteArray& child : contentOf(QStringLiteral("/proc/%1/task/%1/children").arg(pid)).split(' ')) {
        if (!child.trimmed().isEmpty())
            all += residentOfTree(child.trimmed().toInt());
    }
    return all;
}

qint64 milliseconds(const timeval& time)
{
    return time.tv_sec * 1000 + time.tv_usec / 1000;
}

/// In a process group of its own, which can be ended as a whole.
pid_t startIn(const QStringList& command, const QString& log)
{
    std::vector<QByteArray> words;
    for (const QString& word : command)
        words.push_back(QFile::encodeName(word));
    std::vector<char*> argv;
    for (QByteArray& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    const QByteArray path = QFile::encodeName(log);
    const pid_t pid = ::fork();
    if (pid != 0)
        return pid;
    ::setpgid(0, 0);
    const int out = ::open(path.constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(::open("/dev/null", O_RDONLY), 0);
    ::dup2(out, 1);
    ::dup2(out, 2);
    ::execvp(argv.front(), argv.data());
    ::_exit(127);
}

QString failureOf(int status, bool late, const QString& log)
{
    if (late)
        return QStringLiteral("not in time");
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return {};
    return QString::fromUtf8(contentOf(log).right(2000));
}

} // namespace

ScanCost measuredRun(const QStringList& command, const QString& log, qint64 limitMs)
{
    ScanCost cost;
    const qint64 bytes = bytesOverLoopback();
    QElapsedTimer clock;
    clock.start();
    const pid_t pid = startIn(command, log);
    bool late = false;
    int status = 0;
    rusage used{};
    while (::wait4(pid, &status, WNOHANG, &used) == 0) {
        cost.peakMemoryKiB = std::max(cost.peakMemoryKiB, residentOfTree(pid));
        if (!late && clock.elapsed() > limitMs) {
            late = true;
            ::kill(-pid, SIGKILL);
        }
        ::poll(nullptr, 0, clock.elapsed() < 2000 ? 10 : 50);
    }
    cost.wallMs = clock.elapsed();
    cost.cpuMs = milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
    cost.bytes = bytesOverLoopback() - bytes;
    cost.failure = failureOf(status, late, log);
    return cost;
}

} // namespace snowmelt::bench
