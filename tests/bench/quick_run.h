// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

namespace snowmelt::bench {

/// What a bench program prints; empty when it failed or took minutes.
inline QByteArray printed(const char* program, const QStringList& arguments)
{
    constexpr int patienceMs = 150'000;
    QProcess bench;
    bench.start(QString::fromUtf8(program), arguments);
    return bench.waitForFinished(patienceMs) && bench.exitCode() == 0 ? bench.readAllStandardOutput() : QByteArray();
}

} // namespace snowmelt::bench
