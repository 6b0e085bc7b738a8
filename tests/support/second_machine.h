// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/podman/engine_paths.h"
#include "tests/support/terminal.h"

#include <QDir>
#include <QFile>
#include <QProcess>

namespace snowmelt::test {

/// Another machine on a wire to this one: a network namespace whose way to the lab's addresses is a virtual cable, with
/// processes, a host name and a home of its own. It reaches the nodes by SSH through the cable; the engine's socket is
/// forwarded to it, as "ssh -L" would.
class SecondMachine
{
public:
    SecondMachine(const QString& program, const QString& folder) : m_folder(folder)
    {
        QDir(folder).removeRecursively();
        QDir().mkpath(home());
        unplugged();
        made =
            run(QStringLiteral("ip netns add sm-second && ip link add sm-cable type veth peer name sm-far && "
                               "ip link set sm-far netns sm-second && ip addr add 10.98.77.1/30 dev sm-cable && "
                               "ip link set sm-cable up && echo 1 >/proc/sys/net/ipv4/conf/sm-cable/route_localnet"));
        // 127.77.0.0/16 is the lab's, on the machine at the other end.
        made = made &&
               run(QStringLiteral("ip netns exec sm-second sh -ec '"
                                  "ip link set lo up; ip addr add 10.98.77.2/30 dev sm-far; ip link set sm-far up; "
                                  "echo 1 >/proc/sys/net/ipv4/conf/sm-far/route_localnet; "
                                  "ip route del local 127.0.0.0/8 dev lo table local; "
                                  "ip route add local 127.0.0.0/16 dev lo table local; "
                                  "ip route add 127.77.0.0/16 via 10.98.77.1 dev sm-far src 10.98.77.2'"));
        QFile start(folder + QStringLiteral("/snowmelt"));
        made =
            made && start.open(QIODevice::WriteOnly) &&
            start.write("#!/bin/sh\nexec ip netns exec sm-second unshare --uts --pid --fork --kill-child --mount-proc "
                        "sh -c 'hostname desk; exec \"$0\" \"$@\"' " +
                        QFile::encodeName(program) + " \"$@\"\n") > 0 &&
            start.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
    ~SecondMachine()
    {
        unplugged();
        QDir(enginePaths(home(), defaultRunBase()).run).removeRecursively();
    }
    SecondMachine(const SecondMachine&) = delete;
    SecondMachine& operator=(const SecondMachine&) = delete;

    QString home() const { return m_folder + QStringLiteral("/data/snowmelt"); }
    Terminal terminal() const
    {
        return Terminal(m_folder + QStringLiteral("/snowmelt"), m_folder + QStringLiteral("/data"));
    }

    /// What docs/LEASE.md tells a person to copy: the fleet's folder, with its private key.
    bool join(const QString& otherHome, const QString& fleet) const
    {
        const QString to = home() + QStringLiteral("/fleets");
        const QString engine = enginePaths(home(), defaultRunBase()).run;
        return QDir().mkpath(to) && QDir().mkpath(engine) &&
               run(QStringLiteral("cp -a '%1/fleets/%2' '%3/'").arg(otherHome, fleet, to)) &&
               run(QStringLiteral("ln -sfn '%1/images' '%2/images'").arg(otherHome, home())) &&
               run(QStringLiteral("chmod 700 '%1' && ln -sfn '%2' '%1/engine.sock'")
                       .arg(engine, enginePaths(otherHome, defaultRunBase()).socket));
    }
    bool pullCable() const { return run(QStringLiteral("ip link set sm-cable down")); }
    bool plugCable() const { return run(QStringLiteral("ip link set sm-cable up")); }

    bool made = false;

private:
    static bool run(const QString& script)
    {
        return QProcess::execute(QStringLiteral("sh"), {QStringLiteral("-c"), script}) == 0;
    }
    static void unplugged()
    {
        run(QStringLiteral("ip link del sm-cable 2>/dev/null; ip netns del sm-second 2>/dev/null; true"));
    }

    QString m_folder;
};

} // namespace snowmelt::test
