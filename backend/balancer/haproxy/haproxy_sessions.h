// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"

#include <QByteArrayList>

namespace snowmelt {

/// A line of `show sess`: what a slot has open, and by what name HAProxy tells more of it.
struct ListedSession
{
    QByteArray id; ///< "0x55c5e372ad60", good until the session ends
    OpenSession session;
};

/// The sessions on slots of this group, the oldest first. A connection that is kept open between requests has none.
QList<ListedSession> parseSessions(const QByteArray& answer, const QString& group);

/// Does the answer to `show sess ID` tell of a session that speaks no HTTP any more? `slot` is where it was listed: ids
/// are addresses in memory, and may be another session's by the time of the question.
bool upgradedSession(const QByteArray& answer, const QString& slot);

/// "47s", "1m30s", "2h5m", "3d4h" as seconds; nothing when it says none of that.
std::optional<int> ageSeconds(const QByteArray& text);

} // namespace snowmelt
