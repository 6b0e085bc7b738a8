// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/http_transfer.h"

#include <cerrno>
#include <unistd.h>

namespace snowmelt {

HttpTransfer::HttpTransfer(std::shared_ptr<void> multi, HttpCall call)
    : m_multi(std::move(multi)), m_call(std::move(call)), m_easy(curl_easy_init())
{
    configure();
    m_clock.start();
    curl_multi_add_handle(m_multi.get(), m_easy);
}

HttpTransfer::~HttpTransfer()
{
    curl_multi_remove_handle(m_multi.get(), m_easy);
    curl_easy_cleanup(m_easy);
    curl_slist_free_all(m_headers);
}

void HttpTransfer::configure()
{
    curl_easy_setopt(m_easy, CURLOPT_PRIVATE, this);
    curl_easy_setopt(m_easy, CURLOPT_URL, m_call.url.constData());
    curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, m_call.method.constData());
    curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_words);
    curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, "http");
    // These are this host's own addresses and sockets; a proxy of the environment has nothing to do with them.
    curl_easy_setopt(m_easy, CURLOPT_PROXY, "");
    if (!m_call.unixSocket.isEmpty())
        curl_easy_setopt(m_easy, CURLOPT_UNIX_SOCKET_PATH, m_call.unixSocket.constData());
    curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, &HttpTransfer::onReceive);
    curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, this);
    configureSending();
}

void HttpTransfer::configureSending()
{
    const QByteArray contentType = "Content-Type: " + m_call.contentType;
    if (!m_call.contentType.isEmpty())
        m_headers = curl_slist_append(m_headers, contentType.constData());
    // Without it libcurl waits a second for "100 Continue" before a larger body.
    m_headers = curl_slist_append(m_headers, "Expect:");
    if (m_call.uploadFrom >= 0) {
        m_headers = curl_slist_append(m_headers, "Transfer-Encoding: chunked");
        curl_easy_setopt(m_easy, CURLOPT_POST, 1L);
        curl_easy_setopt(m_easy, CURLOPT_READFUNCTION, &HttpTransfer::onSend);
        curl_easy_setopt(m_easy, CURLOPT_READDATA, this);
    } else if (!m_call.body.isNull() || m_call.method == "POST" || m_call.method == "PUT") {
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_call.body.size()));
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, m_call.body.constData());
    }
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headers);
}

size_t HttpTransfer::onReceive(char* bytes, size_t size, size_t count, void* self)
{
    return static_cast<HttpTransfer*>(self)->receive(bytes, size * count);
}

size_t HttpTransfer::receive(const char* bytes, size_t size)
{
    if (m_call.onBytes) {
        m_call.onBytes(QByteArray(bytes, static_cast<qsizetype>(size)));
        return size;
    }
    m_tooLong = m_body.size() + static_cast<qint64>(size) > m_call.bodyLimit;
    if (m_tooLong)
        return 0; // tells libcurl to end the transfer
    m_body.append(bytes, static_cast<qsizetype>(size));
    return size;
}

size_t HttpTransfer::onSend(char* room, size_t size, size_t count, void* self)
{
    return static_cast<HttpTransfer*>(self)->sendFromDescriptor(room, size * count);
}

size_t HttpTransfer::sendFromDescriptor(char* room, size_t size)
{
    const ssize_t got = ::read(m_call.uploadFrom, room, size);
    if (got >= 0)
        return static_cast<size_t>(got);
    if (errno != EAGAIN && errno != EINTR)
        return CURL_READFUNC_ABORT;
    if (!m_readable) {
        m_readable = std::make_unique<QSocketNotifier>(m_call.uploadFrom, QSocketNotifier::Read);
        QObject::connect(m_readable.get(), &QSocketNotifier::activated, m_readable.get(), [this] {
            m_readable->setEnabled(false);
            curl_easy_pause(m_easy, CURLPAUSE_CONT);
        });
    }
    m_readable->setEnabled(true);
    return CURL_READFUNC_PAUSE;
}

void HttpTransfer::finish(CURLcode code)
{
    m_code = code;
    m_ended.fire();
}

HttpReply HttpTransfer::reply() const
{
    HttpReply reply;
    long status = 0;
    curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
    reply.status = static_cast<int>(status);
    reply.answered = m_code == CURLE_OK && status > 0;
    reply.connected = m_code != CURLE_COULDNT_CONNECT;
    reply.body = m_body;
    reply.ms = m_clock.elapsed();
    if (!reply.answered)
        reply.failure = QString::fromUtf8(*m_words ? m_words : curl_easy_strerror(m_code));
    return reply;
}

} // namespace snowmelt
