// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/completion.h"
#include "backend/platform/podman/http_client.h"

#include <QElapsedTimer>
#include <QSocketNotifier>

#include <curl/curl.h>

#include <memory>

namespace snowmelt {

/// One call while it runs: an easy handle on the client's multi handle, taken off it at the end of its life. It must
/// not end inside a callback of libcurl; perform() holds it across a Completion, which resumes from the event loop.
class HttpTransfer
{
public:
    HttpTransfer(std::shared_ptr<void> multi, HttpCall call);
    ~HttpTransfer();
    HttpTransfer(const HttpTransfer&) = delete;
    HttpTransfer& operator=(const HttpTransfer&) = delete;

    Completion ended() const { return m_ended; }
    void finish(CURLcode code);
    void interrupt() { m_ended.fire(); }
    HttpReply reply() const;

private:
    static size_t onReceive(char* bytes, size_t size, size_t count, void* self);
    static size_t onSend(char* room, size_t size, size_t count, void* self);
    void configure();
    void configureSending();
    size_t receive(const char* bytes, size_t size);
    size_t sendFromDescriptor(char* room, size_t size);

    std::shared_ptr<void> m_multi;
    HttpCall m_call;
    CURL* m_easy = nullptr;
    curl_slist* m_headers = nullptr;
    std::unique_ptr<QSocketNotifier> m_readable; // of uploadFrom, while libcurl is paused for it
    Completion m_ended;
    QElapsedTimer m_clock;
    QByteArray m_body;
    CURLcode m_code = CURLE_OK;
    bool m_tooLong = false;
    char m_words[CURL_ERROR_SIZE] = {};
};

} // namespace snowmelt
