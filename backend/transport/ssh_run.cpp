// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/ssh_run.h"

#include "backend/execution/interruption.h"
#include "backend/transport/ssh_command.h"

#include <QElapsedTimer>
#include <QTimer>

#include <utility>

namespace snowmelt {

namespace {

using ConnectionPtr = std::shared_ptr<SshConnection>;
using CommandPtr = std::shared_ptr<SshCommand>;

/// Somebody waits for a connection, for as long as this lives.
class Wanting
{
public:
    explicit Wanting(ConnectionPtr connection) : m_connection(std::move(connection)) { m_connection->want(); }
    ~Wanting() { m_connection->unwant(); }
    Wanting(const Wanting&) = delete;
    Wanting& operator=(const Wanting&) = delete;

private:
    ConnectionPtr m_connection;
};

/// The answer of a call that was cancelled or came to its deadline while it waited for `connection`.
template <typename T>
Result<T> interrupted(const Interruption& interruption, const ConnectionPtr& connection, const QElapsedTimer& begun)
{
    if (interruption.byCancel())
        return Cancelled{};
    return connection->lateness(begun.elapsed() / 1000);
}

Task<CommandPtr> openCommand(ConnectionPtr connection, ExecRequest request, SshFlow flow, CallContext context,
                             QElapsedTimer begun)
{
    const Wanting wanting(connection);
    const Interruption interruption(context, [connection] { connection->ring(); });
    while (true) {
        if (interruption.happened())
            co_return interrupted<CommandPtr>(interruption, connection, begun);
        if (connection->isFailed())
            co_return connection->failure();
        if (connection->isReady()) {
            LIBSSH2_CHANNEL* channel = nullptr;
            const SshConnection::Opening opening = connection->tryOpenChannel(&channel);
            if (opening == SshConnection::Opening::Opened)
                co_return std::make_shared<SshCommand>(connection, channel, request, flow);
            if (opening == SshConnection::Opening::Refused)
                co_return connection->broken();
        }
        Completion news = connection->news();
        co_await news;
    }
}

Task<ExecResult> runCommand(ConnectionPtr connection, CommandPtr command, std::chrono::milliseconds askAgain,
                            CallContext context, QElapsedTimer begun)
{
    QTimer clock;
    QObject::connect(&clock, &QTimer::timeout, &clock, [connection] { connection->ring(); });
    if (askAgain.count() > 0)
        clock.start(askAgain);
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

Result<ExecResult> named(const Result<ExecResult>& result, const QString& node)
{
    if (!result.failed() || result.error().args.isEmpty() || !result.error().args.first().isEmpty())
        return result;
    Error error = result.error();
    error.args.first() = node;
    return error;
}

} // namespace

Task<ExecResult> runOverSsh(std::function<SshFound()> find, QString node, ExecRequest request, SshFlow flow,
                            CallContext context)
{
    QElapsedTimer begun;
    begun.start();
    while (true) {
        if (context.cancel.isCancelled())
            co_return Cancelled{};
        const SshFound found = find();
        const Result<CommandPtr> command = co_await openCommand(found.connection, request, flow, context, begun);
        if (command.ok()) {
            const Result<ExecResult> result =
                co_await runCommand(found.connection, *command, flow.askAgain, context, begun);
            co_return named(result, node);
        }
        // Nothing was sent, so a fresh one may try.
        const bool again = command.failed() && found.connection->isFailed() && found.mayTryAgain();
        if (!again)
            co_return named(command.as<ExecResult>(), node);
    }
}

} // namespace snowmelt
