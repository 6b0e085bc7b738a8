// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/given_answers.h"

namespace snowmelt {

namespace {

/// Parts that may hold anything, as one text that only equal parts make.
QString joined(const QStringList& parts)
{
    QString text;
    for (const QString& part : parts)
        text += QString::number(part.size()) + u':' + part;
    return text;
}

QStringList promptTexts(const AccessQuestion& question)
{
    QStringList texts;
    for (const AccessPrompt& prompt : question.prompts)
        texts += prompt.text;
    return texts;
}

} // namespace

QString accessKey(const AccessQuestion& question)
{
    const QString kind = QString::number(int(question.kind));
    switch (question.kind) {
    case AccessKind::HostKey:
        return joined({kind, question.host, question.subject, question.fingerprint, question.file});
    case AccessKind::Passphrase:
        return joined({kind, question.subject});
    case AccessKind::Variable:
        return joined({kind, question.host, question.subject});
    case AccessKind::Password:
        return joined({kind, question.user, question.host, question.fingerprint});
    case AccessKind::Challenge:
        break;
    }
    return joined(
        QStringList{kind, question.user, question.host, question.fingerprint, question.subject, question.instruction} +
        promptTexts(question));
}

QString keyringKey(const AccessQuestion& question)
{
    if (question.kind == AccessKind::Passphrase)
        return QString(u"ssh/passphrase/" + question.subject);
    if (question.kind == AccessKind::Password)
        return QString(u"ssh/password/" + question.user + u'@' + question.host + u'/' + question.fingerprint);
    if (question.kind == AccessKind::Variable)
        return QString(u"packer/" + question.host + u'/' + question.subject);
    return {};
}

bool fits(const AccessQuestion& question, const AccessAnswer& answer)
{
    switch (question.kind) {
    case AccessKind::HostKey:
        return answer.replies.isEmpty();
    case AccessKind::Passphrase:
    case AccessKind::Password:
    case AccessKind::Variable:
        return answer.replies.size() == 1;
    case AccessKind::Challenge:
        break;
    }
    return answer.replies.size() == question.prompts.size();
}

std::optional<AccessAnswer> GivenAnswers::again(const AccessQuestion& question)
{
    const auto found = m_given.find(accessKey(question));
    if (found == m_given.end())
        return std::nullopt;
    if (question.again && found->had.value(question.node) == found->number)
        return std::nullopt;
    found->had.insert(question.node, found->number);
    return found->answer;
}

bool GivenAnswers::forgetWrong(const AccessQuestion& question)
{
    const std::optional<Given> wrong = given(question);
    if (!question.again || !wrong || wrong->had.value(question.node) != wrong->number)
        return false;
    m_given.remove(accessKey(question));
    return wrong->kept;
}

void GivenAnswers::give(const AccessQuestion& question, const AccessAnswer& answer, const OperationId& by, bool kept)
{
    if (question.kind == AccessKind::Challenge)
        return;
    const Given given{answer, by, ++m_number, kept, kept, {{question.node, m_number}}};
    m_given.insert(accessKey(question), given);
}

void GivenAnswers::share(const AccessQuestion& question)
{
    if (const auto found = m_given.find(accessKey(question)); found != m_given.end())
        found->had.insert(question.node, found->number);
}

bool GivenAnswers::worked(const AccessQuestion& question)
{
    const auto found = m_given.find(accessKey(question));
    if (found == m_given.end() || found->had.value(question.node) != found->number)
        return false;
    found->worked = true;
    return found->answer.keep && !found->kept;
}

std::optional<GivenAnswers::Given> GivenAnswers::given(const AccessQuestion& question) const
{
    const auto found = m_given.constFind(accessKey(question));
    return found == m_given.cend() ? std::nullopt : std::optional(*found);
}

void GivenAnswers::noteKept(const AccessQuestion& question)
{
    if (const auto found = m_given.find(accessKey(question)); found != m_given.end())
        found->kept = true;
}

void GivenAnswers::leave(const OperationId& operation)
{
    m_given.removeIf(
        [&operation](QHash<QString, Given>::iterator one) { return one->by == operation && !one->worked; });
}

} // namespace snowmelt
