// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "models/domain/access_question.h"

#include <memory>

namespace snowmelt {

/// Whoever knows, or can ask a person, what a host is not reached without.
class SshAsker
{
public:
    virtual ~SshAsker() = default;

    /// `question` has no id yet. Questions that ask for the same thing at the same time are asked once. Not agreed when
    /// a person says no or nobody is there. Waits as long as the context lets it: time in which a person thinks is not
    /// the host's. A context of an operation's own asks for that operation, any other for whatever a person waits for.
    virtual Task<AccessAnswer> ask(AccessQuestion question, CallContext context) = 0;

    /// An agent is asked, which may ask its person in turn: until what is given back is let go of. That time is not the
    /// host's either.
    virtual std::shared_ptr<void> agentAsked() { return {}; }

    /// The answer given last to this question let us in: now it may be kept, if the person wanted it.
    virtual void worked(const AccessQuestion& question) = 0;
};

} // namespace snowmelt
