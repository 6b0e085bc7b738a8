// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/engine_service.h"

#include "backend/execution/blocking.h"
#include "backend/execution/interruption.h"
#include "backend/execution/process.h"
#include "backend/platform/podman/engine_host.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QSaveFile>

#include <atomic>
#include <csignal>
#include <memory>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace snowmelt {

namespace {

constexpr std::chrono::milliseconds startPoll{40};
constexpr std::chrono::seconds startLimit{30};
constexpr int lockWaitMs = 30000;

Error unavailable(const QString& detail)
{
    return Error{ErrorCode::PlatformUnavailable, {QStringLiteral("podman")}, detail};
}

Result<Done> makeFolder(const QString& path, QFile::Permissions permissions)
{
    if (!QDir().mkpath(path) || !QFile::setPermissions(path, permissions))
        return Error{ErrorCode::FileUnwritable, {path}, {}};
    return Done{};
}

Result<Done> makeFolders(const EnginePaths& paths)
{
    constexpr QFile::Permissions ours = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    for (const QString& path : {paths.networks, paths.uploads, paths.run}) {
        const Result<Done> made = makeFolder(path, ours);
        if (!made)
            return made;
    }
    return Done{};
}

/// What a service that was killed had received and not yet unpacked.
void sweepUploads(const QString& folder)
{
    const QStringList left = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QString& name : left) {
        const QString path = folder + u'/' + name;
        QFileInfo(path).isDir() ? QDir(path).removeRecursively() : QFile::remove(path);
    }
}

Result<Done> writeFile(const QString& path, const QByteArray& content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush() || !file.commit())
        return Error{ErrorCode::FileUnwritable, {path}, file.errorString()};
    return Done{};
}

QString lastWords(const QString& log)
{
    QFile file(log);
    return file.open(QIODevice::ReadOnly) ? lastLines(file.readAll()) : QString();
}

Result<qint64> launch(const EnginePaths& paths, const QString& podman, std::chrono::seconds idle)
{
    QFile::remove(paths.log);
    QProcess service;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CONTAINERS_CONF"), paths.config);
    environment.insert(QStringLiteral("TMPDIR"), paths.uploads);
    service.setProcessEnvironment(environment);
    service.setStandardInputFile(QProcess::nullDevice());
    service.setStandardOutputFile(paths.log, QIODevice::Append);
    service.setStandardErrorFile(paths.log, QIODevice::Append);
    service.setProgram(podman);
    service.setArguments({QStringLiteral("--root"), paths.root, QStringLiteral("--runroot"), paths.runRoot,
                          QStringLiteral("--storage-driver"), QStringLiteral("overlay"), QStringLiteral("system"),
                          QStringLiteral("service"), QStringLiteral("-t"), QString::number(idle.count()),
                          u"unix://" + paths.socket});
    inheritNothing(); // what is started for good has no modifier: the service would hold a caller's lock for its life
    qint64 pid = 0;
    if (!service.startDetached(&pid))
        return unavailable(service.errorString());
    return pid;
}

bool alive(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0;
}

/// The whole start, in the pool, until `stop` says that nobody waits for it any more. 0: another's service listens.
Result<qint64> startService(const EnginePaths& paths, std::chrono::seconds idle, const std::atomic<bool>& stop)
{
    const EngineHost host = probeEngineHost();
    const Result<QString> runtime = chooseRuntime(host);
    if (!runtime)
        return runtime.as<qint64>();
    if (const Result<Done> made = makeFolders(paths); !made)
        return made.as<qint64>();
    QLockFile lock(paths.serviceLock);
    if (!lock.tryLock(lockWaitMs))
        return unavailable(paths.serviceLock);
    if (engineListens(paths.socket))
        return qint64{0};
    sweepUploads(paths.uploads);
    if (const Result<Done> written = writeFile(paths.config, renderEngineConfig(host, *runtime, paths)); !written)
        return written.as<qint64>();
    const Result<qint64> pid = launch(paths, host.podman, idle);
    if (!pid)
        return pid;
    // The lock is held until it listens, so that a second Snowmelt does not start a second service.
    QDeadlineTimer limit(startLimit);
    while (!stop && alive(*pid) && !limit.hasExpired() && !engineListens(paths.socket))
        ::usleep(static_cast<useconds_t>(std::chrono::microseconds(startPoll).count()));
    if (!engineListens(paths.socket))
        return unavailable(lastWords(paths.log));
    (void)writeFile(paths.servicePid, QByteArray::number(*pid) + '\n');
    return pid;
}

} // namespace

bool engineListens(const QString& socket)
{
    const QByteArray path = QFile::encodeName(socket);
    sockaddr_un address{};
    if (static_cast<size_t>(path.size()) >= sizeof address.sun_path)
        return false;
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return false;
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, path.constData(), sizeof address.sun_path);
    const bool accepted = ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(fd);
    return accepted;
}

Task<Done> ensureEngineService(EnginePaths paths, std::chrono::seconds idle, CallContext context)
{
    if (context.cancel.isCancelled())
        co_return Cancelled{};
    if (paths.run.isEmpty()) // an ordinary user without a session
        co_return Error{
            ErrorCode::PlatformUnavailable, {QStringLiteral("podman"), QStringLiteral("XDG_RUNTIME_DIR")}, {}};
    auto stop = std::make_shared<std::atomic<bool>>(false);
    const Interruption interruption(context, [stop] { *stop = true; });
    std::function<Result<qint64>()> work = [paths, idle, stop] { return startService(paths, idle, *stop); };
    Task<qint64> starting = runBlocking<qint64>(std::move(work));
    const Result<qint64> started = co_await starting;
    if (interruption.happened() && !started)
        co_return interruption.as<Done>(QStringLiteral("podman system service"));
    if (!started)
        co_return started.as<Done>();
    co_return Done{};
}

} // namespace snowmelt
