// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/platform/podman/lab_home.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <csignal>
#include <sys/mount.h>

namespace snowmelt::test {

LabHome::LabHome() : m_folder(QStringLiteral("/tmp/snowmelt-lab-XXXXXX")) {}

LabHome::~LabHome()
{
    killService();
    const EnginePaths paths = engine();
    if (QFile::exists(paths.config)) {
        podman({QStringLiteral("rm"), QStringLiteral("-fa"), QStringLiteral("-t"), QStringLiteral("0")});
        podman({QStringLiteral("network"), QStringLiteral("prune"), QStringLiteral("-f")});
    }
    ::umount2(QFile::encodeName(paths.root + u"/overlay").constData(), MNT_DETACH);
}

bool LabHome::killService() const
{
    QFile file(engine().servicePid);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const int pid = file.readAll().trimmed().toInt();
    QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(pid));
    // The pid may be another's by now: only what names our socket is ours.
    if (pid <= 1 || !commandLine.open(QIODevice::ReadOnly) || !commandLine.readAll().contains(engine().socket.toUtf8()))
        return false;
    return ::kill(pid, SIGKILL) == 0;
}

QByteArray LabHome::podman(const QStringList& arguments) const
{
    const EnginePaths paths = engine();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CONTAINERS_CONF"), paths.config);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral("podman"),
                  QStringList{QStringLiteral("--root"), paths.root, QStringLiteral("--runroot"), paths.runRoot,
                              QStringLiteral("--storage-driver"), QStringLiteral("overlay")} +
                      arguments);
    process.waitForFinished(60000);
    return process.readAllStandardOutput();
}

} // namespace snowmelt::test
