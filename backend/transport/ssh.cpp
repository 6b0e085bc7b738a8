// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/ssh.h"

#include "backend/transport/pinned_approach.h"
#include "backend/transport/ssh_run.h"

#include <QList>

#include <utility>

namespace snowmelt {

namespace {

/// The kept connections. Shared with running calls, which outlive closeAll() by the time they need to notice it.
class PinnedPool
{
public:
    explicit PinnedPool(SshLimits limits) : m_limits(limits) {}

    SshFound get(const SshTarget& target);
    void letGo(const Endpoint& endpoint);
    void closeAll();

private:
    struct Kept
    {
        SshTarget target;
        std::shared_ptr<SshConnection> connection;
    };
    SshLimits m_limits;
    QList<Kept> m_kept;
    QList<std::weak_ptr<SshConnection>> m_letGo; ///< those that something still keeps
};

SshFound PinnedPool::get(const SshTarget& target)
{
    m_kept.removeIf([](const Kept& kept) { return kept.connection->isFailed(); });
    for (const Kept& kept : std::as_const(m_kept)) {
        if (kept.target == target)
            return {kept.connection, [wasReady = kept.connection->isReady()] { return wasReady; }};
    }
    m_kept.append({target, SshConnection::open(std::make_unique<PinnedApproach>(target, m_limits), m_limits.burial)});
    return {m_kept.last().connection, [] { return false; }};
}

/// A command that runs on it keeps the connection until it ends: it may be another's, with more patience than who lets
/// go. Without one it is closed by its end.
void PinnedPool::letGo(const Endpoint& endpoint)
{
    m_letGo.removeIf([](const std::weak_ptr<SshConnection>& connection) { return connection.expired(); });
    m_kept.removeIf([this, &endpoint](const Kept& kept) {
        const bool isOfIt = kept.target.endpoint == endpoint;
        if (isOfIt)
            m_letGo.append(kept.connection);
        return isOfIt;
    });
}

void PinnedPool::closeAll()
{
    for (const Kept& kept : std::as_const(m_kept))
        kept.connection->close();
    m_kept.clear();
    for (const std::weak_ptr<SshConnection>& letGo : std::as_const(m_letGo)) {
        if (const auto connection = letGo.lock())
            connection->close(); // a command on it hangs, or nobody agrees to a channel's end
    }
    m_letGo.clear();
}

} // namespace

class SshExec::Private
{
public:
    std::shared_ptr<PinnedPool> pool;
};

SshExec::SshExec(SshLimits limits) : d(std::make_unique<Private>())
{
    d->pool = std::make_shared<PinnedPool>(limits);
}

SshExec::~SshExec()
{
    closeAll();
}

Task<ExecResult> SshExec::exec(SshTarget target, ExecRequest request, CallContext context)
{
    const QString node = target.name;
    const auto find = [pool = d->pool, target = std::move(target)] { return pool->get(target); };
    return runOverSsh(find, node, std::move(request), SshFlow{}, std::move(context));
}

void SshExec::forget(const Endpoint& endpoint)
{
    d->pool->letGo(endpoint);
}

void SshExec::closeAll()
{
    d->pool->closeAll();
}

} // namespace snowmelt
