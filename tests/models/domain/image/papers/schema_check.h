// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>

namespace snowmelt {

/// What of a document breaks a schema of the folder "schemas", one place a line; empty: nothing does.
inline QByteArray brokenPlaces(const QByteArray& document, const QString& schema)
{
    const QString folder = QStringLiteral(SNOWMELT_SOURCE_DIR "/tests/models/domain/image/papers/");
    QProcess check;
    // Debian's own: python3-jsonschema is not in another one's folders.
    check.start(QStringLiteral("/usr/bin/python3"),
                {QStringLiteral("-W"), QStringLiteral("ignore"), folder + QStringLiteral("held_to_schema.py"),
                 folder + QStringLiteral("schemas/") + schema});
    check.write(document);
    check.closeWriteChannel();
    if (!check.waitForFinished(120'000) || check.exitCode() > 1 || check.exitStatus() != QProcess::NormalExit)
        return QByteArrayLiteral("did not run: ") + check.readAllStandardError();
    const QByteArray broken = check.readAllStandardOutput() + check.readAllStandardError();
    return check.exitCode() == 0 ? broken : QByteArrayLiteral("broken\n") + broken;
}

} // namespace snowmelt
