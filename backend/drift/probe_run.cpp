// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/probe_run.h"

#include "backend/execution/blocking.h"
#include "backend/execution/process.h"
#include "models/domain/drift/withheld_text.h"

#include <QDateTime>

namespace snowmelt {

namespace {

constexpr qint64 probeLimit = 128 * 1024 * 1024; // 400,000 files, the most that are read, come to 110 MB

/// What one run of the script came to.
struct ProbeLook
{
    FactsPtr facts;
    bool enough = true; ///< false: some hashes are neither told nor remembered
};

HashPlace placeFor(HashPlace place, const ProbeRequest& request)
{
    if (!request.sections.contains(DriftSection::Files))
        return {};
    place.of += '\n' + request.root;
    return place;
}

// What is kept says as much as what would be written, but of an earlier moment: a while later, so that what changed
// just before it is not hashed again for ever.
bool saysAsMuch(const HashMemory& kept, const ProbeFacts& facts)
{
    constexpr qint64 whileSeconds = 3600;
    return facts.moment->now.at - kept.hashed.at < whileSeconds && isStillSo(kept, facts);
}

void remember(const HashPlace& place, const ProbeFacts& facts, const HashMemoryPtr& memory)
{
    const bool recent = facts.moment && facts.moment->recent;
    if (place.file.isEmpty() || (recent && (!memory || saysAsMuch(*memory, facts))))
        return;
    const auto known = hashMemoryOf(facts, place.of, recent ? memory->fullAt : QDateTime::currentDateTimeUtc());
    if (known)
        keepHashes(place, *known);
}

ProbeLook lookFrom(const ExecResult& said, const ProbeRequest& request, const HashPlace& place,
                   const HashMemoryPtr& memory)
{
    const auto facts = std::make_shared<ProbeFacts>(
        parseProbe(said.out, said.err, said.truncated, request.nonce, request.sections, request.salt));
    const bool recent = facts->moment && facts->moment->recent;
    const bool known = !recent || !memory || recall(*facts, *memory);
    if (known)
        remember(place, *facts, memory);
    return {facts, known || !facts->hashedAll};
}

Task<HashMemoryPtr> memoryFor(HashPlace place)
{
    const std::function<Result<HashMemoryPtr>()> work = [place]() -> Result<HashMemoryPtr> {
        const HashMemoryPtr memory = readHashes(place);
        const bool fits = memory && hashedBefore(*memory, place.of, QDateTime::currentDateTimeUtc());
        return fits ? memory : nullptr;
    };
    const Result<HashMemoryPtr> memory = co_await runBlocking<HashMemoryPtr>(work);
    co_return memory;
}

Task<ProbeLook> lookOnce(Exec* exec, NodeFacts node, ProbeRequest request, CallContext context, HashPlace place,
                         HashMemoryPtr memory)
{
    if (memory)
        request.hashed = memory->hashed;
    ExecRequest sent;
    sent.script = probeScript(request);
    sent.outputLimit = probeLimit;
    const Result<ExecResult> answer = co_await exec->exec(node, sent, context);
    if (!answer.ok())
        co_return answer.as<ProbeLook>();
    if (!answer->out.contains(request.nonce))
        co_return Error{ErrorCode::ProbeUnreadable, {node.name}, messageWithoutSecrets(lastLines(answer->err))};
    const ExecResult said = *answer;
    const std::function<Result<ProbeLook>()> work = [said, request, place, memory]() -> Result<ProbeLook> {
        return lookFrom(said, request, place, memory);
    };
    const Result<ProbeLook> look = co_await runBlocking<ProbeLook>(work);
    co_return look;
}

} // namespace

Task<FactsPtr> runProbe(Exec* exec, NodeFacts node, ProbeRequest request, CallContext context, HashPlace place)
{
    const HashPlace own = placeFor(place, request);
    const Result<HashMemoryPtr> memory = co_await memoryFor(own);
    if (!memory.ok())
        co_return memory.as<FactsPtr>();
    Result<ProbeLook> look = co_await lookOnce(exec, node, request, context, own, *memory);
    if (look.ok() && !look->enough) {
        const HashMemoryPtr none;
        request.nonce = makeNonce();
        look = co_await lookOnce(exec, node, request, context, own, none);
    }
    if (!look.ok())
        co_return look.as<FactsPtr>();
    co_return look->facts;
}

} // namespace snowmelt
