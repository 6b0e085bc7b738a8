// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/ssh_socket.h"

#include <QObject>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace snowmelt {

namespace {

constexpr int deadPeerMs = 15'000; // how long sent bytes may go unacknowledged

QString errorText(int number)
{
    return QString::fromLocal8Bit(std::strerror(number));
}

struct AddressInfo
{
    addrinfo* first = nullptr;
    ~AddressInfo()
    {
        if (first)
            freeaddrinfo(first);
    }
};

void setOption(int descriptor, int level, int option, int value)
{
    setsockopt(descriptor, level, option, &value, sizeof value);
}

// A peer that vanished without a word is noticed by the kernel, busy or idle.
void noticeDeadPeers(int descriptor)
{
    setOption(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
    setOption(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1);
    setOption(descriptor, IPPROTO_TCP, TCP_KEEPIDLE, 15);
    setOption(descriptor, IPPROTO_TCP, TCP_KEEPINTVL, 5);
    setOption(descriptor, IPPROTO_TCP, TCP_KEEPCNT, 3);
    setOption(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, deadPeerMs);
}

void dropUsed(QByteArray& queue, qsizetype& used)
{
    if (used < queue.size() && used < SshStream::outLimit)
        return;
    queue.remove(0, used);
    used = 0;
}

void retire(std::unique_ptr<QSocketNotifier>& notifier)
{
    if (!notifier)
        return;
    notifier->setEnabled(false);
    notifier.release()->deleteLater(); // we may stand in its signal
}

} // namespace

SshSocket::SshSocket(std::function<void()> news) : m_news(std::move(news))
{
    m_patience.setSingleShot(true);
    QObject::connect(&m_patience, &QTimer::timeout, &m_patience, [this] { refused(errorText(ETIMEDOUT)); });
}

SshSocket::~SshSocket()
{
    m_news = [] {};
    close(QStringLiteral("closed"));
}

void SshSocket::open(const QList<Endpoint>& addresses, std::chrono::milliseconds patience)
{
    m_addresses = addresses;
    m_patience.setInterval(patience);
    tryNext();
}

void SshSocket::tryNext()
{
    if (ended())
        return;
    if (m_addresses.isEmpty())
        return close(m_refusals.join(QStringLiteral("; ")));
    m_address = m_addresses.takeFirst();
    if (!m_addresses.isEmpty())
        m_patience.start();
    tryAddress(m_address);
}

void SshSocket::tryAddress(const Endpoint& address)
{
    addrinfo hints{};
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    hints.ai_socktype = SOCK_STREAM;
    AddressInfo found;
    const QByteArray host = address.host.toUtf8();
    const int rc = getaddrinfo(host.constData(), QByteArray::number(address.port).constData(), &hints, &found.first);
    if (rc != 0)
        return refused(QString::fromLocal8Bit(gai_strerror(rc)));
    m_descriptor = ::socket(found.first->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_descriptor < 0)
        return refused(errorText(errno));
    noticeDeadPeers(m_descriptor);
    if (::connect(m_descriptor, found.first->ai_addr, found.first->ai_addrlen) != 0 && errno != EINPROGRESS)
        return refused(errorText(errno));
    m_writable = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
    QObject::connect(m_writable.get(), &QSocketNotifier::activated, m_writable.get(), [this] { onWritable(); });
}

void SshSocket::refused(const QString& reason)
{
    const bool isOnly = m_refusals.isEmpty() && m_addresses.isEmpty();
    m_refusals.append(isOnly ? reason : QString(m_address.host + u": " + reason));
    leaveAddress();
    tryNext();
}

void SshSocket::leaveAddress()
{
    m_patience.stop();
    retire(m_readable);
    retire(m_writable);
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

void SshSocket::close(const QString& reason)
{
    if (ended())
        return;
    m_endReason = reason;
    leaveAddress();
    m_news();
}

bool SshSocket::congested() const
{
    return m_out.size() - m_sent > outLimit;
}

void SshSocket::becomeConnected()
{
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0)
        return refused(errorText(error));
    m_patience.stop();
    m_connected = true;
    m_writable->setEnabled(false);
    m_readable = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    QObject::connect(m_readable.get(), &QSocketNotifier::activated, m_readable.get(), [this] { onReadable(); });
    m_news();
}

void SshSocket::onReadable()
{
    std::array<char, 64 * 1024> buffer;
    while (!ended() && m_in.size() - m_taken < inLimit) {
        const ssize_t got = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            break;
        if (got <= 0)
            return close(got == 0 ? QStringLiteral("connection closed by the other side") : errorText(errno));
        m_heard += got;
        m_in.append(buffer.data(), got);
    }
    watchForReading();
    m_news();
}

void SshSocket::watchForReading()
{
    if (m_readable)
        m_readable->setEnabled(m_in.size() - m_taken < inLimit);
}

ssize_t SshSocket::take(char* data, size_t size)
{
    const qsizetype count = std::min<qsizetype>(m_in.size() - m_taken, qsizetype(size));
    if (count == 0)
        return ended() ? 0 : -EAGAIN;
    std::memcpy(data, m_in.constData() + m_taken, size_t(count));
    m_taken += count;
    dropUsed(m_in, m_taken);
    watchForReading();
    return count;
}

ssize_t SshSocket::put(const char* data, size_t size)
{
    if (!connected())
        return -EPIPE;
    m_out.append(data, qsizetype(size));
    flush();
    if (m_out.size() - m_sent > 64 * SshStream::outLimit) // who feeds stops at outLimit: these are replies to a flood
        close(QStringLiteral("the other side reads nothing"));
    return ended() ? -EPIPE : ssize_t(size);
}

void SshSocket::onWritable()
{
    if (!m_connected)
        return becomeConnected();
    const bool waited = congested();
    flush();
    if (waited && !ended() && !congested())
        m_news();
}

void SshSocket::flush()
{
    while (m_sent < m_out.size()) {
        // Without MSG_NOSIGNAL a closed connection would kill the program.
        const ssize_t sent =
            ::send(m_descriptor, m_out.constData() + m_sent, size_t(m_out.size() - m_sent), MSG_NOSIGNAL);
        if (sent < 0 && (errno == EAGAIN || errno == EINTR))
            break;
        if (sent < 0)
            return close(errorText(errno));
        m_sent += sent;
    }
    dropUsed(m_out, m_sent);
    if (m_writable)
        m_writable->setEnabled(!m_out.isEmpty());
}

} // namespace snowmelt
