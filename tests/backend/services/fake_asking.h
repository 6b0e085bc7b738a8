// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/person_asker.h"
#include "tests/support/keyring_session.h"

#include <QTest>

namespace snowmelt::fake_asking {

/// Nobody's real keyring is asked; one that a test started for itself is.
inline void onlyAKeyringOfOurs()
{
    if (test::isInKeyringSession())
        return;
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qunsetenv("XDG_RUNTIME_DIR");
}

/// What an operation has told, and its cancel.
struct FakeOperation
{
    explicit FakeOperation(PersonAsker& asker, const char* name, bool attended = true)
        : id(QString::fromLatin1(name)), m_asker(asker)
    {
        asker.enter({id, cancel.token(), attended, [this](const EventBody& body) { told.append(body); }});
    }
    ~FakeOperation() { m_asker.leave(id); }

    CallContext context() const { return {cancel.token(), QDeadlineTimer(QDeadlineTimer::Forever)}; }
    template <typename Body>
    QList<Body> all() const
    {
        QList<Body> found;
        for (const EventBody& body : told) {
            if (const auto* one = std::get_if<Body>(&body))
                found.append(*one);
        }
        return found;
    }
    /// The question that waits here; nothing: none does.
    std::optional<AccessQuestion> open() const
    {
        std::optional<AccessQuestion> last;
        for (const EventBody& body : told) {
            if (const auto* asked = std::get_if<QuestionAsked>(&body))
                last = asked->question;
            else if (const auto* closed = std::get_if<QuestionClosed>(&body);
                     closed && last && last->id == closed->question)
                last.reset();
        }
        return last;
    }
    void say(bool agreed, const QList<Secret>& replies = {}, bool keep = false)
    {
        m_asker.answer(id, {open().value_or(AccessQuestion{}).id, agreed, replies, keep});
    }

    OperationId id;
    CancelSource cancel;
    QList<EventBody> told;

private:
    PersonAsker& m_asker;
};

/// A call that waits for its answer.
struct FakeCall
{
    FakeCall(PersonAsker& asker, const AccessQuestion& question, const CallContext& context)
    {
        wait(asker.ask(question, context), m_result);
    }
    bool over() const { return m_result->has_value(); }
    /// "yes:SECRET", "no", "cancelled", "timedOut", or "" while it waits.
    QString ending() const
    {
        if (!QTest::qWaitFor([this] { return over(); }, 60'000))
            return {};
        const Result<AccessAnswer>& result = **m_result;
        if (result.cancelled())
            return QStringLiteral("cancelled");
        if (result.failed())
            return codeName(result.error().code);
        QString text = result->agreed ? QStringLiteral("yes") : QStringLiteral("no");
        for (const Secret& reply : result->replies)
            text += QLatin1Char(':') + QString::fromUtf8(reply.reveal());
        return text;
    }

private:
    using Ending = std::shared_ptr<std::optional<Result<AccessAnswer>>>;
    static QCoro::Task<> wait(Task<AccessAnswer> asking, Ending result)
    {
        const Result<AccessAnswer> ended = co_await asking;
        *result = ended;
    }
    Ending m_result = std::make_shared<std::optional<Result<AccessAnswer>>>();
};

inline AccessQuestion hostKey(const char* host = "web1")
{
    AccessQuestion question;
    question.node = QString::fromLatin1(host);
    question.host = question.node;
    question.subject = QStringLiteral("ssh-ed25519");
    question.fingerprint = QStringLiteral("SHA256:abc");
    return question;
}

inline AccessQuestion passphrase(const char* node = "web1", bool again = false)
{
    AccessQuestion question;
    question.kind = AccessKind::Passphrase;
    question.node = QString::fromLatin1(node);
    question.host = question.node;
    question.subject = QStringLiteral("/home/kim/.ssh/id_ed25519");
    question.again = again;
    return question;
}

inline Secret secret(const char* text)
{
    return Secret(text);
}

} // namespace snowmelt::fake_asking
