// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace snowmelt::bench {

/// What our side of the race needs to know; the race is run in a process of its own, as the others are.
struct OurScan
{
    QString hosts;    ///< file: name, address, port, user, key, host key by lines, parted by tabs
    QString memories; ///< folder where hashes are remembered
    QByteArray root;
    int atOnce = 16;
    bool kept = false; ///< connect first, then scan over these connections; only that is measured, and told
};

/// Scans all hosts once. The exit status: 0, or 1 when a host could not be seen whole; why is on standard error.
/// When connections are kept the last line of standard output is "MEASURED wall CPU bytes", in ms.
int scanOurWay(const OurScan& scan);

} // namespace snowmelt::bench
