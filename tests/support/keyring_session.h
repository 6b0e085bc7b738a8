// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace snowmelt::test {

/// Whether this process runs inside one.
inline bool isInKeyringSession()
{
    return qEnvironmentVariableIsSet("SNOWMELT_IN_KEYRING_SESSION");
}

/// dbus-run-session and gnome-keyring-daemon are installed.
inline bool canHaveKeyringSession()
{
    for (const char* tool : {"dbus-run-session", "gnome-keyring-daemon"}) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
            return false;
    }
    return true;
}

struct KeyringSessionEnd
{
    bool finished = false;
    int exitCode = -1;
    QByteArray said; ///< both outputs
};

/// Runs one function of this test program in a session bus of its own with a real, unlocked keyring and an empty home.
inline KeyringSessionEnd runInKeyringSession(const QString& function, int patienceMs)
{
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* variable : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME"})
        environment.insert(QString::fromLatin1(variable), home.path());
    environment.insert(QStringLiteral("SNOWMELT_IN_KEYRING_SESSION"), QStringLiteral("1"));
    QProcess session;
    session.setProcessEnvironment(environment);
    session.setProcessChannelMode(QProcess::MergedChannels);
    session.start(
        QStringLiteral("dbus-run-session"),
        {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
         QStringLiteral("echo -n pw | gnome-keyring-daemon --unlock --components=secrets; exec \"$0\" \"$1\""),
         QCoreApplication::applicationFilePath(), function});
    const bool finished = session.waitForFinished(patienceMs);
    return {finished, session.exitCode(), session.readAll()};
}

} // namespace snowmelt::test
