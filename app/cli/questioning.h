// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/cli/terminal_asker.h"
#include "models/domain/event.h"

namespace snowmelt {

/// Lets a person answer what one operation asks, where there is a person to ask: on a terminal. Elsewhere the answer is
/// no, at once. While a person types, events are held back: nothing is written over what they type.
class Questioning
{
public:
    using Sink = std::function<void(const Event&)>;
    Questioning(Console& console, Sink sink, std::function<void(const AccessAnswer&)> answer);

    void take(const Event& event);

private:
    void ask(const AccessQuestion& question);
    void tellHeld();

    Console& m_console;
    Sink m_sink;
    std::function<void(const AccessAnswer&)> m_answer;
    std::unique_ptr<TerminalAsker> m_terminal; ///< once it was needed
    QList<Event> m_held;
};

} // namespace snowmelt
