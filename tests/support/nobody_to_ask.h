// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/ssh_asker.h"

namespace snowmelt::test {

/// Nobody is there to be asked.
class NobodyToAsk : public SshAsker
{
public:
    Task<AccessAnswer> ask(AccessQuestion question, CallContext) override
    {
        co_return AccessAnswer{question.id, false, {}, false};
    }
    void worked(const AccessQuestion&) override {}
};

} // namespace snowmelt::test
