// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/node_look.h"

#include "backend/drift/probe_run.h"
#include "backend/execution/blocking.h"
#include "models/domain/code_names.h"
#include "models/domain/drift/own_files.h"
#include "models/domain/drift/texts.h"

#include <QDateTime>

namespace snowmelt {

Task<SheetPtr> lookAtNode(Exec* exec, NodeFacts node, std::shared_ptr<RowPool> pool, CallContext context,
                          HashPlace hashes, LookKeeping keeping)
{
    if (!exec)
        co_return Error{ErrorCode::Unsupported, {QStringLiteral("diff"), node.name}, {}};
    if (node.unseen)
        co_return *node.unseen;
    if (node.lifecycle != Lifecycle::Running)
        co_return Error{ErrorCode::NodeNotRunning, {node.name, codeName(node.lifecycle)}, {}};
    ProbeRequest request;
    request.nonce = makeNonce();
    request.sections = allSections();
    request.salt = keeping.salt;
    const Result<FactsPtr> seen = co_await runProbe(exec, node, request, context, hashes);
    if (!seen.ok())
        co_return seen.as<SheetPtr>();
    const FactsPtr facts = *seen;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const std::function<Result<SheetPtr>()> work = [facts, node, now, pool, keeping]() -> Result<SheetPtr> {
        const auto sheet = std::make_shared<FactSheet>(factSheet(*facts, node.name, now));
        if (keeping.keep)
            keeping.keep(*sheet);
        takeOwnFilesAsAlike(*sheet, node.birth);
        pool->share(*sheet);
        return SheetPtr(sheet);
    };
    const Result<SheetPtr> sheet = co_await runBlocking<SheetPtr>(work);
    co_return sheet;
}

Task<FetchedTexts> fetchTexts(Exec* exec, NodeFacts node, TextsWanted wanted, CallContext context)
{
    const QByteArray nonce = makeNonce();
    ExecRequest request;
    request.script = textScript(wanted.keys(), nonce);
    const Result<ExecResult> answer = co_await exec->exec(node, request, context);
    if (answer.cancelled())
        co_return Cancelled{};
    if (!answer.ok())
        co_return FetchedTexts(); // the differences are known; their texts are not
    const QByteArray out = answer->out;
    const std::function<Result<FetchedTexts>()> work = [out, wanted, nonce]() -> Result<FetchedTexts> {
        return parseTexts(out, wanted.keys(), nonce, wanted);
    };
    const Result<FetchedTexts> texts = co_await runBlocking<FetchedTexts>(work);
    co_return texts;
}

} // namespace snowmelt
