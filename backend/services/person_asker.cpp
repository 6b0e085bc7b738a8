// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/person_asker.h"

#include "backend/execution/completion.h"
#include "backend/execution/interruption.h"
#include "backend/services/given_answers.h"
#include "backend/transport/keyring.h"

#include <QHash>
#include <QSet>
#include <QUuid>

#include <algorithm>
#include <vector>

namespace snowmelt {

namespace {

/// A call that waits for an answer.
struct WaitingCall
{
    OperationId operation; ///< empty: of none, such as a connection's own that several operations use
    AccessQuestion question;
    std::optional<AccessAnswer> reply;
    Completion done;
};
using WaitingCallPtr = std::shared_ptr<WaitingCall>;

/// What several calls may wait for.
struct SharedQuestion
{
    QString key;
    AccessQuestion question; ///< as it is asked, or as the first caller has it
    OperationId askedAt;     ///< empty: no person is asked yet
    std::vector<WaitingCallPtr> calls;
};
using SharedQuestionPtr = std::shared_ptr<SharedQuestion>;

void reply(WaitingCall& call, const AccessAnswer& answer)
{
    call.reply = answer;
    call.done.fire();
}

bool isOf(const WaitingCallPtr& call, const OperationId& operation)
{
    return call->operation == operation;
}

bool hasCallOf(const SharedQuestion& shared, const OperationId& operation)
{
    return std::ranges::any_of(shared.calls, [&](const WaitingCallPtr& call) { return isOf(call, operation); });
}

/// What nobody's call asks is asked wherever a person waits for something.
bool isAnybodys(const SharedQuestion& shared)
{
    return hasCallOf(shared, {});
}

} // namespace

class PersonAsker::Private
{
public:
    using Self = std::shared_ptr<Private>;
    explicit Private(std::chrono::milliseconds patience) : m_keyring(patience), m_keyringLimit(2 * patience) {}

    static Task<AccessAnswer> ask(Self d, AccessQuestion question, CallContext context);
    static Task<Done> settled(Self d);
    static QCoro::Task<> keep(Self d, AccessQuestion question);
    void enter(AskingOperation operation) { m_operations.push_back(std::move(operation)); }
    void leave(const OperationId& id);
    void answer(const OperationId& id, const AccessAnswer& answer);
    bool worked(const AccessQuestion& question) { return m_given.worked(question); }

private:
    static QCoro::Task<> lookThenPresent(Self d, SharedQuestionPtr shared);
    static Task<std::optional<Secret>> look(Self d, AccessQuestion question);

    const AskingOperation* operation(const OperationId& id) const;
    const AskingOperation* whoAsks(const SharedQuestion& shared) const;
    bool isRefused(const OperationId& operation, const QString& key) const;
    OperationId operationOf(const CancelToken& cancel) const;
    WaitingCallPtr join(const Self& self, const AccessQuestion& question, const OperationId& operation);
    void present(const SharedQuestionPtr& shared);
    void answerAll(const SharedQuestionPtr& shared, const AccessAnswer& answer);
    void refuseAll(const SharedQuestionPtr& shared);
    void close(SharedQuestion& shared);
    void drop(const WaitingCallPtr& call);
    void goOnWithout(const SharedQuestionPtr& shared);
    void endChange();

