// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace snowmelt {

/// An address in the one spelling that known_hosts has it in ("::1" of "0:0::0:1", "127.0.0.1" of "127.1"), as OpenSSH
/// takes it before it looks for it; a name as it is. Of "fe80::1%eth0" the zone stays.
QString sshAddress(const QString& host);

} // namespace snowmelt
