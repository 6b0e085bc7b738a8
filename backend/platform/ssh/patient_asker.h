// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/ssh_asker.h"

#include <memory>

namespace snowmelt {

/// Asks another, and knows whether somebody is thinking now: no host is to blame for that time.
class PatientAsker : public SshAsker
{
public:
    explicit PatientAsker(SshAsker* asker) : m_asker(asker) {}

    Task<AccessAnswer> ask(AccessQuestion question, CallContext context) override
    {
        const std::shared_ptr<int> open = m_open; // whoever asks may outlive this
        ++*open;
        Task<AccessAnswer> asking = m_asker->ask(std::move(question), std::move(context));
        const Result<AccessAnswer> answer = co_await asking;
        --*open;
        co_return answer;
    }
    std::shared_ptr<void> agentAsked() override
    {
        ++*m_open;
        return {nullptr, [open = m_open](void*) { --*open; }};
    }
    void worked(const AccessQuestion& question) override { m_asker->worked(question); }

    bool isAsking() const { return *m_open > 0; }

private:
    SshAsker* m_asker;
    std::shared_ptr<int> m_open = std::make_shared<int>(0);
};

} // namespace snowmelt
