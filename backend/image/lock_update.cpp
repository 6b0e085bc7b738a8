// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/lock_update.h"

#include "backend/execution/blocking.h"
#include "backend/image/lock_resolver.h"
#include "backend/image/staging.h"

#include <QMap>

#include <algorithm>

namespace snowmelt {

namespace {

/// A lock that cannot be read is as good as none: it is about to be written anew.
Result<QList<LoadedRecipe>> withReadableLocks(QList<LoadedRecipe> chain)
{
    for (LoadedRecipe& recipe : chain) {
        const auto lock = readLock(recipe.file);
        if (lock)
            recipe.lock = *lock;
        else if (lock.failed() && lock.error().code != ErrorCode::LockInvalid)
            return lock.as<QList<LoadedRecipe>>();
    }
    return chain;
}

bool isNothing(const Lock& lock)
{
    return lock.debs.isEmpty() && lock.packages.isEmpty();
}

} // namespace

Lock nextLock(const std::optional<Lock>& before, const Lock& resolved)
{
    if (before && lockChanges(*before, resolved).isEmpty() && missingIn(*before, resolved.packages).isEmpty() &&
        missingIn(resolved, before->packages).isEmpty())
        return *before;
    return resolved;
}

QList<ImageDifference> differencesOf(const std::optional<Lock>& before, const Lock& after)
{
    const Lock was = before.value_or(Lock());
    QList<ImageDifference> differences = lockChanges(was, after);
    for (const QString& package : after.packages)
        if (before && !was.packages.contains(package))
            differences.append({ImagePart::Recipe, ImageChange::Added, package.toUtf8(), {}, {}});
    for (const QString& package : was.packages)
        if (!after.packages.contains(package))
            differences.append({ImagePart::Recipe, ImageChange::Removed, package.toUtf8(), {}, {}});
    return differences;
}

LockUpdate::LockUpdate(QString home, ImageBuilder::Emit emit, CallContext context, QString person)
    : m_home(std::move(home)), m_emit(std::move(emit)), m_context(context), m_person(std::move(person))
{
}

void LockUpdate::say(bool written) const
{
    for (const Moved& moved : m_moved)
        if (moved.recipe.lock)
            m_emit(LockMoved{moved.recipe.ref, moved.changes, written && moved.differs});
}

LockUpdate::Moved LockUpdate::movedTo(LoadedRecipe recipe, const std::optional<Lock>& resolved)
{
    const std::optional<Lock> was = recipe.lock;
    if (!resolved || (isNothing(*resolved) && !was))
        return {recipe, {}, false};
    recipe.lock = nextLock(was, *resolved);
    const bool differs = !was || lockedContent(*was) != lockedContent(*recipe.lock);
    return {recipe, differencesOf(was, *recipe.lock), differs};
}

Task<bool> LockUpdate::run(QList<LoadedRecipe> chain, bool write)
{
    for (const LoadedRecipe& recipe : chain)
        if (recipe.recipe.packer)
            co_return Error{ErrorCode::Unsupported, {QStringLiteral("lock"), recipe.ref.text()}, {}};
    auto made = WorkFolder::make(m_home);
    if (!made)
        co_return made.as<bool>();
    const auto work = std::make_shared<WorkFolder>(made.take());
    const auto moved = co_await moveAll(work->path(), chain, write);
    const std::function<Result<Done>()> remove = [work] { return work->remove(); };
    const auto removed = co_await runBlocking<Done>(remove);
    if (moved && !removed)
        co_return removed.as<bool>();
    co_return moved;
}

Task<bool> LockUpdate::moveAll(QString work, QList<LoadedRecipe> chain, bool write)
{
    const std::function<Result<QList<LoadedRecipe>>()> read = [chain] { return withReadableLocks(chain); };
    auto before = co_await runBlocking<QList<LoadedRecipe>>(read);
    if (!before)
        co_return before.as<bool>();
    const auto resolved = co_await resolveLocks(work, *before, m_emit, m_context);
    if (!resolved)
        co_return resolved.as<bool>();
    for (qsizetype i = 0; i < before->size(); ++i)
        m_moved.append(movedTo((*before)[i], (*resolved)[i]));
    const bool differs = std::any_of(m_moved.begin(), m_moved.end(), [](const Moved& moved) { return moved.differs; });
    if (!write || !differs) {
        say(false);
        co_return differs;
    }
    const auto written = co_await writeAll();
    if (!written)
        co_return written.as<bool>();
    say(true);
    co_return false;
}

Task<Done> LockUpdate::writeAll()
{
    QMap<QString, Digest> digests;
    const ImageBuilder::Emit listen = [&digests, emit = m_emit](const EventBody& body) {
        if (const auto* built = std::get_if<ImageBuilt>(&body))
            digests.insert(built->image.ref.text(), built->image.digest);
        emit(body);
    };
    QList<LoadedRecipe> chain;
    for (const Moved& moved : m_moved)
        chain.append(moved.recipe);
    ChainBuild building(m_home, listen, m_context, m_person);
    building.setGate(m_gate);
    if (m_runner)
        building.setRunner(m_runner);
    const auto built = co_await building.run(chain, false);
    if (!built)
        co_return built.as<Done>();
    QList<LockToWrite> locks;
    for (Moved& moved : m_moved) {
        if (!moved.recipe.lock)
            continue;
        const Digest parent = digests.value(moved.recipe.recipe.parent.text());
        const Digest digest = digests.value(moved.recipe.ref.text());
        if (!moved.differs && moved.recipe.lock->built == digest)
            continue;
        moved.recipe.lock->built = digest;
        moved.recipe.lock->from = buildKey(moved.recipe, parent, builderScript());
        locks.append({lockFileOf(moved.recipe.file), *moved.recipe.lock});
    }
    const std::function<Result<Done>()> write = [locks] { return writeLocks(locks); };
    const auto written = co_await runBlocking<Done>(write);
    co_return written;
}

} // namespace snowmelt
