// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/challenge_call.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace snowmelt {

namespace {

thread_local ChallengeCall* asking = nullptr;

constexpr qsizetype textLimit = 2000; // characters; more is no question
constexpr int promptLimit = 100;      // as libssh2 has it from 1.11 on

bool isPlain(QChar c)
{
    return c.isPrint() && c.category() != QChar::Other_Format;
}

// What another machine wants shown: no control characters, no text that runs the other way.
QString shown(const char* text, qsizetype size, bool mayHaveLines)
{
    QString safe = QString::fromUtf8(text, std::min(size, 4 * textLimit)).left(textLimit);
    for (QChar& c : safe) {
        const bool isLineEnd = mayHaveLines && c == u'\n';
        c = isLineEnd || isPlain(c) || c.isSurrogate() ? c : QChar(c.isSpace() ? u' ' : u'?');
    }
    return safe.trimmed();
}

} // namespace

ChallengeCall::ChallengeCall(LIBSSH2_SESSION* session, QByteArray user)
    : m_session(session), m_user(std::move(user)), m_call([this] { call(); })
{
}

ChallengeCall::~ChallengeCall()
{
    m_abandoned = true;
    while (m_state != State::Ended)
        go();
}

ChallengeCall::State ChallengeCall::go()
{
    if (m_state == State::Ended)
        return m_state;
    m_state = State::Waits;
    if (m_call.go())
        m_state = State::Ended;
    return m_state;
}

void ChallengeCall::call()
{
    asking = this;
    do {
        m_rc =
            libssh2_userauth_keyboard_interactive_ex(m_session, m_user.constData(), unsigned(m_user.size()), onPrompts);
        if (m_rc == LIBSSH2_ERROR_EAGAIN && !m_abandoned)
            SideCall::pause();
    } while (m_rc == LIBSSH2_ERROR_EAGAIN && !m_abandoned);
}

void ChallengeCall::onPrompts(const char* name, int nameSize, const char* instruction, int instructionSize, int count,
                              const LIBSSH2_USERAUTH_KBDINT_PROMPT* prompts,
                              LIBSSH2_USERAUTH_KBDINT_RESPONSE* responses, void**)
{
    if (count > promptLimit)
        return; // answered with nothing, which no host takes
    AccessQuestion question;
    question.kind = AccessKind::Challenge;
    question.subject = shown(name, nameSize, false);
    question.instruction = shown(instruction, instructionSize, true);
    for (int i = 0; i < count; ++i) {
        const auto* text = reinterpret_cast<const char*>(prompts[i].text);
        question.prompts.append({shown(text, qsizetype(prompts[i].length), false), prompts[i].echo != 0});
    }
    if (count > 0)
        asking->respond(question, responses);
}

void ChallengeCall::respond(const AccessQuestion& question, LIBSSH2_USERAUTH_KBDINT_RESPONSE* responses)
{
    m_question = question;
    m_state = State::Asks;
    if (!m_abandoned)
        SideCall::pause();
    const qsizetype count = std::min(question.prompts.size(), m_replies.size());
    for (qsizetype i = 0; i < count; ++i) {
        const QByteArray& reply = m_replies.at(i).reveal();
        responses[i].text = static_cast<char*>(std::malloc(size_t(reply.size()) + 1)); // libssh2 frees it
        std::memcpy(responses[i].text, reply.constData(), size_t(reply.size()) + 1);
        responses[i].length = unsigned(reply.size());
    }
    m_replies.clear();
}

} // namespace snowmelt
