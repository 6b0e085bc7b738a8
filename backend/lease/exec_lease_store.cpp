// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/lease/exec_lease_store.h"

#include "backend/execution/process.h"
#include "backend/lease/lease_scripts.h"

namespace snowmelt {

ExecLeaseStore::ExecLeaseStore(Exec* exec, NodeFacts balancer, QByteArray folder)
    : m_exec(exec), m_balancer(std::move(balancer)), m_folder(std::move(folder))
{
}

QString ExecLeaseStore::name() const
{
    return m_balancer.name + u':' + QString::fromUtf8(m_folder) + QStringLiteral("/book");
}

Task<LeaseView> ExecLeaseStore::look(CallContext context)
{
    return view(lease::lookRequest(m_folder), context);
}

Task<LeaseView> ExecLeaseStore::exchange(QByteArray revision, QByteArray text, bool handOver, CallContext context)
{
    return view(lease::exchangeRequest(m_folder, revision, text, handOver), context);
}

Task<LeaseView> ExecLeaseStore::awaitAsk(QString token, std::chrono::seconds time, CallContext context)
{
    return view(lease::awaitRequest(m_folder, token, time), context);
}

Task<LeaseView> ExecLeaseStore::post(QString token, LeaseAsk ask, std::chrono::seconds time, CallContext context)
{
    return view(lease::postRequest(m_folder, token, ask, time), context);
}

Task<Done> ExecLeaseStore::answer(QString token, QString ask, QByteArray text, CallContext context)
{
    Task<ExecResult> running = run(lease::answerRequest(m_folder, token, ask, text), context);
    const Result<ExecResult> result = co_await running;
    if (!result)
        co_return result.as<Done>();
    co_return Done{};
}

Task<ExecResult> ExecLeaseStore::run(ExecRequest request, CallContext context)
{
    Task<ExecResult> running = m_exec->exec(m_balancer, std::move(request), context);
    const Result<ExecResult> result = co_await running;
    if (result && result->exitStatus != 0)
        co_return failure(*result);
    co_return result;
}

Task<LeaseView> ExecLeaseStore::view(ExecRequest request, CallContext context)
{
    Task<ExecResult> running = run(std::move(request), context);
    const Result<ExecResult> result = co_await running;
    if (!result)
        co_return result.as<LeaseView>();
    const std::optional<LeaseView> seen = lease::parseView(result->out);
    if (!seen)
        co_return Error{ErrorCode::StoreUnusable, {name()}, lastLines(result->out + '\n' + result->err)};
    co_return *seen;
}

Error ExecLeaseStore::failure(const ExecResult& result) const
{
    const QString said = lastLines(result.err);
    switch (result.exitStatus) {
    case lease::noFolder:
    case lease::notWritten:
        return {ErrorCode::FileUnwritable, {name()}, said};
    case lease::locked:
        return {ErrorCode::TimedOut, {name(), QStringLiteral("10")}, said};
    default:
        return {ErrorCode::RemoteCommandFailed,
                {m_balancer.name, QStringLiteral("lease"), QString::number(result.exitStatus)},
                said};
    }
}

} // namespace snowmelt
