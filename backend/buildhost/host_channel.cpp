// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/buildhost/host_channel.h"

#include "backend/execution/interruption.h"
#include "backend/execution/process.h"
#include "backend/transport/bell.h"

#include <QProcess>
#include <QTimer>

namespace snowmelt {

namespace {

constexpr qint64 unsentMax = 256 * 1024;
constexpr std::chrono::seconds childEndLimit{30}; // of a child that sees the end of its streams

/// A child and its streams.
class Child
{
public:
    Child(const ExecRequest& request, SshFlow flow)
        : m_request(request), m_flow(std::move(flow)), m_input(m_request.script)
    {
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] { readOut(); });
        QObject::connect(&m_process, &QProcess::readyReadStandardError, &m_process, [this] { readErr(); });
        QObject::connect(&m_process, &QProcess::bytesWritten, &m_process, [this] { feed(); });
        QObject::connect(&m_process, &QProcess::stateChanged, &m_process, [this] { bell.ring(); });
        QObject::connect(&m_clock, &QTimer::timeout, &m_process, [this] { feed(); });
    }

    void start()
    {
        if (m_flow.askAgain.count() > 0)
            m_clock.start(m_flow.askAgain);
        m_process.setChildProcessModifier(inheritNothing);
        m_process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), m_request.command});
        feed();
    }

    bool isOver() const { return m_process.state() == QProcess::NotRunning; }

    ExecResult result()
    {
        readOut();
        readErr();
        const bool exited = m_process.exitStatus() == QProcess::NormalExit;
        m_result.exitStatus = m_result.truncated || !exited ? -1 : m_process.exitCode();
        return m_result;
    }

    /// It sees the end of its streams, and ends by itself.
    void letGo()
    {
        m_inputOver = true;
        m_flow = {};
        m_clock.stop();
        m_process.closeWriteChannel();
        m_process.closeReadChannel(QProcess::StandardOutput);
        m_process.closeReadChannel(QProcess::StandardError);
    }

    void kill() { m_process.kill(); }
    Bell bell;

private:
    void feed()
    {
        while (!m_inputOver && m_process.bytesToWrite() < unsentMax) {
            if (m_input.isEmpty() && m_flow.input) {
                SshFlow::Input next = m_flow.input();
                if (next.kind == SshFlow::Input::Kind::Later)
                    return;
                m_input = std::move(next.bytes);
            }
            m_inputOver = m_input.isEmpty();
            if (m_inputOver)
                m_process.closeWriteChannel();
            else
                m_process.write(std::exchange(m_input, {}));
        }
    }

    void readOut() { take(m_process.readAllStandardOutput(), m_flow.out, &m_result.out); }
    void readErr() { take(m_process.readAllStandardError(), m_flow.err, &m_result.err); }

    void take(const QByteArray& bytes, const std::function<bool(const QByteArray&)>& taker, QByteArray* into)
    {
        if (bytes.isEmpty() || m_result.truncated)
            return;
        if (!taker)
            into->append(bytes.left(std::max<qint64>(0, m_request.outputLimit - into->size())));
        else
            m_result.truncated = !taker(bytes);
        if (m_result.truncated)
            letGo();
        else
            feed(); // it may have said what input waited for
    }

    ExecRequest m_request;
    SshFlow m_flow;
    QByteArray m_input;
    bool m_inputOver = false;
    ExecResult m_result;
    QTimer m_clock;
    QProcess m_process;
};

} // namespace

Task<ExecResult> ProcessChannel::run(ExecRequest request, SshFlow flow, CallContext context)
{
    if (context.cancel.isCancelled())
        co_return Cancelled{};
    const auto child = std::make_shared<Child>(request, flow);
    child->start();
    const Interruption interruption(context, [child] { child->bell.ring(); });
    while (!child->isOver() && !interruption.happened()) {
        Completion news = child->bell.next();
        co_await news;
    }
    if (!interruption.happened())
        co_return child->result();
    child->letGo();
    const Interruption late(CallContext::cleanup(childEndLimit), [child] { child->kill(); });
    while (!child->isOver()) {
        Completion news = child->bell.next();
        co_await news;
    }
    co_return interruption.as<ExecResult>(request.command);
}

} // namespace snowmelt
