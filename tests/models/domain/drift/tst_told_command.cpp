// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/told_command.h"

#include <QtTest>

using namespace snowmelt;

class TestToldCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void commands_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char* command, const char* told) {
            QTest::newRow(command) << QByteArray(command) << QByteArray(told);
        };
        // Secrets that no sign gives away.
        row("/usr/bin/smbclient //h/s hunter2", "/usr/bin/smbclient \u2026");
        row("/usr/bin/mysql -phunter2", "/usr/bin/mysql \u2026");
        row("/usr/bin/htpasswd -b /etc/nginx/users ann hunter2", "/usr/bin/htpasswd \u2026");
        row("/usr/bin/redis-cli auth hunter2", "/usr/bin/redis-cli \u2026");
        row("/bin/sh -c mysql hunter2", "/bin/sh \u2026");
        row("/usr/bin/env X hunter2", "/usr/bin/env \u2026");
        row("/usr/bin/sed -i s/old/hunter2/ /etc/app.conf", "/usr/bin/sed \u2026");
        row("/snap/bin/snap run app hunter2", "/snap/bin/snap \u2026");
        row("/opt/apt-get-fast hunter2", "/opt/apt-get-fast \u2026"); // another program
        row("/opt/apt,apt-get hunter2", "/opt/apt,apt-get \u2026");
        row("PGPASSWORD=hunter2 psql", "\u2026");
        row("https://ann:hunter2@host/x", "\u2026");
        // Of programs whose operands are told.
        row("/usr/sbin/useradd -m -s /bin/bash -p hunter2 bob", "/usr/sbin/useradd -m -s /bin/bash \u2026");
        row("usermod -phunter2 bob", "usermod \u2026");
        row("usermod --password hunter2 bob", "usermod \u2026");
        row("vi -c hunter2 /etc/motd", "vi \u2026");
        row("vi +/hunter2 /etc/motd", "vi \u2026");
        row("apt-get upgrade -o Acquire::http::Proxy=http://ann:hunter2@proxy", "apt-get upgrade \u2026");
        row("apt-get -c hunter2 upgrade", "apt-get \u2026");
        row("yum install https://ann:hunter2@host/x.rpm", "yum install \u2026");
        row("systemctl set-environment TOKEN=hunter2", "systemctl set-environment \u2026");
        row("touch /etc/x --hunter2 /etc/y", "touch /etc/x \u2026");
        // What a person wants to read.
        row("/usr/bin/apt-get install -yq --no-install-recommends nginx",
            "/usr/bin/apt-get install -yq --no-install-recommends nginx");
        row("/usr/bin/vi   /etc/motd", "/usr/bin/vi /etc/motd");
        row("/usr/bin/systemctl restart --now nginx.service", "/usr/bin/systemctl restart --now nginx.service");
        row("/bin/chmod -R +x /opt/app", "/bin/chmod -R +x /opt/app");
        row("/bin/chmod 0644 -- /etc/motd", "/bin/chmod 0644 -- /etc/motd");
        row("/usr/bin/install -m 0755 -o root a /usr/local/bin/a",
            "/usr/bin/install -m 0755 -o root a /usr/local/bin/a");
        row("/usr/bin/tee -a /etc/hosts", "/usr/bin/tee -a /etc/hosts");
        row("/usr/sbin/usermod -aG sudo bob", "/usr/sbin/usermod -aG sudo bob");
        row("snap install --classic code", "snap install --classic code");
        row("/usr/bin/unattended-upgrade", "/usr/bin/unattended-upgrade");
        row("/usr/bin/make", "/usr/bin/make");
        row("/usr/bin/make ", "/usr/bin/make");
        row("", "");
        row(" ", "");
    }
    void commands()
    {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, told);
        QCOMPARE(toldCommand(command), told);
    }
};

QTEST_APPLESS_MAIN(TestToldCommand)
#include "tst_told_command.moc"
