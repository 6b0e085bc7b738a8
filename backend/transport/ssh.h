// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "backend/platform/platform.h"

#include <QString>

#include <memory>

namespace snowmelt {

/// Whom to talk to and what must be true of it.
struct SshTarget
{
    QString name;           ///< for errors: the node's name
    Endpoint endpoint;
    QString user = QStringLiteral("root");
    QString hostKey;        ///< pinned public line; empty is refused with HostKeyUnknown
    QString privateKeyFile; ///< OpenSSH or PEM, ed25519 or ecdsa, 0600
    QString publicKeyFile;
    bool operator==(const SshTarget&) const = default;
};

/// Runs scripts over SSH. Connections are non-blocking libssh2 on the backend thread's event loop, kept and reused per
/// target, re-made once when a kept one turns out dead before the command was sent.
class SshExec
{
public:
    SshExec();
    ~SshExec();

    Task<ExecResult> exec(SshTarget target, ExecRequest request, CallContext context);
    /// Close what is kept for this endpoint: its node is gone.
    void forget(const Endpoint& endpoint);
    void closeAll();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace snowmelt
