// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/ssh.h"

#include "backend/execution/interruption.h"
#include "backend/transport/ssh_command.h"
#include "backend/transport/ssh_connection.h"

#include <QElapsedTimer>
#include <QList>

#include <utility>

namespace snowmelt {

namespace {

using ConnectionPtr = std::shared_ptr<SshConnection>;
using CommandPtr = std::shared_ptr<SshCommand>;

/// The kept connections. Shared with running calls, which outlive closeAll() by the time they need to notice it.
class ConnectionPool
{
public:
    explicit ConnectionPool(SshLimits limits) : m_limits(limits) {}

    struct Found
    {
        ConnectionPtr connection;
        bool kept = false; ///< was ready before: may turn out dead
    };
    Found get(const SshTarget& target);
    void letGoWhere(const std::function<bool(const SshTarget&)>& concerned);
    void closeAll();

private:
    SshLimits m_limits;
    QList<ConnectionPtr> m_connections;
};

bool isFailed(const ConnectionPtr& connection)
{
    return connection->state() == SshConnection::State::Failed;
}

ConnectionPool::Found ConnectionPool::get(const SshTarget& target)
{
    m_connections.removeIf(isFailed);
    for (const ConnectionPtr& connection : std::as_const(m_connections)) {
        if (connection->target() == target)
            return {connection, connection->state() == SshConnection::State::Ready};
    }
    m_connections.append(SshConnection::open(target, m_limits));
    return {m_connections.last(), false};
}

/// A command that runs on it keeps the connection until it ends: it may be another's, with more patience than who lets
/// go. Without one it is closed by its end.
void ConnectionPool::letGoWhere(const std::function<bool(const SshTarget&)>& concerned)
{
    m_connections.removeIf([&concerned](const ConnectionPtr& connection) { return concerned(connection->target()); });
}

void ConnectionPool::closeAll()
{
    for (const ConnectionPtr& connection : std::as_const(m_connections))
        connection->close();
    m_connections.clear();
}

/// The answer of a call that was cancelled or came to its deadline while it waited for `connection`.
template <typename T>
Result<T> interrupted(const Interruption& interruption, const ConnectionPtr& connection, const QElapsedTimer& begun)
{
    if (interruption.byCancel())
        return Cancelled{};
    return connection->lateness(begun.elapsed() / 1000);
}

Task<CommandPtr> openCommand(ConnectionPtr connection, ExecRequest request, CallContext context, QElapsedTimer begun)
{
    const Interruption interruption(context, [connection] { connection->ring(); });
    while (true) {
        if (interruption.happened())
            co_return interrupted<CommandPtr>(interruption, connection, begun);
        if (isFailed(connection))
            co_return connection->failure();
        if (connection->state() == SshConnection::State::Ready) {
            LIBSSH2_CHANNEL* channel = nullptr;
            const SshConnection::Opening opening = connection->tryOpenChannel(&channel);
            if (opening == SshConnection::Opening::Opened)
                co_return std::make_shared<SshCommand>(connection, channel, request);
            if (opening == SshConnection::Opening::Refused)
                co_return connection->broken();
        }
        Completion news = connection->news();
        co_await news;
    }
}

Task<ExecResult> runCommand(ConnectionPtr connection, CommandPtr command, CallContext context, QElapsedTimer begun)
{
    const Interruption interruption(context, [connection] { connection->ring(); });
    while (true) {
        if (interruption.happened())
            co_return interrupted<ExecResult>(interruption, connection, begun);
        const SshCommand::Progress progress = command->advance();
        if (progress == SshCommand::Progress::Finished)
            co_return command->takeResult();
        if (progress == SshCommand::Progress::Failed)
            co_return command->failure();
        Completion news = connection->news();
        co_await news;
    }
}

Task<ExecResult> execute(std::shared_ptr<ConnectionPool> pool, SshTarget target, ExecRequest request,
                         CallContext context)
{
    QElapsedTimer begun;
    begun.start();
    while (true) {
        if (context.cancel.isCancelled())
            co_return Cancelled{};
        const ConnectionPool::Found found = pool->get(target);
        const Result<CommandPtr> command = co_await openCommand(found.connection, request, context, begun);
        if (command.ok()) {
            const Result<ExecResult> result = co_await runCommand(found.connection, *command, context, begun);
            co_return result;
        }
        // A kept connection that was dead all along: nothing was sent, so a fresh one may try. It is never "kept".
        const bool wasDead = command.failed() && found.kept && isFailed(found.connection);
        if (!wasDead)
            co_return command.as<ExecResult>();
    }
}

} // namespace

class SshExec::Private
{
public:
    std::shared_ptr<ConnectionPool> pool;
};

SshExec::SshExec(SshLimits limits) : d(std::make_unique<Private>())
{
    d->pool = std::make_shared<ConnectionPool>(limits);
}

SshExec::~SshExec()
{
    closeAll();
}

Task<ExecResult> SshExec::exec(SshTarget target, ExecRequest request, CallContext context)
{
    return execute(d->pool, std::move(target), std::move(request), std::move(context));
}

void SshExec::forget(const Endpoint& endpoint)
{
    d->pool->letGoWhere([endpoint](const SshTarget& target) { return target.endpoint == endpoint; });
}

void SshExec::closeAll()
{
    d->pool->closeAll();
}

} // namespace snowmelt
