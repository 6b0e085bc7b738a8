// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/ssh_command.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>

namespace snowmelt {

namespace {

constexpr qsizetype feedSize = 32 * 1024; // one SSH packet

} // namespace

SshCommand::SshCommand(std::shared_ptr<SshConnection> connection, LIBSSH2_CHANNEL* channel, ExecRequest request,
                       SshFlow flow)
    : m_connection(std::move(connection)), m_channel(channel), m_request(std::move(request)), m_flow(std::move(flow)),
      m_input(m_request.script)
{
}

SshCommand::~SshCommand()
{
    m_connection->bury(m_channel);
}

SshCommand::Progress SshCommand::advance()
{
    if (m_connection->isFailed() && !m_failed) {
        m_failed = true;
        m_failure = m_connection->failure();
    }
    if (m_failed)
        return Progress::Failed;
    return m_started ? exchange() : start();
}

SshCommand::Progress SshCommand::start()
{
    const QByteArray command = m_request.command.isEmpty() ? QByteArray("/bin/sh -s") : m_request.command.toUtf8();
    const int rc = libssh2_channel_process_startup(m_channel, "exec", 4, command.constData(), unsigned(command.size()));
    if (rc == LIBSSH2_ERROR_EAGAIN)
        return Progress::Waiting;
    if (rc != 0) {
        m_failed = true;
        m_failure = m_connection->broken();
        return Progress::Failed;
    }
    m_started = true;
    return exchange();
}

SshCommand::Progress SshCommand::exchange()
{
    // Feeding and reading take turns: whichever side is full, the other empties it.
    bool moved = true;
    while (moved && !m_failed && !m_result.truncated) {
        moved = feed();
        moved = read(0, &m_result.out) || moved;
        moved = read(SSH_EXTENDED_DATA_STDERR, &m_result.err) || moved;
    }
    if (m_failed)
        return Progress::Failed;
    if (m_result.truncated) {
        m_result.exitStatus = -1;
        return Progress::Finished;
    }
    if (!closedByOtherSide())
        return Progress::Waiting;
    m_result.exitStatus = exitStatus();
    return Progress::Finished;
}

bool SshCommand::feed()
{
    if (m_inputOver || m_connection->congested())
        return false;
    if (!fill())
        return false;
    const qsizetype size = std::min(feedSize, m_input.size() - m_fed);
    const bool isEnd = size == 0;
    const ssize_t rc = isEnd ? libssh2_channel_send_eof(m_channel)
                             : libssh2_channel_write(m_channel, m_input.constData() + m_fed, size_t(size));
    if (rc == LIBSSH2_ERROR_EAGAIN)
        return false;
    if (rc < 0) {
        m_inputOver = true; // the command wants no more input; whether the connection is gone, the reader finds out
        return false;
    }
    m_fed += isEnd ? 0 : rc;
    m_inputOver = isEnd;
    return true;
}

/// Whether there is something to send, if only the end.
bool SshCommand::fill()
{
    if (m_fed < m_input.size() || !m_flow.input)
        return true;
    SshFlow::Input next = m_flow.input();
    if (next.kind == SshFlow::Input::Kind::Later)
        return false;
    m_input = std::move(next.bytes);
    m_fed = 0;
    return true;
}

bool SshCommand::read(int stream, QByteArray* into)
{
    std::array<char, 32 * 1024> buffer;
    const ssize_t got = libssh2_channel_read_ex(m_channel, stream, buffer.data(), buffer.size());
    if (got <= 0)
        return isGone(got);
    const QByteArray bytes(buffer.data(), got);
    const bool taken = take(bytes, stream == 0 ? m_flow.out : m_flow.err, into);
    m_result.truncated = m_result.truncated || !taken;
    return true;
}

bool SshCommand::take(const QByteArray& bytes, const std::function<bool(const QByteArray&)>& taker, QByteArray* into)
{
    if (taker)
        return taker(bytes);
    const qint64 room = m_request.outputLimit - into->size();
    into->append(bytes.constData(), std::min<qint64>(bytes.size(), room));
    return bytes.size() <= room;
}

bool SshCommand::isGone(ssize_t rc)
{
    if (rc < 0 && rc != LIBSSH2_ERROR_EAGAIN) {
        m_failed = true;
        m_failure = m_connection->broken();
        m_connection->fail(m_failure);
    }
    return false;
}

bool SshCommand::closedByOtherSide()
{
    // The end of output is not yet the end: a process may close its output and live on. The exit status comes before
    // the close (RFC 4254, 6.10), so after the close it is there.
    if (libssh2_channel_eof(m_channel) != 1)
        return false;
    const int rc = libssh2_channel_wait_closed(m_channel);
    isGone(rc);
    return rc == 0;
}

int SshCommand::exitStatus() const
{
    char* name = nullptr;
    size_t size = 0;
    libssh2_channel_get_exit_signal(m_channel, &name, &size, nullptr, nullptr, nullptr, nullptr);
    if (!name)
        return libssh2_channel_get_exit_status(m_channel);
    const QByteArray signal(name, qsizetype(size));
    libssh2_free(m_connection->session(), name);
    return 128 + signalNumber(signal);
}

ExecResult SshCommand::takeResult()
{
    return std::move(m_result);
}

int signalNumber(const QByteArray& name)
{
    static const std::pair<const char*, int> known[] = {
        {"ABRT", SIGABRT}, {"ALRM", SIGALRM}, {"FPE", SIGFPE},   {"HUP", SIGHUP},   {"ILL", SIGILL},
        {"INT", SIGINT},   {"KILL", SIGKILL}, {"PIPE", SIGPIPE}, {"QUIT", SIGQUIT}, {"SEGV", SIGSEGV},
        {"TERM", SIGTERM}, {"USR1", SIGUSR1}, {"USR2", SIGUSR2}};
    const auto* found = std::ranges::find(known, name, [](const auto& entry) { return QByteArray(entry.first); });
    return found == std::end(known) ? 0 : found->second;
}

} // namespace snowmelt
