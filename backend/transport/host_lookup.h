// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/ssh_connection.h"

#include <QList>

namespace snowmelt {

/// The numeric addresses of a host, in the order they are to be tried: SshUnreachable {node, host} when its name has
/// none. Ends with the connection's failure.
Task<QList<Endpoint>> addressesOf(std::shared_ptr<SshConnection> connection, Endpoint host);

} // namespace snowmelt
