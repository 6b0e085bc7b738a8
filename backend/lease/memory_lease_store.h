// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/completion.h"
#include "backend/lease/lease_store.h"

#include <QMap>

#include <functional>
#include <memory>

namespace snowmelt {

/// What stands for a balancer's host where no shell runs: on the simulation. Two stores over one of these are two
/// machines that reach the same fleet. Belongs to one thread.
struct MemoryLeaseHost
{
    /// `clock` is the host's: ms since 1970.
    explicit MemoryLeaseHost(std::function<qint64()> hostClock);

    std::function<qint64()> clock;
    std::optional<QByteArray> book;
    QMap<QString, QList<LeaseAsk>> asks; ///< by the token of the holder they wait for
    QMap<QString, QByteArray> answers;   ///< by question
    QMap<QString, Completion> bells;     ///< by the token or question that waits
    bool unreachable = false;            ///< calls fail as with a broken network: SshUnreachable
    int broken = 0;                      ///< how many failed so
    bool silent = false;                 ///< nothing is answered: calls end at their deadline

    void ring(const QString& who);
};

class MemoryLeaseStore final : public LeaseStore
{
public:
    explicit MemoryLeaseStore(std::shared_ptr<MemoryLeaseHost> host) : m_host(std::move(host)) {}

    QString name() const override;
    Task<LeaseView> look(CallContext context) override;
    Task<LeaseView> exchange(QByteArray revision, QByteArray text, bool handOver, CallContext context) override;
    Task<LeaseView> awaitAsk(QString token, std::chrono::seconds time, CallContext context) override;
    Task<Done> answer(QString token, QString ask, QByteArray text, CallContext context) override;
    Task<LeaseView> post(QString token, LeaseAsk ask, std::chrono::seconds time, CallContext context) override;

private:
    Task<Done> reach(CallContext context);
    Task<Done> waitForBell(QString who, std::chrono::seconds time, CallContext context);
    LeaseView viewNow() const;

    std::shared_ptr<MemoryLeaseHost> m_host;
};

} // namespace snowmelt
