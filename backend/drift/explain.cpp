// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/explain.h"

#include "backend/execution/blocking.h"
#include "models/domain/drift/likely_causes.h"
#include "models/domain/drift/probe.h"

namespace snowmelt {

Task<DriftReport> explained(Exec* exec, NodeFacts node, DriftReport report, CallContext context)
{
    const TracesWanted wanted = tracesWanted(report.differences);
    if (wanted.isEmpty())
        co_return report;
    const QByteArray nonce = makeNonce();
    ExecRequest request;
    request.script = traceScript(wanted, nonce);
    const Result<ExecResult> answer = co_await exec->exec(node, request, context);
    if (answer.cancelled())
        co_return Cancelled{};
    if (!answer.ok())
        co_return report; // the differences are known; why they are there is not
    const QByteArray out = answer->out;
    const std::function<Result<DriftReport>()> work = [report, wanted, nonce, out]() -> Result<DriftReport> {
        DriftReport told = report;
        told.causes = likelyCauses(told.differences, readTraces(out, wanted, nonce));
        return told;
    };
    const Result<DriftReport> told = co_await runBlocking<DriftReport>(work);
    co_return told;
}

} // namespace snowmelt
