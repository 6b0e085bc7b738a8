// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/prober.h"

namespace snowmelt {

static constexpr int failuresOfACheck = 2;

void Prober::ask(HttpProbe* probe, const QList<Question>& questions, CallContext context)
{
    context.cancel = m_cancel.token();
    for (const Question& question : questions)
        m_asked.push_back({question, probe->get(question.service, question.path, context)});
}

Task<Done> Prober::collect(bool networkAway)
{
    std::vector<Asked> open;
    std::vector<Asked> asked;
    asked.swap(m_asked);
    for (Asked& one : asked) {
        if (!one.answer.isReady()) {
            open.push_back(std::move(one));
            continue;
        }
        const Result<HttpAnswer> answer = co_await one.answer;
        const HttpAnswer said = answer ? *answer : HttpAnswer();
        if (said.status != 0 || !networkAway)
            note(one.question, said);
    }
    m_asked = std::move(open);
    co_return Done{};
}

Task<Done> Prober::end()
{
    m_cancel.cancel();
    std::vector<Asked> asked;
    asked.swap(m_asked);
    for (Asked& one : asked)
        (void)co_await one.answer;
    co_return Done{};
}

void Prober::note(const Question& question, const HttpAnswer& answer)
{
    if (!question.check.isEmpty())
        return noteCheck(question, held(parseCheck(question.check), answer));
    ProbeTally& tally = question.green ? m_green : m_blue;
    tally.note(question.node, answer.status == 200, answer.ms);
}

void Prober::noteCheck(const Question& question, const HttpAnswer& answer)
{
    int& failed = m_failedInARow[question.node + u' ' + question.check];
    failed = answer.status == 200 ? 0 : failed + 1;
    if (failed >= failuresOfACheck)
        m_failedCheck = FailedCheck{question.node, question.check, saidBy(answer)};
}

} // namespace snowmelt
