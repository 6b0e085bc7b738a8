// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/template_secrets.h"

#include "backend/transport/ssh_asker.h"

namespace snowmelt {

namespace {

AccessQuestion questionFor(const ImageRef& image, const QString& variable)
{
    AccessQuestion question;
    question.kind = AccessKind::Variable;
    question.node = image.text();
    question.host = image.name;
    question.subject = variable;
    return question;
}

Task<Secret> askFor(SshAsker* asker, ImageRef image, QString variable, CallContext context)
{
    const AccessQuestion question = questionFor(image, variable);
    const auto answer = co_await asker->ask(question, context);
    if (!answer)
        co_return answer.as<Secret>();
    co_return answer->agreed ? answer->replies.value(0) : Secret();
}

} // namespace

SecretSource templateSecrets(SshAsker* asker)
{
    return {[asker](ImageRef image, QString variable, CallContext context) {
                return askFor(asker, std::move(image), std::move(variable), std::move(context));
            },
            [asker](const ImageRef& image, const QString& variable) { asker->worked(questionFor(image, variable)); }};
}

} // namespace snowmelt
