// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/key_login.h"
#include "backend/transport/ssh.h"

namespace snowmelt {

/// What a person said and the host had no patience to wait for: it hung up (LoginGraceTime), and the next connection
/// tells it.
struct LoginMemory
{
    std::optional<Secret> password;
    QList<AccessPrompt> prompts;
    QList<Secret> replies; ///< to these prompts
    int lateAnswers = 0;
};

/// Logs in on one connection as OpenSSH does: publickey, keyboard-interactive, password, in the order of
/// PreferredAuthentications and as far as the host offers them.
class Login
{
public:
    /// `ring` and `questioner` outlive this.
    Login(SshWay way, QString host, SshLimits limits, std::shared_ptr<LoginMemory> memory, KeyRing* ring,
          Questioner* questioner);

    /// SshAuthFailed {node, user, host}, whose detail tells what was tried, as does that of NobodyAnswered.
    Task<Done> run(std::shared_ptr<SshConnection> connection);

    /// The host hung up without a word on the last answer.
    bool isUnjudged() const { return m_unjudged; }

private:
    using Connection = std::shared_ptr<SshConnection>;
    Task<QStringList> askMethods(Connection connection);
    QString nextMethod();
    Task<Done> attempt(Connection connection, QString method);
    Task<QList<AgentKey>> keysOfAgent(Connection connection);
    Task<KeyChoices> keys(Connection connection);
    Task<Done> byKeys(Connection connection);
    Task<Done> judgeKey(Connection connection, KeyChoice choice, KeyAttempt attempt);
    Task<Done> byChallenge(Connection connection);
    Task<int> challenge(Connection connection, bool again, bool* asked);
    Task<QList<Secret>> replies(Connection connection, AccessQuestion question);
    void remember(const QList<AccessPrompt>& prompts, const QList<Secret>& replies);
    Task<Done> byPassword(Connection connection);
    Task<Secret> password(Connection connection, AccessQuestion question);
    Error refused() const;
    Error withTried(Error error) const;
    QString triedText() const;
    Error ended(const SshConnection& connection) const;

    SshWay m_way;
    QString m_host;
    SshLimits m_limits;
    std::shared_ptr<LoginMemory> m_memory;
    KeyRing* m_ring;
    Questioner* m_questioner;
    QStringList m_offered;
    QStringList m_used;
    QStringList m_tried;              // for a person
    std::optional<Error> m_nobody;    // a passphrase nobody said
    QList<AccessQuestion> m_answered; // and right, as far as one can see
    bool m_in = false;
    bool m_unjudged = false;
};

} // namespace snowmelt
