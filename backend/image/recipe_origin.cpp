// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/recipe_origin.h"

#include "backend/execution/process.h"

#include <QFile>
#include <QFileInfo>

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace snowmelt {

namespace {

constexpr std::chrono::seconds gitLimit{20};
constexpr int gitFatal = 128;

/// Whoever started Snowmelt may be inside of a git command: its variables are about another folder.
QProcessEnvironment ownEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys())
        if (name.startsWith(QStringLiteral("GIT_")))
            environment.remove(name);
    return environment;
}

/// Root's has secrets in it, and who owns a process can read what it was given.
QProcessEnvironment ownersEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/nonexistent"));
    return environment;
}

/// setpriv's command line before that of what runs as `owner`, of their own first group. The folder's group need not be
/// one of theirs.
QStringList asOwner(uid_t owner)
{
    constexpr gid_t nobodys = 65534;
    const passwd* account = ::getpwuid(owner);
    return {QStringLiteral("setpriv"), QStringLiteral("--reuid=%1").arg(owner),
            QStringLiteral("--regid=%1").arg(account ? account->pw_gid : nobodys), QStringLiteral("--clear-groups")};
}

ProcessSpec gitIn(const QString& folder, const QStringList& arguments)
{
    struct stat status = {};
    const bool isThere = ::stat(QFile::encodeName(folder).constData(), &status) == 0;
    const bool isAnothers = isThere && ::geteuid() == 0 && status.st_uid != 0;
    QStringList command = isAnothers ? asOwner(status.st_uid) : QStringList();
    // A monitor is a program that the repository names.
    command += {QStringLiteral("git"), QStringLiteral("-C"), folder, QStringLiteral("-c"),
                QStringLiteral("core.fsmonitor=false")};
    command += arguments;
    ProcessSpec spec;
    spec.program = command.takeFirst();
    spec.arguments = command;
    spec.environment = isAnothers ? ownersEnvironment() : ownEnvironment();
    spec.environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    spec.environment.insert(QStringLiteral("GIT_OPTIONAL_LOCKS"), QStringLiteral("0")); // `status` writes nothing
    return spec;
}

/// A commit with nothing in front but the folder's place in the repository.
struct CommitPlace
{
    QString folder;
    QString commit;
};

CommitPlace placeIn(const QByteArray& printed)
{
    const QList<QByteArray> lines = printed.split('\n');
    return {QString::fromUtf8(lines.value(0)), QString::fromLatin1(lines.value(1))};
}

RecipeOrigin unknownOrigin(const ProcessOutput& asked)
{
    RecipeOrigin origin;
    if (asked.exitStatus != gitFatal)
        origin.known = RecipeOrigin::Known::NotAsked;
    else if (asked.err.contains("dubious ownership") || asked.err.contains("unsafe repository"))
        origin.known = RecipeOrigin::Known::Refused;
    else
        origin.known = RecipeOrigin::Known::NoRepository;
    return origin;
}

} // namespace

Task<RecipeOrigin> originOf(QString recipeFile, CallContext context)
{
    const QString folder = QFileInfo(recipeFile).path();
    const CallContext limited = context.within(gitLimit);
    const ProcessSpec asking =
        gitIn(folder, {QStringLiteral("rev-parse"), QStringLiteral("--show-prefix"), QStringLiteral("HEAD")});
    const Result<ProcessOutput> head = co_await runProcess(asking, limited);
    if (!head)
        co_return RecipeOrigin{};
    if (head->exitStatus != 0)
        co_return unknownOrigin(*head);
    const ProcessSpec looking =
        gitIn(folder, {QStringLiteral("status"), QStringLiteral("--porcelain"),
                       QStringLiteral("--untracked-files=normal"), QStringLiteral("--"), QStringLiteral(".")});
    const Result<ProcessOutput> changes = co_await runProcess(looking, limited);
    // What is ignored is not in the status.
    const ProcessSpec finding = gitIn(folder, {QStringLiteral("ls-files"), QStringLiteral("--"),
                                               QStringLiteral(":(literal)") + QFileInfo(recipeFile).fileName()});
    const Result<ProcessOutput> tracked = co_await runProcess(finding, limited);
    if (!changes || !tracked || changes->exitStatus != 0 || tracked->exitStatus != 0)
        co_return RecipeOrigin{};
    const bool dirty = !changes->out.isEmpty() || tracked->out.isEmpty();
    const ProcessSpec reading =
        gitIn(folder, {QStringLiteral("config"), QStringLiteral("--get"), QStringLiteral("remote.origin.url")});
    const Result<ProcessOutput> remote = co_await runProcess(reading, limited);
    const QString url = remote && remote->exitStatus == 0 ? QString::fromUtf8(remote->out).trimmed() : QString();
    const CommitPlace at = placeIn(head->out);
    co_return RecipeOrigin{RecipeOrigin::Known::Yes, at.commit, publicAddress(url), at.folder, dirty};
}

} // namespace snowmelt
