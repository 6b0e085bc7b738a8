// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

namespace snowmelt::test {

/// Runs git in `folder` as `name`, whatever this machine's git is told; what it printed. A git that fails ends the
/// test.
inline QByteArray git(const QString& folder, const QString& name, const QStringList& arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral("git"), QStringList{QStringLiteral("-c"), QStringLiteral("user.name=") + name,
                                                     QStringLiteral("-c"), QStringLiteral("user.email=kim@example.org"),
                                                     QStringLiteral("-c"), QStringLiteral("commit.gpgsign=false")} +
                                             arguments);
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        qFatal("git: %s", process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

} // namespace snowmelt::test
