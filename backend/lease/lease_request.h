// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/control.h"
#include "models/domain/result.h"

#include <QByteArray>

namespace snowmelt {

/// What one machine asks the other that holds the lease, as text on one line.
struct LeaseRequest
{
    Command command = Command::RollBack;
    QString person; ///< who asks: user@host
    int seconds = 0;
    bool operator==(const LeaseRequest&) const = default;
};

QByteArray requestText(const LeaseRequest& request);
/// Unexpected {"request"} for anything else.
Result<LeaseRequest> parseRequest(const QByteArray& text);

/// nullopt: it is obeyed.
QByteArray replyText(const std::optional<Error>& refused);
/// The refusal itself, or Unexpected {"reply"} for what is neither.
Result<Done> parseReply(const QByteArray& text);

} // namespace snowmelt
