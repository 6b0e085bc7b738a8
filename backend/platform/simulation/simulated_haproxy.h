// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace snowmelt {

/// When every simulated world began: 2026-01-01, UTC, in seconds.
inline constexpr qint64 simulatedEpoch = 1'767'225'600;

/// HAProxy 2.6 as far as its runtime socket and its checks show it, on simulated time: slots with admin state, rise and
/// fall, a stale check after maint, sessions that end by themselves, a configuration that only a reload reads. It
/// answers in HAProxy's own tables, so that the production driver cannot tell.
class SimulatedHaproxy
{
public:
    /// Is the service at this address well? nullopt: nobody answers there; otherwise the HTTP status of `path`.
    using CheckTarget = std::function<std::optional<int>(const QString& address, int port, const QString& path)>;

    SimulatedHaproxy(CheckTarget target, int pid, int phaseMs);

    /// Why HAProxy would not start with this text, or nothing.
    static std::optional<QByteArray> complaint(const QByteArray& text);
    static int listenPort(const QByteArray& text);

    /// Starts or reloads: everything said at runtime is forgotten, sessions of before go on to their end.
    void load(const QByteArray& text, qint64 now);
    /// One line from the runtime socket, commands separated by ";".
    QByteArray answer(const QByteArray& line);
    /// Checks due and sessions over at `now`.
    void advance(qint64 now);

    /// A request to the first backend that ends at `until`; false: the client saw a failure. A WebSocket is answered at
    /// once, with 101.
    bool request(qint64 until, bool webSocket = false);
    /// Sessions open to this address.
    int sessionsOn(const QString& address) const;
    /// The node at this address is gone: its sessions break. Returns how many.
    int breakSessions(const QString& address);
    /// Addresses that take new traffic now.
    QStringList serving() const;

private:
    /// Events of the last whole second, as HAProxy's rate columns mean it.
    struct RateMeter
    {
        qint64 second = -1;
        int current = 0;
        int last = 0;
        void count(qint64 now);
        int perSecond(qint64 now) const;
    };
    struct Session
    {
        qint64 id = 0;
        qint64 begin = 0;
        qint64 end = 0;
        bool webSocket = false;
    };
    /// HAProxy's sliding mean of the last 1024 answers, and how many there were.
    struct AnswerMeter
    {
        qint64 switched = 0; ///< 101
        qint64 good = 0;     ///< 200
        double meanMs = 0;
        void count(const Session& session);
    };
    struct Server
    {
        QString name;
        QString address;
        int port = 0;
        bool maint = false;
        bool drain = false;
        int weight = 100;
        int health = 1; ///< 0 down, 1 … fall: up, "1/2" below fall
        QByteArray checkStatus = "INI";
        int checkCode = 0;
        qint64 nextCheck = 0;
        qint64 changedAt = 0; ///< when it last became up or down, or left maint or went there
        qint64 requests = 0;
        RateMeter rate;
        qint64 econ = 0;
        qint64 eresp = 0;
        AnswerMeter answers;
        QList<Session> sessions;
        bool takesTraffic() const { return !maint && !drain && weight > 0 && health > 0; }
    };
    struct Backend
    {
        QString name;
        QString healthPath;
        QList<Server> servers;
        qint64 requests = 0;
        RateMeter rate;
        qint64 failed = 0; ///< 5xx HAProxy answered itself
        qsizetype turn = 0;
    };

    Server* find(const QByteArray& path);
    QByteArray answerOne(const QByteArray& command);
    QByteArray setServer(const QList<QByteArray>& words);
    QByteArray setState(Server& server, const QByteArray& state);
    static QByteArray setAddress(Server& server, const QList<QByteArray>& words);
    void check(const Backend& backend, Server& server, qint64 now);
    static QByteArray statusOf(const Server& server);
    QByteArray showInfo() const;
    QByteArray showServers() const;
    QByteArray showStat() const;
    QByteArray serverRow(const Backend& backend, const Server& server) const;
    void endSessions(Server& server, qint64 now);
    QByteArray showSessions() const;
    QByteArray showSession(const QByteArray& id) const;

    CheckTarget m_target;
    int m_pid;
    int m_phaseMs;
    qint64 m_now = 0;
    qint64 m_loadedAt = 0;
    QList<Backend> m_backends;
    qint64 m_requests = 0;
    qint64 m_nextSession = 0x7f5c00001000; ///< ids are addresses in memory
    RateMeter m_rate;
};

} // namespace snowmelt
