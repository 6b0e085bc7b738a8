// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/backend/transport/route_fixture.h"

namespace snowmelt::testing {

/// Its passphrase is "open sesame".
inline void makeLockedKey(const TestSshd& sshd, const QString& name, const QStringList& options)
{
    const QStringList arguments = QStringList{QStringLiteral("-q"), QStringLiteral("-N"), QStringLiteral("open sesame"),
                                              QStringLiteral("-f"), sshd.path(name)} +
                                  options;
    QCOMPARE(QProcess::execute(QStringLiteral("ssh-keygen"), arguments), 0);
    sshd.authorize(name);
}

/// What sshd is started with to find another password of root and another PAM stack, in a mount namespace of its own.
inline QStringList otherPasswords(const QTemporaryDir& folder)
{
    QProcess hash;
    hash.start(QStringLiteral("openssl"), {QStringLiteral("passwd"), QStringLiteral("-6"), QStringLiteral("xyzzy")});
    hash.waitForFinished();
    writeFile(folder.filePath(QStringLiteral("shadow")),
              "root:" + hash.readAllStandardOutput().trimmed() + ":19000:0:99999:7:::\nsshd:!:19000::::::\n");
    writeFile(folder.filePath(QStringLiteral("pam")), "auth required pam_unix.so\naccount required pam_permit.so\n"
                                                      "session required pam_permit.so\n");
    const QString mounts = QStringLiteral("mount --make-rprivate / && mount --bind %1/shadow /etc/shadow && "
                                          "mount --bind %1/pam /etc/pam.d/sshd && exec \"$@\"")
                               .arg(folder.path());
    return {QStringLiteral("unshare"), QStringLiteral("-m"), QStringLiteral("sh"), QStringLiteral("-c"), mounts,
            QStringLiteral("sh")};
}

inline bool canHaveOtherPasswords()
{
    return geteuid() == 0;
}

} // namespace snowmelt::testing
