// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/jump_stream.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace snowmelt {

/// What lives until the channel is buried.
struct JumpStream::Line
{
    std::shared_ptr<SshConnection> via;
    Endpoint to;
    std::function<void()> news;
    LIBSSH2_CHANNEL* channel = nullptr;
    QByteArray in;
    qsizetype taken = 0; // of in
    QByteArray out;
    qsizetype sent = 0; // of out
    qint64 heard = 0;
    QString endReason;
    bool begun = false; // to open: libssh2 must be let finish it
    bool gaveWay = false;
    bool refused = false;

    bool ended() const { return !endReason.isEmpty(); }
    void end(const QString& reason);
    SshConnection::Opening tryOpen();
    void pump();
    bool read();
    bool write();
};

void JumpStream::Line::end(const QString& reason)
{
    if (ended())
        return;
    endReason = reason;
    news();
}

SshConnection::Opening JumpStream::Line::tryOpen()
{
    using Opening = SshConnection::Opening;
    if (!begun && via->isStuckFor(this)) {
        gaveWay = true;
        return Opening::Refused;
    }
    const Opening opening = via->tryOpenForward(this, to, &channel);
    begun = begun || opening != Opening::Again || via->isOpenedBy(this);
    if (opening == Opening::Refused) {
        refused = true;
        end(via->lastMessage());
    }
    return opening;
}

void JumpStream::Line::pump()
{
    const qint64 before = heard;
    const bool waited = out.size() - sent > SshStream::outLimit;
    while (!ended() && channel && (write() || read())) {
    }
    const bool hasRoom = waited && out.size() - sent <= SshStream::outLimit;
    if (heard != before || hasRoom)
        news();
}

bool JumpStream::Line::write()
{
    if (sent == out.size() || via->congested())
        return false;
    const ssize_t rc = libssh2_channel_write(channel, out.constData() + sent, size_t(out.size() - sent));
    if (rc < 0 && rc != LIBSSH2_ERROR_EAGAIN)
        end(via->lastMessage());
    if (rc <= 0)
        return false;
    sent += rc;
    if (sent == out.size() || sent >= SshStream::outLimit) {
        out.remove(0, sent);
        sent = 0;
    }
    return true;
}

bool JumpStream::Line::read()
{
    if (in.size() - taken >= SshStream::inLimit)
        return false;
    std::array<char, 32 * 1024> buffer;
    const ssize_t got = libssh2_channel_read(channel, buffer.data(), buffer.size());
    if (got < 0 && got != LIBSSH2_ERROR_EAGAIN)
        end(via->lastMessage());
    else if (got == 0 && libssh2_channel_eof(channel) == 1)
        end(QStringLiteral("connection closed by the other side"));
    if (got <= 0)
        return false;
    in.append(buffer.data(), got);
    heard += got;
    return true;
}

JumpStream::JumpStream(std::function<void()> news) : m_news(std::move(news)), m_line(std::make_shared<Line>())
{
    m_line->news = m_news;
}

JumpStream::~JumpStream()
{
    m_line->news = [] {};
    close(QStringLiteral("closed"));
}

void JumpStream::open(std::shared_ptr<SshConnection> via, const Endpoint& to)
{
    m_line->news = [] {};
    m_line = std::make_shared<Line>();
    m_line->via = std::move(via);
    m_line->to = to;
    m_line->news = m_news;
    serve(m_line); // runs by itself until its channel is buried
}

Task<Done> JumpStream::serve(std::shared_ptr<Line> line)
{
    using Opening = SshConnection::Opening;
    const std::shared_ptr<SshConnection> via = line->via;
    while (!via->isFailed() && !line->channel && (line->begun || !line->ended())) {
        if (line->tryOpen() == Opening::Refused)
            break;
        if (line->channel)
            break;
        Completion news = via->news();
        co_await news;
    }
    line->news();
    while (line->channel && !via->isFailed() && !line->ended()) {
        line->pump();
        if (line->ended())
            break;
        Completion news = via->news();
        co_await news;
    }
    if (line->channel)
        via->buryForward(std::exchange(line->channel, nullptr));
    if (via->isFailed())
        line->end(via->failure().detail);
    co_return Done{};
}

bool JumpStream::gaveWay() const
{
    return m_line->gaveWay;
}

bool JumpStream::refused() const
{
    return m_line->refused;
}

void JumpStream::close(const QString& reason)
{
    m_line->end(reason);
    if (m_line->via)
        m_line->via->ring(); // serve() looks again
}

int JumpStream::descriptor() const
{
    return m_line->via ? m_line->via->stream().descriptor() : -1;
}

bool JumpStream::connected() const
{
    return m_line->channel && !m_line->ended();
}

QString JumpStream::endReason() const
{
    return m_line->endReason;
}

qint64 JumpStream::heard() const
{
    return m_line->heard;
}

bool JumpStream::congested() const
{
    return m_line->out.size() - m_line->sent > outLimit;
}

ssize_t JumpStream::take(char* data, size_t size)
{
    Line& line = *m_line;
    const qsizetype count = std::min<qsizetype>(line.in.size() - line.taken, qsizetype(size));
    if (count == 0)
        return ended() ? 0 : -EAGAIN;
    const bool wasFull = line.in.size() - line.taken >= inLimit;
    std::memcpy(data, line.in.constData() + line.taken, size_t(count));
    line.taken += count;
    if (line.taken == line.in.size() || line.taken >= outLimit) {
        line.in.remove(0, line.taken);
        line.taken = 0;
    }
    if (wasFull)
        line.via->ring(); // serve() reads on
    return count;
}

ssize_t JumpStream::put(const char* data, size_t size)
{
    if (!connected())
        return -EPIPE;
    m_line->out.append(data, qsizetype(size));
    m_line->pump();
    return ended() ? -EPIPE : ssize_t(size);
}

} // namespace snowmelt
