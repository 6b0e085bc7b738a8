// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "models/domain/secret.h"

#include <chrono>
#include <optional>

namespace snowmelt {

/// The keyring of the person's session, asked as "snowmelt". Without a session bus it is not asked; one that cannot
/// keep anything or does not answer in time is not asked again.
class Keyring
{
public:
    /// `patience` bounds each question to it: a person may have to unlock it first.
    explicit Keyring(std::chrono::milliseconds patience) : m_patience(patience) {}

    /// Whether there is one to ask, as far as it is known.
    bool answers() const;
    /// nullopt: it has none, or does not answer.
    Task<std::optional<Secret>> read(QString key, CallContext context);
    /// Replaces what it has. SecretUnavailable {key} when it does not take it.
    Task<Done> write(QString key, Secret secret, CallContext context);
    /// Removing what is not there succeeds, and so does asking one that does not answer.
    Task<Done> remove(QString key, CallContext context);

private:
    std::chrono::milliseconds m_patience;
    bool m_answers = true; // until it did not
};

} // namespace snowmelt
