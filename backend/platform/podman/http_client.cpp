// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/http_client.h"

#include "backend/execution/interruption.h"
#include "backend/platform/podman/http_transfer.h"

#include <QSocketNotifier>

#include <mutex>

namespace snowmelt {

struct HttpClient::Watch : QObject
{
    QSocketNotifier readable;
    QSocketNotifier writable;

    Watch(int socket, QObject* parent)
        : QObject(parent), readable(socket, QSocketNotifier::Read), writable(socket, QSocketNotifier::Write)
    {
    }
    void set(int what)
    {
        readable.setEnabled(what & CURL_POLL_IN);
        writable.setEnabled(what & CURL_POLL_OUT);
    }
};

namespace {

void initialiseCurlOnce()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

} // namespace

HttpClient::HttpClient(QObject* parent) : QObject(parent)
{
    initialiseCurlOnce();
    m_multi = std::shared_ptr<void>(curl_multi_init(), [](void* multi) { curl_multi_cleanup(multi); });
    curl_multi_setopt(m_multi.get(), CURLMOPT_SOCKETFUNCTION, &HttpClient::onSocket);
    curl_multi_setopt(m_multi.get(), CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi.get(), CURLMOPT_TIMERFUNCTION, &HttpClient::onTimer);
    curl_multi_setopt(m_multi.get(), CURLMOPT_TIMERDATA, this);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
}

HttpClient::~HttpClient()
{
    curl_multi_setopt(m_multi.get(), CURLMOPT_SOCKETFUNCTION, nullptr);
    curl_multi_setopt(m_multi.get(), CURLMOPT_TIMERFUNCTION, nullptr);
}

Task<HttpReply> HttpClient::perform(HttpCall call, CallContext context)
{
    if (context.cancel.isCancelled())
        co_return Cancelled{};
    const QString what = QString::fromUtf8(call.method + ' ' + call.url);
    HttpTransfer transfer(m_multi, std::move(call));
    const Interruption interruption(context, [&transfer] { transfer.interrupt(); });
    Completion ended = transfer.ended();
    co_await ended;
    if (interruption.happened())
        co_return interruption.as<HttpReply>(what);
    co_return transfer.reply();
}

int HttpClient::onSocket(void*, int socket, int what, void* self, void*)
{
    auto* client = static_cast<HttpClient*>(self);
    Watch*& watch = client->m_watches[socket];
    if (what == CURL_POLL_REMOVE) {
        // Perhaps from inside one of its own signals, so it may not die at once; quiet it must be at once, because the
        // descriptor's number is free for the next connection.
        if (watch) {
            watch->set(0);
            watch->deleteLater();
        }
        client->m_watches.remove(socket);
        return 0;
    }
    if (!watch) {
        watch = new Watch(socket, client);
        connect(&watch->readable, &QSocketNotifier::activated, client,
                [client, socket] { client->act(socket, CURL_CSELECT_IN); });
        connect(&watch->writable, &QSocketNotifier::activated, client,
                [client, socket] { client->act(socket, CURL_CSELECT_OUT); });
    }
    watch->set(what);
    return 0;
}

int HttpClient::onTimer(void*, long ms, void* self)
{
    auto* client = static_cast<HttpClient*>(self);
    if (ms < 0)
        client->m_timer.stop();
    else
        client->m_timer.start(std::chrono::milliseconds(ms));
    return 0;
}

void HttpClient::act(int socket, int events)
{
    int running = 0;
    curl_multi_socket_action(m_multi.get(), socket, events, &running);
    collect();
}

void HttpClient::collect()
{
    int left = 0;
    while (CURLMsg* message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        char* owner = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &owner);
        reinterpret_cast<HttpTransfer*>(owner)->finish(message->data.result);
    }
}

} // namespace snowmelt