    Keyring m_keyring;
    std::chrono::milliseconds m_keyringLimit;
    GivenAnswers m_given;
    std::vector<AskingOperation> m_operations;
    QHash<OperationId, QSet<QString>> m_refused; ///< what was answered with no, by the operation that heard it
    std::vector<SharedQuestionPtr> m_open;
    int m_changes = 0; ///< of the keyring, under way
    std::vector<Completion> m_settling;
};

const AskingOperation* PersonAsker::Private::operation(const OperationId& id) const
{
    const auto found = std::ranges::find(m_operations, id, &AskingOperation::id);
    return found == m_operations.end() ? nullptr : &*found;
}

OperationId PersonAsker::Private::operationOf(const CancelToken& cancel) const
{
    const auto found = std::ranges::find(m_operations, cancel, &AskingOperation::cancel);
    return found == m_operations.end() ? OperationId() : found->id;
}

Task<AccessAnswer> PersonAsker::Private::ask(Self d, AccessQuestion question, CallContext context)
{
    if (context.cancel.isCancelled())
        co_return Cancelled{};
    if (const std::optional<AccessAnswer> known = d->m_given.again(question))
        co_return *known;
    const OperationId operation = d->operationOf(context.cancel);
    if (!operation.isEmpty() && d->isRefused(operation, accessKey(question)))
        co_return AccessAnswer{};
    const WaitingCallPtr call = d->join(d, question, operation);
    const Interruption late(context, [call] { call->done.fire(); });
    co_await call->done;
    if (const std::optional<AccessAnswer> reply = call->reply)
        co_return *reply;
    d->drop(call);
    co_return late.as<AccessAnswer>(question.host);
}

WaitingCallPtr PersonAsker::Private::join(const Self& self, const AccessQuestion& question,
                                          const OperationId& operation)
{
    const auto call = std::make_shared<WaitingCall>(WaitingCall{operation, question, {}, {}});
    const QString key = accessKey(question);
    for (const SharedQuestionPtr& shared : m_open) {
        if (shared->key == key) {
            shared->calls.push_back(call);
            return call;
        }
    }
    const auto shared = std::make_shared<SharedQuestion>(SharedQuestion{key, question, {}, {call}});
    m_open.push_back(shared);
    lookThenPresent(self, shared);
    return call;
}

/// The keyring first, a person where it does not help.
QCoro::Task<> PersonAsker::Private::lookThenPresent(Self d, SharedQuestionPtr shared)
{
    const AccessQuestion question = shared->question;
    const Result<std::optional<Secret>> found = co_await look(d, question);
    if (!found.ok() || !*found) {
        d->present(shared);
        co_return;
    }
    const AccessAnswer answer{{}, true, {**found}, false};
    d->m_given.give(question, answer, {}, true);
    d->answerAll(shared, answer);
}

/// What turned out wrong goes. A person is asked anew then, and the keyring only whether it is there.
Task<std::optional<Secret>> PersonAsker::Private::look(Self d, AccessQuestion question)
{
    const bool keptWrong = d->m_given.forgetWrong(question);
    const QString place = keyringKey(question);
    if (place.isEmpty())
        co_return std::optional<Secret>();
    const CallContext limit = CallContext::cleanup(d->m_keyringLimit);
    if (keptWrong) {
        ++d->m_changes;
        (void)co_await d->m_keyring.remove(place, limit);
        d->endChange();
    }
    const Result<std::optional<Secret>> found = co_await d->m_keyring.read(place, limit);
    if (question.again)
        co_return std::optional<Secret>();
    co_return found;
}

bool PersonAsker::Private::isRefused(const OperationId& operation, const QString& key) const
{
    return m_refused.value(operation).contains(key);
}

/// The operation of a call that waits; for nobody's call the one a person began last.
const AskingOperation* PersonAsker::Private::whoAsks(const SharedQuestion& shared) const
{
    const AskingOperation* asking = nullptr;
    for (const AskingOperation& one : m_operations) {
        if (!one.attended || isRefused(one.id, shared.key))
            continue;
        if (hasCallOf(shared, one.id))
            return &one;
        if (isAnybodys(shared))
            asking = &one;
    }
    return asking;
}

void PersonAsker::Private::present(const SharedQuestionPtr& shared)
{
    const AskingOperation* asking = whoAsks(*shared);
    if (!asking)
        return refuseAll(shared);
    shared->askedAt = asking->id;
    shared->question = shared->calls.front()->question;
    shared->question.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    shared->question.keepable = m_keyring.answers() && !keyringKey(shared->question).isEmpty();
    asking->say(QuestionAsked{shared->question});
}

void PersonAsker::Private::answerAll(const SharedQuestionPtr& shared, const AccessAnswer& answer)
{
    std::erase(m_open, shared);
    for (const WaitingCallPtr& call : std::exchange(shared->calls, {})) {
        m_given.share(call->question);
        reply(*call, answer);
    }
}

void PersonAsker::Private::refuseAll(const SharedQuestionPtr& shared)
{
    std::erase(m_open, shared);
    for (const WaitingCallPtr& call : std::exchange(shared->calls, {})) {
        if (operation(call->operation))
            m_refused[call->operation].insert(shared->key);
        reply(*call, {});
    }
}

void PersonAsker::Private::close(SharedQuestion& shared)
{
    const AskingOperation* asked = operation(std::exchange(shared.askedAt, {}));
    if (asked)
        asked->say(QuestionClosed{shared.question.id});
}

void PersonAsker::Private::answer(const OperationId& id, const AccessAnswer& answer)
{
    const auto found = std::ranges::find_if(m_open, [&](const SharedQuestionPtr& one) {
        return one->askedAt == id && !id.isEmpty() && one->question.id == answer.question;
    });
    if (found == m_open.end())
        return;
    const SharedQuestionPtr shared = *found;
    close(*shared);
    if (!answer.agreed || !fits(shared->question, answer)) {
        for (const AskingOperation& one : m_operations) {
            if (one.attended) // the same person waits for each of them
                m_refused[one.id].insert(shared->key);
        }
        return refuseAll(shared);
    }
    AccessAnswer good = answer;
    good.keep = answer.keep && shared->question.keepable;
    m_given.give(shared->question, good, id, false);
    answerAll(shared, good);
}

/// Its time is up, or its operation was cancelled.
void PersonAsker::Private::drop(const WaitingCallPtr& call)
{
    const std::vector<SharedQuestionPtr> open = m_open;
    for (const SharedQuestionPtr& shared : open) {
        if (std::erase(shared->calls, call) > 0)
            return goOnWithout(shared);
    }
}

/// A question that its operation waits for no more is asked where somebody still does. While the keyring is looked in
/// nobody is asked yet, and who then waits is seen afterwards.
void PersonAsker::Private::goOnWithout(const SharedQuestionPtr& shared)
{
    if (shared->askedAt.isEmpty() || hasCallOf(*shared, shared->askedAt) || isAnybodys(*shared))
        return;
    close(*shared);
    present(shared);
}

void PersonAsker::Private::leave(const OperationId& id)
{
    std::vector<SharedQuestionPtr> askedThere;
    for (const SharedQuestionPtr& shared : m_open) {
        for (const WaitingCallPtr& call : shared->calls) {
            if (isOf(call, id))
                reply(*call, {});
        }
        std::erase_if(shared->calls, [&](const WaitingCallPtr& call) { return isOf(call, id); });
        if (shared->askedAt == id)
            askedThere.push_back(shared);
    }
    for (const SharedQuestionPtr& shared : askedThere)
        close(*shared);
    std::erase_if(m_operations, [&](const AskingOperation& one) { return one.id == id; });
    m_refused.remove(id);
    m_given.leave(id);
    for (const SharedQuestionPtr& shared : askedThere)
        present(shared);
}

QCoro::Task<> PersonAsker::Private::keep(Self d, AccessQuestion question)
{
    const std::optional<GivenAnswers::Given> given = d->m_given.given(question);
    ++d->m_changes;
    const CallContext limit = CallContext::cleanup(d->m_keyringLimit);
    const QString place = keyringKey(question);
    const Secret secret = given->answer.replies.first();
    const Result<Done> kept = co_await d->m_keyring.write(place, secret, limit);
    if (kept.ok())
        d->m_given.noteKept(question);
    else if (const AskingOperation* asked = d->operation(given->by))
        asked->say(LogLine{QStringLiteral("keyring"), kept.failed() ? kept.error().detail : QString()});
    d->endChange();
}

void PersonAsker::Private::endChange()
{
    if (--m_changes > 0)
        return;
    for (Completion& waiting : std::exchange(m_settling, {}))
        waiting.fire();
}

Task<Done> PersonAsker::Private::settled(Self d)
{
    while (d->m_changes > 0) {
        Completion done;
        d->m_settling.push_back(done);
        co_await done;
    }
    co_return Done{};
}

PersonAsker::PersonAsker(std::chrono::milliseconds patience) : d(std::make_shared<Private>(patience)) {}
PersonAsker::~PersonAsker() = default;

void PersonAsker::enter(AskingOperation operation)
{
    d->enter(std::move(operation));
}

void PersonAsker::leave(const OperationId& id)
{
    d->leave(id);
}

void PersonAsker::answer(const OperationId& id, const AccessAnswer& answer)
{
    d->answer(id, answer);
}

Task<Done> PersonAsker::settled()
{
    return Private::settled(d);
}

Task<AccessAnswer> PersonAsker::ask(AccessQuestion question, CallContext context)
{
    return Private::ask(d, std::move(question), std::move(context));
}

void PersonAsker::worked(const AccessQuestion& question)
{
    if (d->worked(question))
        Private::keep(d, question);
}

} // namespace snowmelt
