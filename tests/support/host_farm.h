// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ssh/ssh_reader.h"

#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace snowmelt::test {

/// Machines with a real sshd each, in network namespaces of their own, and a person with keys, known hosts and a
/// configuration of OpenSSH. "gate" and "plain" are next to this machine; "hidden" is behind the gate and nowhere else.
/// Needs root. Users on each: root, and those of `addUser()`.
class HostFarm
{
public:
    HostFarm();
    ~HostFarm();
    HostFarm(const HostFarm&) = delete;
    HostFarm& operator=(const HostFarm&) = delete;

    /// Why there is none; empty: it stands.
    QString fault() const { return m_fault; }

    static constexpr auto gateAddress = "10.97.91.2";
    static constexpr auto plainAddress = "10.97.91.6";
    static constexpr auto hiddenAddress = "10.97.91.10";

    QString path(const QString& name) const { return m_folder.filePath(name); }
    SshPerson person() const;
    /// Writes ~/.ssh/config of the person anew: `lines` before what leads to the farm's hosts by their names.
    void configure(const QByteArray& lines = {}) const;
    bool setRunning(const QString& host, bool running);
    int logins(const QString& host) const;

private:
    void makePerson();
    void makeUsers() const;
    void makeNetwork();
    void makeHome(const QString& user, const QByteArray& bashrc) const;
    bool startHost(const QString& host);
    void write(const QString& name, const QByteArray& bytes, bool executable = false) const;
    static bool run(const QString& shell);
    static QString spaceOf(const QString& host) { return QStringLiteral("smfarm-") + host; }

    QTemporaryDir m_folder;
    QMap<QString, std::shared_ptr<QProcess>> m_hosts;
    QString m_fault;
};

} // namespace snowmelt::test
