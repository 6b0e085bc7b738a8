// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "backend/platform/platform.h"

#include <QString>

#include <chrono>
#include <memory>

namespace snowmelt {

/// Whom to talk to and what must be true of it.
struct SshTarget
{
    QString name; ///< for errors: the node's name
    Endpoint endpoint;
    QString user = QStringLiteral("root");
    QString hostKey;        ///< pinned public line; empty is refused with HostKeyUnknown
    QString privateKeyFile; ///< OpenSSH or PEM, ed25519 or ecdsa, 0600
    QString publicKeyFile;
    bool operator==(const SshTarget&) const = default;
};

/// How long the parts may take that no caller waits for alone.
struct SshLimits
{
    std::chrono::milliseconds connect = std::chrono::seconds(15);   ///< until authenticated
    std::chrono::milliseconds burial = std::chrono::seconds(10);    ///< until the other side agrees to a channel's end
    std::chrono::milliseconds agentList = std::chrono::seconds(10); ///< until an agent says which keys it has
    std::chrono::milliseconds agentSign = std::chrono::seconds(60); ///< until it has signed: it may ask its person
};

/// Runs scripts over SSH. Connections are non-blocking libssh2 on the backend thread's event loop, kept and reused per
/// target by up to 8 commands at once, re-made when a kept one turns out dead before the command was sent.
///
/// Cancel and deadline close the command's channel at once; the other side then sees the end of its input and output.
/// At outputLimit (of each stream) the channel is closed too: truncated, exitStatus -1. A command killed by a signal
/// has 128 + its number. A closed connection in the middle is SshBroken: whether the command ran to its end is not
/// known.
class SshExec
{
public:
    explicit SshExec(SshLimits limits = {});
    ~SshExec();

    Task<ExecResult> exec(SshTarget target, ExecRequest request, CallContext context);
    /// Keep nothing for this endpoint any more, its node may be gone. Commands that run there go on.
    void forget(const Endpoint& endpoint);
    void closeAll();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace snowmelt
