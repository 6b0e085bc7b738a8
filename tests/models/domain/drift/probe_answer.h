// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/compare.h"
#include "models/domain/drift/probe.h"

#include <QCryptographicHash>

namespace snowmelt::testing {

inline const QByteArray nonce = "00112233445566778899aabbccddeeff";

inline QByteArray hashOf(const QByteArray& content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

inline FileFact file(const QByteArray& path, const QByteArray& content, int mode = 0644, int uid = 0, int gid = 0)
{
    return {path, FileType::File, mode, uid, gid, content.size(), hashOf(content), {}};
}
inline FileFact folder(const QByteArray& path, int mode = 0755)
{
    return {path, FileType::Directory, mode, 0, 0, 4096, {}, {}};
}
inline FileFact symbolicLink(const QByteArray& path, const QByteArray& target)
{
    return {path, FileType::Link, 0777, 0, 0, target.size(), {}, target};
}

/// A node whose facts are told by its fields. answer() is what the probe would say about it.
struct TestNode
{
    QList<PackageFact> packages;
    QMap<QByteArray, FileFact> files;
    QList<UserFact> users;
    QList<GroupFact> groups;
    QList<SocketFact> sockets;
    QMap<QByteArray, QByteArray> accountFiles;

    static TestNode shop()
    {
        TestNode node;
        node.packages = {{QStringLiteral("bash"), QStringLiteral("5.2"), QStringLiteral("amd64")},
                         {QStringLiteral("libc6:amd64"), QStringLiteral("2.36-9+deb12u10"), QStringLiteral("amd64")}};
        for (const FileFact& fact :
             {folder("/"), folder("/etc"), folder("/usr"), folder("/usr/bin"), folder("/var"), folder("/var/log"),
              folder("/proc", 0555), folder("/root", 0700), symbolicLink("/bin", "usr/bin"),
              symbolicLink("/etc/localtime", "UTC"), file("/usr/bin/bash", "ELF", 0755),
              file("/usr/bin/sudo", "ELF2", 04755), file("/etc/shop.conf", "a=1\n"),
              file("/etc/secret.conf", "b=2\n", 0640), file("/var/log/shop.log", "line\n"),
              file("/etc/hostname", "web-1\n"), file("/opt/shop.py", "print()\n", 0755, 1000, 1000)})
            node.files.insert(fact.path, fact);
        node.setAccount("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\nshop:x:1000:1000::/nonexistent:/bin/false\n");
        node.setAccount("/etc/shadow", "root:*:19000:0:99999:7:::\nshop:!:19000:0:99999:7:::\n", 0640);
        node.setAccount("/etc/group", "root:x:0:\nshop:x:1000:\nadm:x:4:shop\n");
        node.users = {
            {QStringLiteral("root"), 0, 0, QStringLiteral("/root"), QStringLiteral("/bin/bash")},
            {QStringLiteral("shop"), 1000, 1000, QStringLiteral("/nonexistent"), QStringLiteral("/bin/false")}};
        node.groups = {{QStringLiteral("root"), 0, {}},
                       {QStringLiteral("shop"), 1000, {}},
                       {QStringLiteral("adm"), 4, {QStringLiteral("shop")}}};
        node.sockets = {{QStringLiteral("tcp"), QStringLiteral("0.0.0.0"), 22, QStringLiteral("sshd")},
                        {QStringLiteral("tcp"), QStringLiteral("[::]"), 22, QStringLiteral("sshd")},
                        {QStringLiteral("tcp"), QStringLiteral("0.0.0.0"), 8080, QStringLiteral("python3")}};
        return node;
    }
    void setAccount(const QByteArray& path, const QByteArray& content, int mode = 0644)
    {
        accountFiles.insert(path, content);
        files.insert(path, file(path, content, mode));
    }
    void put(const FileFact& fact) { files.insert(fact.path, fact); }

    Baseline baseline() const
    {
        Baseline baseline;
        baseline.inventory.image = {QStringLiteral("shop"), QStringLiteral("1.0.0")};
        baseline.inventory.packages = packages;
        baseline.inventory.files = files;
        baseline.inventory.users = users;
        baseline.inventory.groups = groups;
        baseline.inventory.ports = {22, 8080};
        baseline.accountFiles = accountFiles;
        return baseline;
    }

    static QByteArray frame(const QByteArray& name, const QByteArray& body, int status = 0)
    {
        return QByteArray("\n" + nonce + " begin " + name + "\n" + body + "\n" + nonce + " end " + name + " " +
                          QByteArray::number(status) + "\n");
    }
    static QByteArray letter(FileType type)
    {
        return type == FileType::File        ? "f"
               : type == FileType::Directory ? "d"
               : type == FileType::Link      ? "l"
               : type == FileType::Socket    ? "s"
                                             : "p";
    }
    QByteArray packageLines() const
    {
        QByteArray body;
        for (const PackageFact& package : packages)
            body +=
                QStringLiteral("ii \t%1\t%2\t%3\n").arg(package.name, package.version, package.architecture).toUtf8();
        return body;
    }
    QByteArray userLines() const
    {
        QByteArray body;
        for (const UserFact& user : users)
            body += QStringLiteral("%1:%2:%3:comment:%4:%5\n")
                        .arg(user.name)
                        .arg(user.uid)
                        .arg(user.gid)
                        .arg(user.home, user.shell)
                        .toUtf8();
        return body;
    }
    QByteArray groupLines() const
    {
        QByteArray body;
        for (const GroupFact& group : groups)
            body += QStringLiteral("%1:%2:%3\n").arg(group.name).arg(group.gid).arg(group.members.join(u',')).toUtf8();
        return body;
    }
    QByteArray socketLines() const
    {
        QByteArray body;
        for (const SocketFact& socket : sockets)
            body += QStringLiteral("%1   LISTEN 0      128     %2:%3   0.0.0.0:*    users:((\"%4\",pid=7,fd=3))\n")
                        .arg(socket.protocol, socket.address)
                        .arg(socket.port)
                        .arg(socket.process)
                        .toUtf8();
        return body;
    }
    QByteArray fileRecords() const
    {
        QByteArray body;
        for (const FileFact& fact : files) {
            body += letter(fact.type) + QByteArray::number(fact.mode, 8) + '\t' + QByteArray::number(fact.uid) + '\t' +
                    QByteArray::number(fact.gid) + '\t' + QByteArray::number(fact.size) + "\t42\t1700000001.5\t7\t" +
                    fact.path;
            body.append('\0').append(fact.target).append('\0');
        }
        return body;
    }
    QByteArray hashRecords() const
    {
        QByteArray body;
        for (const FileFact& fact : files) {
            if (!fact.sha256.isEmpty())
                body.append(fact.sha256).append("  ").append(fact.path).append('\0');
        }
        return body;
    }
    // As the script does: only lines of files whose hash the baseline does not have.
    QByteArray accountRecords(const Baseline& known) const
    {
        QByteArray body;
        for (auto entry = accountFiles.cbegin(); entry != accountFiles.cend(); ++entry) {
            if (known.accountFiles.value(entry.key()) == entry.value())
                continue;
            for (const AccountLine& line : accountLines(entry.value(), nonce))
                body += entry.key() + '\t' + line.name + '\t' + line.digest + '\n';
        }
        return body;
    }
    QByteArray answer(const Baseline& known, const QByteArray& newPackages = {}) const
    {
        return QByteArray(frame("packages", packageLines()) + frame("newpackages", newPackages) +
                          frame("users", userLines()) + frame("groups", groupLines()) +
                          frame("accounts", accountRecords(known)) + frame("sockets", socketLines()) +
                          frame("files", fileRecords()) + frame("hashes", hashRecords()));
    }
};

inline DriftReport compared(const TestNode& node, const Baseline& baseline, const QByteArray& newPackages = {})
{
    return compareWithBirth(baseline, parseProbe(node.answer(baseline, newPackages), {}, false, nonce));
}

} // namespace snowmelt::testing
