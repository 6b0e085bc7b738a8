// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/challenge_call.h"
#include "backend/transport/login.h"

#include <utility>

namespace snowmelt {

namespace {

constexpr int promptTries = 3; // OpenSSH's NumberOfPasswordPrompts

// It ended, and nothing was said about why: too many attempts are told.
bool isSilentEnd(const SshConnection& connection)
{
    return connection.stream().ended() && !connection.wasHungUp();
}

} // namespace

Task<Done> Login::byChallenge(Connection connection)
{
    for (int i = 0; i < promptTries && !m_in; ++i) {
        bool asked = false;
        const Result<int> rc = co_await challenge(connection, i > 0, &asked);
        if (!rc.ok())
            co_return rc.as<Done>();
        m_in = *rc == 0;
        if (*rc == LIBSSH2_ERROR_AUTHENTICATION_FAILED && !connection->stream().ended())
            m_tried.append(asked ? QStringLiteral("keyboard-interactive: refused")
                                 : QStringLiteral("keyboard-interactive: nothing was asked"));
        else if (!m_in)
            co_return ended(*connection);
        if (!asked)
            break;
    }
    co_return Done{};
}

Task<int> Login::challenge(Connection connection, bool again, bool* asked)
{
    ChallengeCall call(connection->session(), m_way.user.toUtf8());
    QList<AccessQuestion> answered;
    QList<Secret> last;
    for (auto state = call.go(); state != ChallengeCall::State::Ended; state = call.go()) {
        if (state == ChallengeCall::State::Waits) {
            const Result<Done> changed = co_await SshConnection::change(connection);
            if (!changed.ok())
                co_return changed.as<int>();
            continue;
        }
        AccessQuestion question = call.question();
        question.user = m_way.user;
        question.again = again;
        *asked = true;
        const Result<QList<Secret>> said = co_await replies(connection, question);
        if (!said.ok()) {
            connection->stream().close(QStringLiteral("not answered")); // or the call would answer with nothing
            co_return said.as<int>();
        }
        answered.append(question);
        last = *said;
        call.reply(last);
    }
    if (call.rc() == 0)
        m_answered += answered;
    else if (!answered.isEmpty() && isSilentEnd(*connection))
        remember(answered.last().prompts, last);
    co_return call.rc();
}

Task<QList<Secret>> Login::replies(Connection connection, AccessQuestion question)
{
    if (!m_memory->replies.isEmpty() && m_memory->prompts == question.prompts)
        co_return std::exchange(m_memory->replies, {});
    const Result<AccessAnswer> answer = co_await m_questioner->ask(connection, question);
    if (!answer.ok())
        co_return answer.as<QList<Secret>>();
    co_return answer->replies;
}

void Login::remember(const QList<AccessPrompt>& prompts, const QList<Secret>& replies)
{
    m_memory->prompts = prompts;
    m_memory->replies = replies;
    m_unjudged = true;
}

Task<Done> Login::byPassword(Connection connection)
{
    const QByteArray user = m_way.user.toUtf8();
    for (int i = 0; i < promptTries && !m_in; ++i) {
        AccessQuestion question;
        question.kind = AccessKind::Password;
        question.user = m_way.user;
        question.again = i > 0;
        const Result<Secret> secret = co_await password(connection, question);
        if (!secret.ok())
            co_return secret.as<Done>();
        const QByteArray& bytes = secret->reveal();
        const std::function<int()> attempt = [&] {
            return libssh2_userauth_password_ex(connection->session(), user.constData(), unsigned(user.size()),
                                                bytes.constData(), unsigned(bytes.size()), nullptr);
        };
        const Result<int> rc = co_await SshConnection::repeated(connection, attempt);
        if (!rc.ok())
            co_return rc.as<Done>();
        m_in = *rc == 0;
        if (m_in)
            m_answered.append(question);
        else if (*rc == LIBSSH2_ERROR_PASSWORD_EXPIRED)
            m_tried.append(QStringLiteral("password: expired"));
        else if (*rc == LIBSSH2_ERROR_AUTHENTICATION_FAILED && !connection->stream().ended())
            m_tried.append(QStringLiteral("password: refused"));
        else {
            m_unjudged = isSilentEnd(*connection);
            if (m_unjudged)
                m_memory->password = *secret;
            co_return ended(*connection);
        }
        if (*rc == LIBSSH2_ERROR_PASSWORD_EXPIRED)
            break;
    }
    co_return Done{};
}

Task<Secret> Login::password(Connection connection, AccessQuestion question)
{
    if (m_memory->password)
        co_return *std::exchange(m_memory->password, std::nullopt);
    const Result<AccessAnswer> answer = co_await m_questioner->ask(connection, question);
    if (!answer.ok())
        co_return answer.as<Secret>();
    co_return answer->replies.first();
}

} // namespace snowmelt
