// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/questioning.h"

namespace snowmelt {

Questioning::Questioning(Console& console, Sink sink, std::function<void(const AccessAnswer&)> answer)
    : m_console(console), m_sink(std::move(sink)), m_answer(std::move(answer))
{
}

void Questioning::take(const Event& event)
{
    m_held.append(event);
    if (const auto* asked = std::get_if<QuestionAsked>(&event.body))
        ask(asked->question);
    if (const auto* closed = std::get_if<QuestionClosed>(&event.body); closed && m_terminal)
        m_terminal->close(closed->question);
    if (!m_terminal || !m_terminal->isBusy() || std::holds_alternative<Finished>(event.body))
        tellHeld();
}

void Questioning::ask(const AccessQuestion& question)
{
    if (m_console.device().isEmpty())
        return m_answer({question.id, false, {}, false});
    if (!m_terminal)
        m_terminal = std::make_unique<TerminalAsker>(m_console.device(), m_answer);
    m_console.clearProgress();
    m_terminal->ask(question);
}

/// Telling may run into another question: each event is told once.
void Questioning::tellHeld()
{
    const QList<Event> held = std::exchange(m_held, {});
    for (const Event& event : held)
        m_sink(event);
}

} // namespace snowmelt
