// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/key_file.h"
#include "backend/transport/ssh_agent.h"
#include "models/domain/ssh/ssh_config.h"

namespace snowmelt {

/// A key to try.
struct KeyChoice
{
    QByteArray blob; ///< public half; empty: known only when the file is unlocked
    bool fromAgent = false;
    KeyFile file; ///< when not from the agent
    QString name; ///< for a person: the file, or the agent's comment and the fingerprint
};

struct KeyChoices
{
    QList<KeyChoice> keys;
    QStringList leftOut; ///< for a person: what was named and cannot be used, and why
};

/// In OpenSSH's order: keys of the agent that the files name, its others unless `identitiesOnly`, then the files'.
/// What OpenSSH looks for by itself and is not there is not told.
KeyChoices chooseKeys(const SshWay& way, const QList<AgentKey>& agent, const QList<KeyFile>& files);

} // namespace snowmelt
