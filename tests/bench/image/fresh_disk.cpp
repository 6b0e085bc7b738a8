// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/image/fresh_disk.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <sched.h>
#include <sys/mount.h>

namespace snowmelt::bench {

namespace {

constexpr qint64 diskBytes = 16LL << 30; // of a sparse file

QString failureOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (process.waitForFinished(-1) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return program + QStringLiteral(": ") + QString::fromUtf8(process.readAll().trimmed()) + process.errorString();
}

} // namespace

bool hideMounts()
{
    return ::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

FreshDisk::FreshDisk(const QString& folder)
    : m_file(folder + QStringLiteral("/disk")), m_path(folder + QStringLiteral("/mounted"))
{
    QFile file(m_file);
    if (!QDir().mkpath(m_path) || !file.open(QIODevice::WriteOnly) || !file.resize(diskBytes)) {
        m_failure = m_file + QStringLiteral(": ") + file.errorString();
        return;
    }
    m_failure = failureOf(QStringLiteral("/usr/sbin/mkfs.ext4"), {QStringLiteral("-q"), m_file});
    if (m_failure.isEmpty())
        m_failure = failureOf(QStringLiteral("mount"), {QStringLiteral("-o"), QStringLiteral("loop"), m_file, m_path});
}

FreshDisk::~FreshDisk()
{
    ::umount2(QFile::encodeName(m_path).constData(), MNT_DETACH);
    QDir(m_path).removeRecursively();
    QFile::remove(m_file);
}

} // namespace snowmelt::bench
