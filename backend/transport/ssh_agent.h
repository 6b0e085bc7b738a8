// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace snowmelt {

/// A key an agent holds.
struct AgentKey
{
    QByteArray blob; ///< the public half, as it goes over the wire
    QString comment;
};

/// What an SSH agent says (draft-miller-ssh-agent). Errors: SecretUnavailable {socket}.
Task<QList<AgentKey>> agentKeys(QString socket, CallContext context);

/// The agent's signature of `data`, without its algorithm's name, which must be `algorithm`. It may ask its person
/// first.
Task<QByteArray> agentSignature(QString socket, QByteArray blob, QByteArray algorithm, QByteArray data,
                                CallContext context);

} // namespace snowmelt
