// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace snowmelt {

struct HttpCall
{
    QByteArray method = "GET";
    QByteArray url;
    QByteArray unixSocket;  ///< empty: TCP
    QByteArray contentType; ///< of what is sent
    QByteArray body;
    int uploadFrom = -1; ///< instead of `body`: a non-blocking descriptor read to its end; stays the caller's
    std::function<void(const QByteArray&)> onBytes; ///< instead of HttpReply::body
    qint64 bodyLimit = 64 * 1024 * 1024;            ///< more than this ends the call as a failure
};

struct HttpReply
{
    bool answered = false; ///< false: `failure` says why not
    bool connected = true; ///< false: nobody was there, so nothing was sent
    int status = 0;
    QByteArray body;
    QString failure; ///< libcurl's words
    qint64 ms = 0;
};

/// HTTP over libcurl's multi interface, driven by this thread's event loop; nothing in it blocks. It may go before
/// calls that were cancelled have come back, before others not.
class HttpClient : public QObject
{
    Q_OBJECT
public:
    explicit HttpClient(QObject* parent = nullptr);
    ~HttpClient() override;

    /// A reply of any status is a value, no reply too. Errors: TimedOut; and Cancelled.
    Task<HttpReply> perform(HttpCall call, CallContext context);

private:
    struct Watch;
    static int onSocket(void* easy, int socket, int what, void* self, void* known);
    static int onTimer(void* multi, long ms, void* self);
    void act(int socket, int events);
    void collect();

    std::shared_ptr<void> m_multi; // CURLM; shared with transfers, which end a turn of the event loop after a cancel
    QTimer m_timer;
    QHash<int, Watch*> m_watches;
};

} // namespace snowmelt
