// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/open_questions.h"

namespace snowmelt {

bool foldQuestions(QList<OpenQuestion>& open, const Event& event)
{
    if (const auto* asked = std::get_if<QuestionAsked>(&event.body)) {
        open.append({event.operation, asked->question});
        return true;
    }
    if (const auto* closed = std::get_if<QuestionClosed>(&event.body))
        return open.removeIf([&](const OpenQuestion& one) {
            return one.operation == event.operation && one.question.id == closed->question;
        }) > 0;
    if (std::holds_alternative<Finished>(event.body))
        return open.removeIf([&](const OpenQuestion& one) { return one.operation == event.operation; }) > 0;
    return false;
}

} // namespace snowmelt
