// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/ssh/host_reach.h"

#include "backend/execution/completion.h"
#include "backend/execution/interruption.h"
#include "backend/execution/process.h"
#include "models/domain/drift/probe.h"
#include "models/domain/drift/withheld_text.h"

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSet>

namespace snowmelt {

namespace {

constexpr std::chrono::milliseconds clockStep{100};
constexpr std::chrono::seconds hopLimit{10};
constexpr qint64 rightsOutput = 4096;

QString endpointOf(const SshRoute& route)
{
    const SshWay& way = route.ways.last();
    return Endpoint{way.hostName, way.port}.text();
}

/// How long until a person is asked again whether they changed their mind: until they begin something.
bool waitsForPerson(const Error& error)
{
    return error.code == ErrorCode::NobodyAnswered;
}

} // namespace

struct HostReach::Attempt
{
    QString key;
    CancelSource cancel;
    qint64 spentMs = 0;
};

struct HostReach::Wait
{
    QSet<QString> left;
    QElapsedTimer quiet;
    Completion over;
};

HostReach::HostReach(SshAsker* asker, HostTiming timing)
    : m_timing(timing), m_asker(asker), m_exec(&m_asker, SshLimits{.connect = hopLimit})
{
    m_clock.setInterval(clockStep);
    connect(&m_clock, &QTimer::timeout, this, &HostReach::tick);
}

HostReach::~HostReach()
{
    m_ending = true;
    m_queue.clear();
    for (const AttemptPtr& attempt : QList<AttemptPtr>(m_attempts))
        attempt->cancel.cancel();
    QEventLoop loop;
    // What was queued behind the event that runs this is not looked at by a loop within it until something wakes it.
    QAbstractEventDispatcher::instance()->wakeUp();
    while (!m_attempts.isEmpty())
        loop.processEvents(QEventLoop::WaitForMoreEvents);
}

void HostReach::look(const QString& key, const SshRoute& route)
{
    Host& host = m_hosts[key];
    if (host.route != route) {
        if (!host.route.ways.isEmpty())
            m_exec.forget(host.route);
        host = {route, {}, QDeadlineTimer(0), 0, false, host.turn + 1};
    }
    if (host.reaching || !host.due.hasExpired())
        return;
    host.reaching = true;
    m_queue.enqueue(key);
    startNext();
}

void HostReach::startNext()
{
    while (!m_ending && m_attempts.size() < m_timing.atOnce && !m_queue.isEmpty()) {
        const auto attempt = std::make_shared<Attempt>();
        attempt->key = m_queue.dequeue();
        m_attempts.append(attempt);
        m_clock.start();
        reach(attempt);
    }
}

QCoro::Task<> HostReach::reach(AttemptPtr attempt)
{
    const Host host = m_hosts.value(attempt->key);
    const QByteArray mark = makeNonce();
    const QByteArray nonce = makeNonce();
    const bool known = host.sight.rights != HostRights::Unknown;
    // sudo writes a line into the host's log whenever it refuses: it is tried once.
    const ExecRequest asked{known ? QByteArray("exit 0\n") : rightsScript(nonce), {}, rightsOutput};
    const ExecRequest request = shellRequest(asked, HostRights::User, mark);
    const CallContext context{attempt->cancel.token()};
    Task<ExecResult> running = m_exec.exec(host.route, request, context);
    const Result<ExecResult> answer = co_await running;
    Result<ExecResult> said = answer;
    if (answer.cancelled()) {
        const QString seconds = QString::number(attempt->spentMs / 1000);
        said = Error{ErrorCode::SshSilent, {host.route.node, endpointOf(host.route), seconds}, {}};
    }
    if (answer.ok()) {
        const std::optional<ExecResult> script = scriptResult(*answer, mark);
        said = script ? Result<ExecResult>(*script) : notAShell(host.route.node, HostRights::User, *answer);
    }
    ended(attempt, host.turn, judged(host, said, nonce));
}

HostSight HostReach::judged(const Host& host, const Result<ExecResult>& answer, const QByteArray& nonce) const
{
    if (!answer.ok())
        return {answer.error(), host.sight.rights, true};
    if (host.sight.rights != HostRights::Unknown)
        return {std::nullopt, host.sight.rights, true};
    const HostRights rights = rightsSaid(answer->out, nonce);
    if (rights == HostRights::Unknown)
        return {Error{ErrorCode::RemoteCommandFailed,
                      {host.route.node, QStringLiteral("id -u"), QString::number(answer->exitStatus)},
                      messageWithoutSecrets(lastLines(answer->err))},
                rights, true};
    return {std::nullopt, rights, true};
}

void HostReach::ended(const AttemptPtr& attempt, int turn, const HostSight& sight)
{
    m_attempts.removeAll(attempt);
    Host& host = m_hosts[attempt->key];
    if (host.turn == turn) { // else it is reached otherwise by now, and that attempt is another
        host.reaching = false;
        const bool other = sight.error != host.sight.error || !host.sight.asked;
        host.sight = sight;
        host.failures = sight.error ? host.failures + 1 : 0;
        host.due = dueAfter(host);
        for (const WaitPtr& wait : std::as_const(m_waits)) {
            if (wait->left.remove(attempt->key))
                wait->quiet.start();
            if (wait->left.isEmpty())
                wait->over.fire();
        }
        if (other && !m_ending)
            Q_EMIT changed(attempt->key);
    }
    startNext();
    if (m_attempts.isEmpty())
        m_clock.stop();
}

QDeadlineTimer HostReach::dueAfter(const Host& host) const
{
    if (!host.sight.error)
        return QDeadlineTimer(m_timing.fresh);
    if (waitsForPerson(*host.sight.error))
        return QDeadlineTimer(QDeadlineTimer::Forever);
    return QDeadlineTimer(std::min(m_timing.longest, m_timing.retry * (1 << std::min(host.failures - 1, 8))));
}

/// Time in which a person thinks is nobody's.
void HostReach::tick()
{
    if (m_asker.isAsking())
        return;
    for (const AttemptPtr& attempt : QList<AttemptPtr>(m_attempts)) {
        attempt->spentMs += clockStep.count();
        if (attempt->spentMs >= m_timing.silence.count())
            attempt->cancel.cancel();
    }
}

Task<Done> HostReach::settle(QStringList keys, bool forPerson, CallContext context)
{
    const auto wait = std::make_shared<Wait>();
    for (const QString& key : keys)
        if (m_hosts.value(key).reaching)
            wait->left.insert(key);
    if (context.cancel.isCancelled())
        co_return Cancelled{};
    if (wait->left.isEmpty())
        co_return Done{};
    wait->quiet.start();
    m_waits.append(wait);
    QTimer clock;
    connect(&clock, &QTimer::timeout, this, [this, wait, forPerson] {
        if (forPerson && m_asker.isAsking())
            wait->quiet.start();
        else if (wait->quiet.hasExpired(m_timing.quiet.count()))
            wait->over.fire();
    });
    clock.start(clockStep);
    const Interruption interruption(context, [wait] { wait->over.fire(); });
    co_await wait->over;
    m_waits.removeAll(wait);
    if (context.cancel.isCancelled())
        co_return Cancelled{};
    co_return Done{};
}

void HostReach::lost(const QString& key, const Error& error)
{
    const auto host = m_hosts.find(key);
    if (host == m_hosts.end() || host->reaching)
        return;
    const bool noShell = error.code == ErrorCode::RemoteCommandFailed; // sudo's rules may be others by now
    host->sight = {error, noShell ? HostRights::Unknown : host->sight.rights, true};
    host->due = QDeadlineTimer(0);
    Q_EMIT changed(key);
}

void HostReach::forgive()
{
    const QStringList keys = m_hosts.keys();
    for (const QString& key : keys)
        forgive(key);
}

void HostReach::forgive(const QString& key)
{
    const auto host = m_hosts.find(key);
    if (host != m_hosts.end() && host->sight.error)
        host->due = QDeadlineTimer(0);
}

} // namespace snowmelt
