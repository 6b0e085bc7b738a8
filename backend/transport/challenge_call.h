// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/side_call.h"
#include "models/domain/access_question.h"

#include <libssh2.h>

namespace snowmelt {

/// One attempt of keyboard-interactive (RFC 4256). libssh2 wants the replies from inside its callback; a code that was
/// sent to a telephone is for this very attempt, so it cannot be asked for first and answered in another.
class ChallengeCall
{
public:
    ChallengeCall(LIBSSH2_SESSION* session, QByteArray user);
    /// When it has not ended, the connection must have failed: nothing is to be said any more.
    ~ChallengeCall();

    enum class State { Waits, Asks, Ended };
    /// Goes on as far as it can without waiting; after Asks, with the replies.
    State go();
    const AccessQuestion& question() const
    {
        return m_question;
    } ///< when it Asks: what the host says, made safe to show
    void reply(const QList<Secret>& replies) { m_replies = replies; }
    int rc() const { return m_rc; } ///< libssh2's, when Ended

private:
    void call();
    void respond(const AccessQuestion& question, LIBSSH2_USERAUTH_KBDINT_RESPONSE* responses);
    static void onPrompts(const char* name, int nameSize, const char* instruction, int instructionSize, int count,
                          const LIBSSH2_USERAUTH_KBDINT_PROMPT* prompts, LIBSSH2_USERAUTH_KBDINT_RESPONSE* responses,
                          void** abstract);

    LIBSSH2_SESSION* m_session;
    QByteArray m_user;
    State m_state = State::Waits;
    AccessQuestion m_question;
    QList<Secret> m_replies;
    int m_rc = 0;
    bool m_abandoned = false;
    SideCall m_call; // last: the others are there before it begins
};

} // namespace snowmelt
