// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"

#include <QJsonObject>

namespace snowmelt {

/// The body of POST /containers/create (libpod) for this node.
QJsonObject containerSpec(const FleetKey& fleet, const NodeSpec& spec, const QDateTime& bornAt);

/// The body of POST /networks/create (libpod).
QJsonObject networkSpec(const FleetKey& fleet, const FleetNetwork& network);

/// The interface address that belongs to an IPv4 address for ever: a node that starts again keeps its neighbours' ARP
/// entries true. Locally administered: "02:73:" and the four bytes.
QString macOf(const QString& address);

/// A secret's name in the engine, from the file it becomes: "/run/secrets/database-password".
QString secretName(const FleetKey& fleet, const QString& node, const QByteArray& path);

/// The port a failed start complains about, out of the engine's message; nothing when it complains about another thing.
std::optional<Endpoint> takenPort(const QString& message, const QList<PublishedPort>& ports);

} // namespace snowmelt
