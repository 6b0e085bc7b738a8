// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/scan/measured_run.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace snowmelt::bench {

/// What was measured with so many hosts.
struct ScanFigures
{
    int hosts = 0;
    QList<ScanCost> costs;
};

struct ScanConditions
{
    QString root;
    int atOnce = 0;
    bool ownNetwork = false; ///< else bytes are not counted
    bool plainShell = false; ///< else whatever the shell of this machine's user reads first is measured too
};

/// How many times as long `one` took as `other`; nothing when one of them was not measured.
std::optional<double> ratioOf(const ScanFigures& figures, const char* one, const char* other);
/// The first scan at most 1.1 times parallel OpenSSH and 6 times faster than Ansible, a repeated one over
/// kept connections 30 times: what was measured of it.
bool withinBudget(const QList<ScanFigures>& sizes);

QString toText(const ScanConditions& conditions, const QList<ScanFigures>& sizes);
/// Schema "snowmelt.bench/1": see bench_scan.cpp.
QJsonObject toJson(const ScanConditions& conditions, const QList<ScanFigures>& sizes);

} // namespace snowmelt::bench
