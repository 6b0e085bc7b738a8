// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/scan/measured_run.h"
#include "tests/bench/scan/scan_hosts.h"

namespace snowmelt::bench {

/// What all contestants are asked for.
struct ScanRace
{
    QByteArray root = "/etc"; ///< whose files are listed and hashed
    int atOnce = 16;
    bool ansible = true; ///< if it is installed
};

/// Every way to scan, one after the other, each in processes of its own: Snowmelt with nothing remembered, Snowmelt
/// again, Snowmelt again over connections it kept, parallel OpenSSH that runs the same script, Ansible.
QList<ScanCost> raceOver(const ScanHosts& hosts, const ScanRace& race);

} // namespace snowmelt::bench
