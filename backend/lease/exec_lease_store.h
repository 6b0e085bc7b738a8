// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/lease/lease_store.h"
#include "backend/platform/platform.h"

namespace snowmelt {

/// The book on a balancer's node, reached with one script per call.
class ExecLeaseStore final : public LeaseStore
{
public:
    static QByteArray defaultFolder() { return "/var/lib/snowmelt/lease"; }

    ExecLeaseStore(Exec* exec, NodeFacts balancer, QByteArray folder = defaultFolder());

    QString name() const override;
    Task<LeaseView> look(CallContext context) override;
    Task<LeaseView> exchange(QByteArray revision, QByteArray text, bool handOver, CallContext context) override;
    Task<LeaseView> awaitAsk(QString token, std::chrono::seconds time, CallContext context) override;
    Task<Done> answer(QString token, QString ask, QByteArray text, CallContext context) override;
    Task<LeaseView> post(QString token, LeaseAsk ask, std::chrono::seconds time, CallContext context) override;

private:
    Task<ExecResult> run(ExecRequest request, CallContext context);
    Task<LeaseView> view(ExecRequest request, CallContext context);
    Error failure(const ExecResult& result) const;

    Exec* m_exec;
    NodeFacts m_balancer;
    QByteArray m_folder;
};

} // namespace snowmelt
