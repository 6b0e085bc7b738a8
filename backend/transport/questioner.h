// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/handshake_gate.h"
#include "backend/transport/ssh_asker.h"
#include "backend/transport/ssh_connection.h"

namespace snowmelt {

/// A no to this question. Args: {node, kind of question, host} and, of a host key, its type, its fingerprint and the
/// file it would be added to; of a passphrase the key's file; of a password or a challenge the user.
Error nobodyAnswered(const AccessQuestion& question, const QString& host);

/// Asks on behalf of one connection, whose clocks stand still meanwhile.
class Questioner
{
public:
    /// `host` as known_hosts names it. `asker` outlives this.
    Questioner(SshAsker* asker, QString node, QString host);

    /// Fills in node and host. An answer is always a yes; a no is NobodyAnswered.
    Task<AccessAnswer> ask(std::shared_ptr<SshConnection> connection, AccessQuestion question);
    /// Waits for somebody else's question to a person, such as an agent's.
    CallContext context() const { return {m_cancel.token(), QDeadlineTimer(QDeadlineTimer::Forever)}; }
    std::shared_ptr<void> agentAsked() { return m_asker->agentAsked(); }
    void worked(AccessQuestion question);
    void cancel() { m_cancel.cancel(); }
    /// The key by which the host was recognized: what is said to that host is said to no other of its name.
    void setHostKey(QString fingerprint) { m_hostKey = std::move(fingerprint); }
    void setPass(std::shared_ptr<HandshakeGate::Pass> pass) { m_pass = std::move(pass); }

    /// A person answered, but the other side had hung up meanwhile: the answer is for the next connection.
    bool cameTooLate() const { return m_cameTooLate; }

private:
    void fill(AccessQuestion* question) const;

    SshAsker* m_asker;
    QString m_node;
    QString m_host;
    QString m_hostKey;
    CancelSource m_cancel;
    std::shared_ptr<HandshakeGate::Pass> m_pass;
    bool m_cameTooLate = false;
};

} // namespace snowmelt
