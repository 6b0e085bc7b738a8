// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/key_choice.h"
#include "backend/transport/key_ring.h"
#include "backend/transport/questioner.h"

#include <functional>
#include <optional>

namespace snowmelt {

/// How an attempt with one key ended, when the connection lives on.
enum class KeyVerdict {
    In,
    Refused,      ///< the host does not know the key
    SignedNotIn,  ///< it knows the key and wants more, or another reason
    NotSigned,    ///< the agent would not
    NoPassphrase, ///< nobody said it, or three were wrong
};

struct KeyAttempt
{
    KeyVerdict verdict = KeyVerdict::Refused;
    QString why;
    bool declined = false;                  ///< of NoPassphrase: a person said no
    std::optional<AccessQuestion> answered; ///< the question whose answer opened the key
};

/// One attempt of publickey (RFC 4252, 7). The key is opened, or the agent asked, only when the host would take it.
/// An agent has
/// `agentLimit` to sign. What fails here is the connection. `ring` and `questioner` outlive the call.
Task<KeyAttempt> tryKey(std::shared_ptr<SshConnection> connection, SshWay way, KeyChoice choice,
                        std::chrono::milliseconds agentLimit, KeyRing* ring, Questioner* questioner);

} // namespace snowmelt
