// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/buildhost/host_talk.h"

#include "models/domain/drift/probe.h"

#include <QElapsedTimer>
#include <QFile>

namespace snowmelt {

namespace {

constexpr std::chrono::milliseconds askAgain{200};
constexpr qint64 beatMs = 10'000; // host.sh waits twelve times as long
constexpr qint64 chunkSize = 64 * 1024;
constexpr qsizetype keptErrors = 64 * 1024;
constexpr qsizetype keptNoise = 4096;
constexpr qint64 keptOutput = 16 * 1024 * 1024;

/// One call under way: shared by the flow's functions.
class Exchange
{
public:
    Exchange(const QByteArray& mark, HostStreams streams)
        : m_outMark(mark), m_errMark(mark), m_streams(std::move(streams)), m_file(m_streams.inputFile)
    {
        m_lastBeat.start();
    }

    bool open() { return m_streams.inputFile.isEmpty() || m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    QString fault() const { return m_file.errorString(); }
    /// The host saw an end where there was none.
    bool isTorn() const { return m_isTorn; }

    SshFlow::Input input()
    {
        if (!m_outMark.passed())
            return {SshFlow::Input::Kind::Later};
        if (m_streams.isWanted)
            return beat();
        const QByteArray bytes = m_file.isOpen() ? m_file.read(chunkSize) : QByteArray();
        m_isTorn = m_file.error() != QFileDevice::NoError;
        return bytes.isEmpty() ? SshFlow::Input{} : SshFlow::Input{SshFlow::Input::Kind::Bytes, bytes};
    }

    bool takeOut(const QByteArray& bytes)
    {
        const bool before = m_outMark.passed();
        const QByteArray said = m_outMark.take(bytes);
        if (!before && m_outMark.passed() && m_streams.begun)
            m_streams.begun();
        if (m_streams.out)
            return said.isEmpty() || m_streams.out(said);
        m_out += said;
        return m_out.size() <= keptOutput;
    }

    bool takeErr(const QByteArray& bytes)
    {
        if (!m_errMark.passed())
            m_noise = QByteArray(m_noise + bytes).right(keptNoise);
        m_err += m_errMark.take(bytes);
        if (m_err.size() > 2 * keptErrors)
            m_err = m_err.right(keptErrors);
        return true;
    }

    bool began() const { return m_outMark.passed(); }
    QByteArray out() const { return m_out; }
    /// What was said in place of our script, if that never ran.
    QByteArray err() const { return began() ? m_err : m_noise; }

private:
    SshFlow::Input beat()
    {
        if (!m_streams.isWanted())
            return {};
        if (!m_lastBeat.hasExpired(beatMs))
            return {SshFlow::Input::Kind::Later};
        m_lastBeat.start();
        return {SshFlow::Input::Kind::Bytes, "."};
    }

    BehindMark m_outMark;
    BehindMark m_errMark;
    HostStreams m_streams;
    QFile m_file;
    bool m_isTorn = false;
    QElapsedTimer m_lastBeat;
    QByteArray m_out;
    QByteArray m_err;
    QByteArray m_noise;
};

SshFlow flowOf(const std::shared_ptr<Exchange>& exchange)
{
    SshFlow flow;
    flow.askAgain = askAgain;
    flow.input = [exchange] { return exchange->input(); };
    flow.out = [exchange](const QByteArray& bytes) { return exchange->takeOut(bytes); };
    flow.err = [exchange](const QByteArray& bytes) { return exchange->takeErr(bytes); };
    return flow;
}

} // namespace

Task<HostRights> HostTalk::rights(CallContext context)
{
    const QByteArray mark = makeNonce();
    const QByteArray nonce = makeNonce();
    const ExecRequest asked{rightsScript(nonce), {}, 4096};
    const ExecRequest request = shellRequest(asked, HostRights::User, mark);
    const SshFlow whole;
    const auto answer = co_await m_channel->run(request, whole, context);
    if (!answer)
        co_return answer.as<HostRights>();
    const std::optional<ExecResult> said = scriptResult(*answer, mark);
    if (!said)
        co_return notAShell(m_host, HostRights::User, *answer);
    co_return rightsSaid(said->out, nonce);
}

Task<ExecResult> HostTalk::call(HostCall call, HostStreams streams, CallContext context)
{
    const QByteArray mark = makeNonce();
    const auto exchange = std::make_shared<Exchange>(mark, streams);
    if (!exchange->open())
        co_return Error{ErrorCode::FileUnreadable, {streams.inputFile}, exchange->fault()};
    const ExecRequest request{hostScript(call, mark), hostCommand(m_root)};
    const SshFlow flow = flowOf(exchange);
    const auto ended = co_await m_channel->run(request, flow, context);
    if (!ended)
        co_return ended;
    if (exchange->isTorn())
        co_return Error{ErrorCode::FileUnreadable, {streams.inputFile}, exchange->fault()};
    HostEnd end{m_host, m_folder, call.function, ended->exitStatus, exchange->err()};
    if (!exchange->began() && end.exitStatus == 0)
        end.exitStatus = -1; // something else than our script ran
    if (const auto failure = callFailure(end))
        co_return *failure;
    co_return ExecResult{ended->exitStatus, exchange->out(), exchange->err(), ended->truncated};
}

} // namespace snowmelt
