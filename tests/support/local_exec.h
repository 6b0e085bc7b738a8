// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/process.h"
#include "backend/platform/platform.h"

namespace snowmelt::test {

/// Every node is this machine: what would be sent over SSH runs in a child shell.
class LocalExec final : public Exec
{
public:
    Task<ExecResult> exec(NodeFacts, ExecRequest request, CallContext context) override
    {
        ProcessSpec spec;
        spec.program = QStringLiteral("/bin/sh");
        spec.arguments = request.command.isEmpty() ? QStringList{QStringLiteral("-s")}
                                                   : QStringList{QStringLiteral("-c"), request.command};
        spec.input = request.script;
        spec.outputLimit = request.outputLimit;
        const Result<ProcessOutput> output = co_await runProcess(spec, context);
        if (!output)
            co_return output.as<ExecResult>();
        co_return ExecResult{output->exitStatus, output->out, output->err, output->out.size() >= request.outputLimit};
    }
};

} // namespace snowmelt::test
