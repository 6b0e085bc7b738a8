// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/questioner.h"

#include "models/domain/code_names.h"

#include <utility>

namespace snowmelt {

namespace {

QStringList whatWasAsked(const AccessQuestion& question)
{
    switch (question.kind) {
    case AccessKind::HostKey:
        return {question.subject, question.fingerprint, question.file};
    case AccessKind::Passphrase:
    case AccessKind::Variable: // of no host
        return {question.subject};
    case AccessKind::Password:
    case AccessKind::Challenge:
        break;
    }
    return {question.user};
}

} // namespace

Error nobodyAnswered(const AccessQuestion& question, const QString& host)
{
    return {
        ErrorCode::NobodyAnswered, QStringList{QString(), codeName(question.kind), host} + whatWasAsked(question), {}};
}

Questioner::Questioner(SshAsker* asker, QString node, QString host)
    : m_asker(asker), m_node(std::move(node)), m_host(std::move(host))
{
}

void Questioner::fill(AccessQuestion* question) const
{
    question->node = m_node;
    question->host = m_host;
    if (question->kind == AccessKind::Password || question->kind == AccessKind::Challenge)
        question->fingerprint = m_hostKey;
}

Task<AccessAnswer> Questioner::ask(std::shared_ptr<SshConnection> connection, AccessQuestion question)
{
    // It ended while a passphrase was tried or known_hosts were read: nobody is asked, and who would ask may be gone.
    if (connection->isFailed())
        co_return connection->failure();
    fill(&question);
    const Error nobody = nobodyAnswered(question, m_host);
    connection->pauseLimit(nobody);
    const std::shared_ptr<HandshakeGate::Pass> pass = m_pass; // taken away when the connection fails meanwhile
    pass->rest();
    const CallContext patient = context();
    const Result<AccessAnswer> answer = co_await m_asker->ask(question, patient);
    pass->goOn();
    connection->resumeLimit();
    if (!answer.ok())
        co_return answer;
    const qsizetype expected = question.kind == AccessKind::HostKey     ? 0
                               : question.kind == AccessKind::Challenge ? question.prompts.size()
                                                                        : 1;
    if (!answer->agreed || answer->replies.size() < expected)
        co_return nobody;
    m_cameTooLate = m_cameTooLate || connection->stream().ended();
    co_return answer;
}

void Questioner::worked(AccessQuestion question)
{
    fill(&question);
    m_asker->worked(question);
}

} // namespace snowmelt
