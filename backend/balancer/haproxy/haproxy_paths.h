// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace snowmelt {

/// Where HAProxy's things are on its node. The defaults are docs/NODE.md's; tests use a temporary folder.
struct HaproxyPaths
{
    QByteArray config = "/etc/haproxy/haproxy.cfg";
    QByteArray socket = "/run/haproxy/admin.sock";
    QByteArray pidFile = "/run/haproxy/haproxy.pid";
    QByteArray bindAddress = "*"; ///< of the frontend
    QByteArray user = "haproxy";  ///< what the worker drops to; empty: stays who it is
};

} // namespace snowmelt
