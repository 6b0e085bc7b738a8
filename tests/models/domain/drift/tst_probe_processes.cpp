// SPDX-License-Identifier: GPL-3.0-or-later
// What runs on a node, by value.
#include "tests/models/domain/drift/told_table.h"

#include <QtTest>

using namespace snowmelt;
using namespace snowmelt::testing;

class TestProbeProcesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runtimes()
    {
        const QByteArray link = "lrwxrwxrwx 1 root root 0 Jan  1 00:00 /proc/";
        const QByteArray body = "java\t/usr/lib/jvm/17\tJAVA_VERSION=\"17.0.15\"\n"
                                "program\t/usr/bin/python3.11\tPython 3.11.2\nprogram\t/usr/bin/node\tv18.19.0\n"
                                "program\t/usr/bin/ruby3.1\t\nprogram\t/usr/sbin/php-fpm8.2\t-\nprocesses\n" +
                                link + "1/exe -> /sbin/init\n" + link + "2/exe\n" + link +
                                "7/exe -> /usr/lib/jvm/17/bin/java\n" + link + "8/exe -> /opt/n/bin/node (deleted)\n" +
                                link + "9/exe -> /usr/bin/python3.11\n" + link + "10/exe -> /usr/bin/ruby3.1\n";
        const ToldTable runtimes = told(DriftSection::Runtimes, "runtimes", body, 0,
                                        "ls: cannot read symbolic link '/proc/2/exe': No such file or directory\n");
        QCOMPARE(lines(runtimes.table), expected({"/opt/n/bin/node | running=yes runtime=node",
                                                  "/usr/bin/node | running=no runtime=node version=18.19.0",
                                                  "/usr/bin/python3.11 | running=yes runtime=python version=3.11.2",
                                                  "/usr/lib/jvm/17 | running=yes runtime=java version=17.0.15",
                                                  "/usr/sbin/php-fpm8.2 | running=no runtime=php"}));
        QCOMPARE(runtimes.unseen.size(), 1);
        QCOMPARE(runtimes.unseen.first().what, QByteArray("/usr/bin/ruby3.1"));
        QVERIFY(!told(DriftSection::Runtimes, "runtimes", "processes\n").seen);
        QVERIFY(!told(DriftSection::Runtimes, "runtimes", body, 0, "ls: '/proc/1/exe': Permission denied\n").seen);
    }

    /// Those of others, where root may not trace them.
    void closedPrograms()
    {
        const QByteArray link = "lrwxrwxrwx 1 root root 0 Jan  1 00:00 /proc/";
        const QByteArray names = "process\t7\tnginx\nprocess\t8\tnginx\nprocess\t9\t\nprocess\t10\tgone\n";
        const QByteArray closed = link + "7/exe\n" + link + "8/exe\n" + link + "9/exe\n" + link + "11/exe\n";
        const QByteArray body = "program\t/usr/bin/python3.11\tPython 3.11.2\n"
                                "program\t/usr/bin/node\tv18.19.0\nprocesses\n" +
                                names + closed + link + "12/exe -> /usr/bin/python3.11\n";
        const ToldTable runtimes = told(DriftSection::Runtimes, "runtimes", body);
        QVERIFY(runtimes.seen);
        QCOMPARE(lines(runtimes.table), expected({"/usr/bin/node | runtime=node version=18.19.0", // who knows
                                                  "/usr/bin/python3.11 | running=yes runtime=python version=3.11.2"}));
        const auto unseen = [](DriftSection section) {
            return QList<Unseen>({{section, "9", QStringLiteral("permissionDenied")},
                                  {section, "nginx", QStringLiteral("permissionDenied")},
                                  {section, {}, QStringLiteral("not all programs")}});
        };
        QCOMPARE(runtimes.unseen, unseen(DriftSection::Runtimes));
        const QByteArray map = "/maps:7f00-7f01 r-xp 00000000 08:01 99   /usr/lib/libssl.so.3 (deleted)\n";
        const ToldTable stale = told(DriftSection::StaleLibraries, "stale",
                                     names + closed + link + "1/exe -> /usr/sbin/nginx (deleted)\n" + link +
                                         "2/exe -> /usr/sbin/sshd\n/proc/1" + map + "/proc/2" + map);
        QCOMPARE(lines(stale.table), expected({"nginx | program=deleted", "sshd | libraries=libssl.so.3"}));
        QCOMPARE(stale.unseen, unseen(DriftSection::StaleLibraries));
        QVERIFY(!told(DriftSection::Runtimes, "runtimes", "processes\n" + names + closed).seen);
        // Nor where what it runs may be seen, but not what it has loaded.
        const ToldTable maps = told(DriftSection::StaleLibraries, "stale",
                                    "process\t7\tnginx\n" + link + "7/exe -> /usr/sbin/nginx\n" +
                                        "grep: /proc/7/maps: Permission denied\n");
        QCOMPARE(maps.unseen.first().what, QByteArray("nginx"));
    }

    void staleLibraries()
    {
        const QByteArray link = "lrwxrwxrwx 1 root root 0 Jan  1 00:00 /proc/";
        const QByteArray map = "/maps:7f00-7f01 r-xp 00000000 08:01 99   ";
        const QByteArray body = link + "1/exe -> /usr/sbin/nginx\n" + link + "2/exe -> /usr/sbin/nginx\n" + link +
                                "3/exe -> /usr/sbin/sshd (deleted)\n" + link + "4/exe -> /memfd:x (deleted)\n" + link +
                                "5/exe -> /usr/bin/java\n/proc/2" + map + "/usr/lib/libssl.so.3 (deleted)\n/proc/1" +
                                map + "/usr/lib/libcrypto.so.3 (deleted)\n/proc/5" + map +
                                "/tmp/libnetty.so (deleted)\n";
        QCOMPARE(lines(told(DriftSection::StaleLibraries, "stale", body).table),
                 expected({"nginx | libraries=libcrypto.so.3 libssl.so.3", "sshd | program=deleted"}));
    }
};

QTEST_GUILESS_MAIN(TestProbeProcesses)
#include "tst_probe_processes.moc"
