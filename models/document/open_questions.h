// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

namespace snowmelt {

/// A question that waits for a person. The answer is no part of it: it goes to the port and nowhere else.
struct OpenQuestion
{
    OperationId operation;
    AccessQuestion question;
    bool operator==(const OpenQuestion&) const = default;
};

/// What waits after this event, in the order it was asked. True: something changed.
bool foldQuestions(QList<OpenQuestion>& open, const Event& event);

} // namespace snowmelt
