// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/lease/memory_lease_store.h"

#include "backend/execution/interruption.h"
#include "backend/execution/timing.h"
#include "backend/lease/lease_book.h"

namespace snowmelt {

MemoryLeaseHost::MemoryLeaseHost(std::function<qint64()> hostClock) : clock(std::move(hostClock)) {}

void MemoryLeaseHost::ring(const QString& who)
{
    if (const auto bell = bells.find(who); bell != bells.end())
        bell->fire();
}

QString MemoryLeaseStore::name() const
{
    return QStringLiteral("memory:/book");
}

LeaseView MemoryLeaseStore::viewNow() const
{
    LeaseView view;
    view.now = m_host->clock();
    view.book = m_host->book;
    return view;
}

/// A turn of the event loop stands for the way to the host.
Task<Done> MemoryLeaseStore::reach(CallContext context)
{
    const std::chrono::milliseconds way = m_host->silent ? std::chrono::hours(1) : std::chrono::milliseconds(0);
    Task<Done> going = pause(way, context);
    const Result<Done> gone = co_await going;
    if (!gone || !m_host->unreachable)
        co_return gone;
    ++m_host->broken;
    co_return Error{ErrorCode::SshUnreachable, {QStringLiteral("memory"), QString()}, {}};
}

Task<Done> MemoryLeaseStore::waitForBell(QString who, std::chrono::seconds time, CallContext context)
{
    Completion bell;
    m_host->bells.insert(who, bell);
    const Interruption over(context.within(time), [bell]() mutable { bell.fire(); });
    co_await bell;
    if (over.byCancel())
        co_return Cancelled{};
    if (over.happened() && context.deadline.hasExpired())
        co_return over.as<Done>(name());
    co_return Done{};
}

Task<LeaseView> MemoryLeaseStore::look(CallContext context)
{
    Task<Done> going = reach(context);
    const Result<Done> reached = co_await going;
    if (!reached)
        co_return reached.as<LeaseView>();
    co_return viewNow();
}

Task<LeaseView> MemoryLeaseStore::exchange(QByteArray revision, QByteArray text, bool handOver, CallContext context)
{
    Task<Done> going = reach(context);
    const Result<Done> reached = co_await going;
    if (!reached)
        co_return reached.as<LeaseView>();
    const bool same = revision == bookRevision(m_host->book);
    if (same) {
        m_host->book = stampedBook(text, m_host->clock());
        if (handOver) {
            for (const QString& who : m_host->bells.keys())
                m_host->ring(who);
        }
    }
    LeaseView view = viewNow();
    view.written = same;
    co_return view;
}

Task<LeaseView> MemoryLeaseStore::awaitAsk(QString token, std::chrono::seconds time, CallContext context)
{
    Task<Done> going = reach(context);
    const Result<Done> reached = co_await going;
    if (!reached)
        co_return reached.as<LeaseView>();
    if (m_host->asks.value(token).isEmpty()) {
        Task<Done> waiting = waitForBell(token, time, context);
        const Result<Done> waited = co_await waiting;
        if (!waited)
            co_return waited.as<LeaseView>();
    }
    Task<Done> returning = reach(context);
    const Result<Done> returned = co_await returning;
    if (!returned)
        co_return returned.as<LeaseView>();
    LeaseView view = viewNow();
    view.asks = m_host->asks.value(token);
    co_return view;
}

Task<Done> MemoryLeaseStore::answer(QString token, QString ask, QByteArray text, CallContext context)
{
    Task<Done> going = reach(context);
    const Result<Done> reached = co_await going;
    if (!reached)
        co_return reached;
    const qsizetype removed = m_host->asks[token].removeIf([&](const LeaseAsk& it) { return it.id == ask; });
    if (removed > 0) {
        m_host->answers.insert(ask, text);
        m_host->ring(ask);
    }
    co_return Done{};
}

Task<LeaseView> MemoryLeaseStore::post(QString token, LeaseAsk ask, std::chrono::seconds time, CallContext context)
{
    Task<Done> going = reach(context);
    const Result<Done> reached = co_await going;
    if (!reached)
        co_return reached.as<LeaseView>();
    m_host->asks[token].append(ask);
    m_host->ring(token);
    Task<Done> waiting = waitForBell(ask.id, time, context);
    const Result<Done> waited = co_await waiting;
    m_host->asks[token].removeIf([&](const LeaseAsk& it) { return it.id == ask.id; });
    m_host->bells.remove(ask.id);
    const bool answered = m_host->answers.contains(ask.id);
    const QByteArray text = m_host->answers.take(ask.id);
    if (!waited)
        co_return waited.as<LeaseView>();
    LeaseView view = viewNow();
    if (answered)
        view.reply = text;
    co_return view;
}

} // namespace snowmelt
