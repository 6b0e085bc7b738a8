// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"
#include "backend/balancer/haproxy/haproxy_paths.h"

#include <QByteArrayList>

namespace snowmelt {

/// Runtime commands of management guide 9.3, one element per command.
namespace haproxy {

QByteArray showServers();
QByteArrayList readCommands(); ///< show info, show servers state, show stat: what a reading is made of

QByteArray showSessions();                    ///< a line for each
QByteArray showSession(const QByteArray& id); ///< everything about one

/// The level of the socket, and the commands it knows.
QByteArrayList abilityCommands();
/// Those a deployment needs that are not in the answers to abilityCommands(). `help` lists commands of a higher level
/// too, so the level is asked as well: setting wants admin, sessions want operator.
QStringList lackingCommands(const QByteArray& level, const QByteArray& help);

/// What turns a slot to this mode. Ready sets the weight too: a slot that was configured as drained has weight 0.
QByteArrayList setMode(const QString& group, const QString& slot, SlotMode mode);
QByteArray setAddress(const QString& group, const QString& slot, const QString& address, int port);

/// An empty answer, or what `set server … addr` says when it did what it was told.
bool accepted(const QByteArray& command, const QByteArray& answer);

/// The exec request that sends these commands over one connection of the runtime socket.
ExecRequest request(const HaproxyPaths& paths, const QByteArrayList& commands);

/// Exit statuses of writeRequest()'s command.
constexpr int writeFailed = 3;
constexpr int writeRejected = 4;
constexpr int writeMoved = 5;
constexpr int writeLocked = 6;
constexpr int lockSeconds = 10;
/// Puts `text` beside the configuration, has it judged by `haproxy -c`, renames it into place and prints what is there
/// then, all under a lock. With a revision only when the file is still that one.
ExecRequest writeRequest(const HaproxyPaths& paths, const QByteArray& text, const QByteArray& revision);
QByteArray revisionOf(const QByteArray& text);
ExecRequest readRequest(const QByteArray& path);

} // namespace haproxy
} // namespace snowmelt
