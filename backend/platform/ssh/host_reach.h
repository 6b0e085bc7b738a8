// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/ssh/host_shell.h"
#include "backend/platform/ssh/patient_asker.h"
#include "backend/transport/route_exec.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QQueue>
#include <QTimer>

namespace snowmelt {

/// How patient one is with hosts. A person who is asked something stops all of these clocks.
struct HostTiming
{
    std::chrono::milliseconds fresh = std::chrono::seconds(10);   ///< who answered is not asked again so soon
    std::chrono::milliseconds retry = std::chrono::seconds(15);   ///< nor who did not; twice as long each time …
    std::chrono::milliseconds longest = std::chrono::minutes(5);  ///< … up to this
    std::chrono::milliseconds silence = std::chrono::seconds(30); ///< then a host that says nothing is given up
    std::chrono::milliseconds quiet = std::chrono::seconds(5);    ///< nobody answers any more: on with who did
    int atOnce = 64;                                              ///< hosts that are being reached
};

/// What is known of one host.
struct HostSight
{
    std::optional<Error> error;              ///< why it cannot be reached
    HostRights rights = HostRights::Unknown; ///< known when it answered once
    bool asked = false;                      ///< either of them is known
};

/// Reaches hosts in the background, some at once, and remembers how that went: one that is silent holds up nobody.
/// Keys are whatever the caller tells hosts apart by.
class HostReach : public QObject
{
    Q_OBJECT
public:
    HostReach(SshAsker* asker, HostTiming timing);
    /// Gives up whoever is being reached, and waits until that is done.
    ~HostReach() override;

    RouteExec& exec() { return m_exec; }

    /// Reaches the host if it was not asked lately; anew when it is reached otherwise than before.
    void look(const QString& key, const SshRoute& route);
    /// Waits for those of the hosts that are being reached, and no longer than they keep coming. `forPerson`: also as
    /// long as somebody is asked something.
    Task<Done> settle(QStringList keys, bool forPerson, CallContext context);
    HostSight sight(const QString& key) const { return m_hosts.value(key).sight; }
    /// A command failed so: the host is not what it was.
    void lost(const QString& key, const Error& error);
    /// Somebody begins something: who could not be reached may be tried at once, and asked about.
    void forgive();
    /// The same, with this host alone.
    void forgive(const QString& key);

Q_SIGNALS:
    /// This host is known otherwise than before.
    void changed(const QString& key);

private:
    struct Host
    {
        SshRoute route;
        HostSight sight;
        QDeadlineTimer due{0}; ///< may be asked again
        int failures = 0;
        bool reaching = false;
        int turn = 0; ///< of its route
    };
    struct Attempt;
    struct Wait;
    using AttemptPtr = std::shared_ptr<Attempt>;
    using WaitPtr = std::shared_ptr<Wait>;

    void startNext();
    QCoro::Task<> reach(AttemptPtr attempt);
    void ended(const AttemptPtr& attempt, int turn, const HostSight& sight);
    HostSight judged(const Host& host, const Result<ExecResult>& answer, const QByteArray& nonce) const;
    QDeadlineTimer dueAfter(const Host& host) const;
    void tick();

    HostTiming m_timing;
    PatientAsker m_asker;
    RouteExec m_exec;
    QHash<QString, Host> m_hosts;
    QQueue<QString> m_queue;
    QList<AttemptPtr> m_attempts;
    QList<WaitPtr> m_waits;
    QTimer m_clock;
    bool m_ending = false;
};

} // namespace snowmelt
