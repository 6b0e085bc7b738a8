// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/lock_resolver.h"

#include "backend/execution/blocking.h"
#include "backend/execution/process.h"
#include "backend/image/apt_answers.h"
#include "backend/image/build_failure.h"
#include "backend/image/durable_file.h"
#include "backend/image/staging.h"

#include <QDir>
#include <QFile>

namespace snowmelt {

namespace {

/// One tier's question, and what is known from the tiers below.
struct LockQuestion
{
    LoadedRecipe recipe;
    QString suite;
    QByteArray sources;  ///< empty: this machine's own
    QByteArray status;   ///< of the tiers below
    qsizetype depth = 0; ///< how many these are
};

struct LockAnswer
{
    Lock lock;
    QByteArray sources;
    QByteArray status;
};

Result<Done> ask(const LockQuestion& question, const QString& work)
{
    const QString extra = work + QStringLiteral("/in/extra"); // those of the tiers below stay there
    if (!QDir().mkpath(extra))
        return writeError(work, errno);
    if (auto staged = stageSources(question.recipe, question.depth, extra, extra); !staged)
        return staged;
    const bool os = question.recipe.recipe.tier == Tier::Os;
    const QList<std::pair<QString, QByteArray>> texts{
        {QStringLiteral("/in/tier"), os ? "os" : "above"},
        {QStringLiteral("/in/suite"), question.suite.toUtf8()},
        {QStringLiteral("/in/sources"), question.sources},
        {QStringLiteral("/in/status"), question.status},
        {QStringLiteral("/in/packages"), joined(question.recipe.recipe.packages)},
        {QStringLiteral("/resolve.sh"), resolverScript()}};
    for (const auto& [name, content] : texts)
        if (auto written = writeDurably(work + name, content); !written)
            return written;
    return Done{};
}

QByteArray fact(const QString& work, const char* name)
{
    QFile file(work + QStringLiteral("/facts/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<LockAnswer> understood(const LockQuestion& question, const QString& work)
{
    const QByteArray uris = fact(work, "uris");
    const QByteArray shown = fact(work, "shown");
    const auto debs = debsFrom(uris, shown);
    if (!debs)
        return Error{ErrorCode::Unexpected, {QStringLiteral("apt-get --print-uris")}, lastLines(uris)};
    LockAnswer answer{{}, fact(work, "sources"), statusAfter(question.status, shown)};
    answer.lock.packages = question.recipe.recipe.packages;
    answer.lock.debs = *debs;
    if (question.recipe.recipe.tier == Tier::Os)
        answer.lock.sources = withoutCredentials(QString::fromUtf8(answer.sources)).split(u'\n', Qt::SkipEmptyParts);
    return answer;
}

Task<Done> runResolver(LockQuestion question, QString work, ImageBuilder::Emit emit, CallContext context)
{
    QByteArray output;
    ProcessSpec spec;
    spec.program = QStringLiteral("/bin/sh");
    spec.arguments = {work + QStringLiteral("/resolve.sh"), work};
    spec.environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    spec.outputLimit = 0; // told line by line
    spec.lineLimit = longestScrubbed;
    spec.onLine = [&output, &emit](const QByteArray& line, bool) {
        const QByteArray text = clippedLine(withoutCredentials(QString::fromUtf8(line)).toUtf8());
        output += text + '\n';
        emit(LogLine{QStringLiteral("apt"), QString::fromUtf8(text)});
    };
    const auto ended = co_await runProcess(spec, context);
    if (!ended)
        co_return ended.as<Done>();
    if (ended->exitStatus == 0)
        co_return Done{};
    const QString packages = QStringLiteral("packages");
    co_return buildFailure({question.recipe.ref, packages, commandOf(question.recipe.recipe, packages),
                            ended->exitStatus, output, work, fact(work, "names")});
}

Task<LockAnswer> resolveTier(LockQuestion question, QString work, ImageBuilder::Emit emit, CallContext context)
{
    const std::function<Result<Done>()> prepare = [question, work] { return ask(question, work); };
    const auto prepared = co_await runBlocking<Done>(prepare);
    if (!prepared)
        co_return prepared.as<LockAnswer>();
    const auto ran = co_await runResolver(question, work, emit, context);
    if (!ran)
        co_return ran.as<LockAnswer>();
    const std::function<Result<LockAnswer>()> understand = [question, work] { return understood(question, work); };
    auto answer = co_await runBlocking<LockAnswer>(understand);
    co_return answer;
}

} // namespace

Task<QList<std::optional<Lock>>> resolveLocks(QString work, QList<LoadedRecipe> chain, ImageBuilder::Emit emit,
                                              CallContext context)
{
    QList<std::optional<Lock>> locks;
    LockQuestion question{{}, chain.first().recipe.suite, {}, {}, 0};
    for (const LoadedRecipe& recipe : chain) {
        question.depth = &recipe - chain.constData();
        const bool idle = recipe.recipe.packages.isEmpty() && recipe.recipe.sources.isEmpty() && !recipe.lock;
        if (idle && recipe.recipe.tier != Tier::Os) {
            locks.append(std::nullopt);
            continue;
        }
        question.recipe = recipe;
        const auto answer = co_await resolveTier(question, work, emit, context);
        if (!answer)
            co_return answer.as<QList<std::optional<Lock>>>();
        question.sources = answer->sources;
        question.status = answer->status;
        locks.append(answer->lock);
    }
    co_return locks;
}

} // namespace snowmelt
