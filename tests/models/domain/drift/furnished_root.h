// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/domain/drift/made_root.h"

#include <QtTest>

namespace snowmelt::testing {

constexpr auto kernelLink = "/usr/sbin/init";
inline const QByteArray tcpHeading =
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";
inline const QByteArray listensOn22 =
    "   0: 0100007F:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0      "
    "  0 4711 1 0 100 0 0 10 0\n";

/// What every kind of root has.
inline void furnish(const MadeRoot& root)
{
    root.write("etc/os-release", "ID=made\nVERSION_ID=1\n");
    root.write("etc/passwd", "root:x:0:0:root:/root:/bin/sh\n");
    root.write("etc/group", "root:x:0:\nadm:x:4:\n");
    root.write("etc/sudoers", "root ALL=(ALL:ALL) ALL\n", 0440);
    root.write("etc/crontab", "1 2 * * * root true\n");
    root.write("etc/init.d/ssh", "#!/bin/sh\n", 0755);
    root.write("proc/self/mounts", "/dev/x / ext4 rw 0 0\n");
    root.write("proc/sys/vm/swappiness", "60\n");
    root.write("proc/net/tcp", tcpHeading + listensOn22);
    root.write("proc/1/comm", "init\n");
    root.write("proc/1/maps", "7f00-7f01 r-xp 00000000 08:01 99   /usr/lib/libc.so.6\n");
    root.link("proc/1/exe", kernelLink);
    root.link("proc/1/fd/3", "socket:[4711]");
    root.write("proc/2/fd/none", {}); // ls names a folder only beside another
    root.write("srv/plain", "x\n");
    root.write("srv/눈\n송이 \\ \x1b[2J", "y\n");
    root.link("srv/li' -> 'nk", "a' -> 'b");
}

inline QSet<DriftSection> differing(const FactSheet& was, const FactSheet& is)
{
    QSet<DriftSection> sections;
    for (const DriftSection section : allSections()) {
        if (was.saw(section) != is.saw(section) || was.tables.value(section) != is.tables.value(section))
            sections.insert(section);
    }
    return sections;
}

inline void plantCertificate(const MadeRoot& root)
{
    QDir().mkpath(root.path("etc/ssl"));
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                   QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                   QStringLiteral("-subj"), QStringLiteral("/CN=snow"), QStringLiteral("-days"), QStringLiteral("30"),
                   QStringLiteral("-keyout"), root.path("etc/ssl/snow.key"), QStringLiteral("-out"),
                   root.path("etc/ssl/snow.pem")});
    openssl.waitForFinished(-1);
    QCOMPARE(openssl.exitCode(), 0);
}

} // namespace snowmelt::testing
