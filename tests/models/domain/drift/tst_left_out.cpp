// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/left_out.h"

#include <QtTest>

using namespace snowmelt;

class TestLeftOut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("pattern"); // empty: compared
        const auto row = [](const char* path, const char* pattern) {
            QTest::newRow(path) << QByteArray(path) << QString::fromLatin1(pattern);
        };
        row("/var/log/shop/access.log", "/var/log/*");
        row("/var/log", "");
        row("/var/logs/x", "");
        row("/run", "/run/*");
        row("/run/secrets/database-password", "/run/*");
        row("/runner", "");
        row("/etc/machine-id", "/etc/machine-id");
        row("/etc/machine-id.old", "");
        row("/etc/passwd-", "/etc/passwd-");
        row("/etc/passwd", "");
        row("/etc/notes-", "");
        row("/etc/ssh/ssh_host_ed25519_key", "");
        row("/usr/lib/python3/__pycache__", "*/__pycache__/*.pyc");
        row("/usr/lib/python3/__pycache__/abc.cpython-311.pyc", "*/__pycache__/*.pyc");
        row("/usr/lib/python3/__pycache__/tool.sh", "");
        row("/usr/lib/python3/evil.pyc", "");
        row("/var/lib/postgresql/15/main/base", "/var/lib/postgresql/*");
        row("/var/lib/dpkg/status", "/var/lib/dpkg/*");
        row("/", "");
    }
    void rules()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, pattern);
        const LeftOutRule* rule = leftOutRule(path, FileType::File);
        QCOMPARE(rule ? rule->pattern() : QString(), pattern);
    }

    void neverLeavesOutWholesale()
    {
        for (const QByteArray folder : {"/etc", "/usr", "/opt", "/root", "/home", "/srv", "/var/lib", "/usr/local"}) {
            QVERIFY2(!leftOutRule(folder + "/x", FileType::File), folder.constData());
            QVERIFY2(!leftOutRule(folder, FileType::Directory), folder.constData());
            QVERIFY(!leftOutFolders().contains(folder));
        }
    }

    void socketsAreStateOfAProgram()
    {
        QVERIFY(leftOutRule("/var/lib/haproxy/stats", FileType::Socket));
        QVERIFY(!leftOutRule("/var/lib/haproxy/stats", FileType::File));
    }
};

QTEST_APPLESS_MAIN(TestLeftOut)
#include "tst_left_out.moc"
