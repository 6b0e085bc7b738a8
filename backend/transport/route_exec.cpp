// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/route_exec.h"

#include "backend/transport/route_approach.h"
#include "backend/transport/ssh_run.h"

#include <algorithm>
#include <utility>

namespace snowmelt {

namespace {

using ConnectionPtr = std::shared_ptr<SshConnection>;
using Ways = QList<SshWay>;

/// To one jump host; more than one only while they are stuck.
constexpr int connectionsMax = 16;

/// The kept connections, each under all ways that lead to its host. Shared with running calls, which outlive closeAll()
/// by the time they need to notice it.
class RoutePool : public std::enable_shared_from_this<RoutePool>
{
public:
    RoutePool(SshAsker* asker, SshLimits limits) : m_shared(std::make_shared<RouteShared>())
    {
        m_shared->asker = asker;
        m_shared->limits = limits;
    }

    SshFound get(const SshRoute& route);
    void letGo(const Ways& ways);
    void closeAll();
    void end(); ///< and nothing is tried again

private:
    struct Kept
    {
        Ways ways;
        ConnectionPtr connection;
        bool isRoute = false; // and not only on the way to one
    };
    ConnectionPtr kept(const Ways& ways, bool forJumping) const;
    ConnectionPtr open(const Ways& ways, const QString& node, bool isRoute);
    ConnectionPtr jumpHost(const Ways& ways, const QString& node);
    std::shared_ptr<LoginMemory> takeMemory(const Ways& ways);
    void letGoOfJumpHost(const Ways& ways);

    std::shared_ptr<RouteShared> m_shared;
    QList<Kept> m_kept;
    bool m_isOver = false;
};

// One that ended while nobody looked has not failed yet.
bool isUsable(const ConnectionPtr& connection)
{
    return !connection->isFailed() && !(connection->isReady() && connection->stream().ended());
}

const RouteApproach& approachOf(const ConnectionPtr& connection)
{
    return static_cast<const RouteApproach&>(connection->approach());
}

SshFound RoutePool::get(const SshRoute& route)
{
    ConnectionPtr connection = kept(route.ways, false);
    const bool wasReady = connection && connection->isReady();
    if (!connection)
        connection = open(route.ways, route.node, true);
    return {connection, [self = shared_from_this(), connection, wasReady] {
                return !self->m_isOver && (wasReady || approachOf(connection).mayTryAgain());
            }};
}

// The first that can be used; when jumping and all are stuck, one of them only if there may be no more.
ConnectionPtr RoutePool::kept(const Ways& ways, bool forJumping) const
{
    ConnectionPtr stuck;
    int count = 0;
    for (const Kept& kept : m_kept) {
        if (!isUsable(kept.connection) || kept.ways != ways)
            continue;
        if (!forJumping || !kept.connection->isStuckFor(nullptr))
            return kept.connection;
        stuck = kept.connection;
        ++count;
    }
    return count >= connectionsMax ? stuck : nullptr;
}

ConnectionPtr RoutePool::jumpHost(const Ways& ways, const QString& node)
{
    const ConnectionPtr connection = kept(ways, true);
    return connection ? connection : open(ways, node, false);
}

ConnectionPtr RoutePool::open(const Ways& ways, const QString& node, bool isRoute)
{
    RouteApproach::Choose chooseVia;
    if (ways.size() > 1) {
        chooseVia = [weak = weak_from_this(), before = ways.first(ways.size() - 1), node] {
            const auto pool = weak.lock();
            return pool ? pool->jumpHost(before, node) : nullptr;
        };
    }
    auto approach = std::make_unique<RouteApproach>(ways.last(), node, m_shared, chooseVia, takeMemory(ways));
    const ConnectionPtr connection = SshConnection::open(std::move(approach), m_shared->limits.burial);
    m_kept.append({ways, connection, isRoute});
    return connection;
}

// What a person said too late is told by the next connection to the same.
std::shared_ptr<LoginMemory> RoutePool::takeMemory(const Ways& ways)
{
    auto memory = std::make_shared<LoginMemory>();
    for (const Kept& kept : std::as_const(m_kept)) {
        if (kept.ways == ways && kept.connection->isFailed() && approachOf(kept.connection).mayTryAgain())
            *memory = *approachOf(kept.connection).memory();
    }
    ++memory->lateAnswers;
    m_kept.removeIf([&ways](const Kept& kept) {
        const bool isRemembered = kept.ways != ways && approachOf(kept.connection).mayTryAgain();
        return !isUsable(kept.connection) && !isRemembered;
    });
    return memory;
}

/// A command that runs on it keeps the connection until it ends.
void RoutePool::letGo(const Ways& ways)
{
    m_kept.removeIf([&ways](const Kept& kept) { return kept.ways == ways; });
    for (qsizetype count = ways.size() - 1; count > 0; --count)
        letGoOfJumpHost(ways.first(count));
}

void RoutePool::letGoOfJumpHost(const Ways& ways)
{
    const auto needsIt = [&ways](const Kept& kept) {
        const bool isBehindIt = kept.ways.size() > ways.size() && kept.ways.first(ways.size()) == ways;
        return isBehindIt || (kept.ways == ways && kept.isRoute);
    };
    if (std::ranges::none_of(m_kept, needsIt))
        m_kept.removeIf([&ways](const Kept& kept) { return kept.ways == ways; });
}

// Those behind a jump host first, while they can still say goodbye.
void RoutePool::closeAll()
{
    QList<Kept> all = std::exchange(m_kept, {});
    std::ranges::stable_sort(all, std::ranges::greater(), [](const Kept& kept) { return kept.ways.size(); });
    for (const Kept& kept : std::as_const(all))
        kept.connection->close();
    m_shared->ring.clear();
}

void RoutePool::end()
{
    m_isOver = true;
    closeAll();
}

} // namespace

class RouteExec::Private
{
public:
    std::shared_ptr<RoutePool> pool;
};

RouteExec::RouteExec(SshAsker* asker, SshLimits limits) : d(std::make_unique<Private>())
{
    d->pool = std::make_shared<RoutePool>(asker, limits);
}

RouteExec::~RouteExec()
{
    d->pool->end();
}

Task<ExecResult> RouteExec::exec(SshRoute route, ExecRequest request, CallContext context)
{
    return stream(std::move(route), std::move(request), {}, std::move(context));
}

Task<ExecResult> RouteExec::stream(SshRoute route, ExecRequest request, SshFlow flow, CallContext context)
{
    const QString node = route.node;
    const auto find = [pool = d->pool, route = std::move(route)] { return pool->get(route); };
    return runOverSsh(find, node, std::move(request), std::move(flow), std::move(context));
}

void RouteExec::forget(const SshRoute& route)
{
    d->pool->letGo(route.ways);
}

void RouteExec::closeAll()
{
    d->pool->closeAll();
}

} // namespace snowmelt
