// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/probe_run.h"

#include "backend/execution/blocking.h"
#include "backend/execution/process.h"

namespace snowmelt {

namespace {

constexpr qint64 probeLimit = 256 * 1024 * 1024; // a root file system of some hundred thousand files

} // namespace

Task<FactsPtr> runProbe(Exec* exec, NodeFacts node, ProbeRequest request, CallContext context)
{
    const QByteArray nonce = request.nonce;
    const QSet<DriftSection> sections = request.sections;
    ExecRequest sent;
    sent.script = probeScript(request);
    sent.outputLimit = probeLimit;
    const Result<ExecResult> answer = co_await exec->exec(node, sent, context);
    if (!answer.ok())
        co_return answer.as<FactsPtr>();
    if (!answer->out.contains(nonce))
        co_return Error{ErrorCode::ProbeUnreadable, {node.name}, lastLines(answer->err)};
    const ExecResult said = *answer;
    const std::function<Result<FactsPtr>()> work = [said, nonce, sections]() -> Result<FactsPtr> {
        return FactsPtr(std::make_shared<ProbeFacts>(parseProbe(said.out, said.err, said.truncated, nonce, sections)));
    };
    const Result<FactsPtr> facts = co_await runBlocking<FactsPtr>(work);
    co_return facts;
}

} // namespace snowmelt
