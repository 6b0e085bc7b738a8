// SPDX-License-Identifier: GPL-3.0-or-later
// What the probe says of the sections that inventories do not hold, by value.
#include "tests/models/domain/drift/told_table.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace snowmelt;
using namespace snowmelt::testing;

namespace {

QByteArray text(const QByteArray& path, const QByteArray& content)
{
    return QByteArray("\n" + nonce + ":" + path + "\n" + content);
}

const QMap<QByteArray, DriftSection> tableFrames{
    {"system", DriftSection::System},           {"kernel", DriftSection::Kernel},
    {"settings", DriftSection::KernelSettings}, {"mounts", DriftSection::Mounts},
    {"services", DriftSection::Services},       {"sudoers", DriftSection::Sudoers},
    {"schedules", DriftSection::Schedules},     {"certificates", DriftSection::Certificates},
    {"runtimes", DriftSection::Runtimes},       {"stale", DriftSection::StaleLibraries}};

} // namespace

class TestProbeTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasNotAskedIsNeitherSeenNorUnseen()
    {
        const ProbeFacts nothing = parseProbe({}, {}, false, nonce, {});
        QVERIFY(nothing.seen.isEmpty() && nothing.unseen.isEmpty() && nothing.tables.isEmpty());
        const ProbeFacts birth = parseProbe({}, {}, false, nonce);
        QCOMPARE(birth.unseen.size(), 5);
        const ProbeFacts all = parseProbe({}, {}, false, nonce, allSections());
        QCOMPARE(all.unseen.size(), 15);
        QVERIFY(all.tables.isEmpty());
        for (const Unseen& unseen : all.unseen)
            QVERIFY(unseen.what.isEmpty() && !unseen.reason.isEmpty());
        // Nor is what was told without being asked for.
        QVERIFY(parseProbe(TestNode::frame("sudoers", {}), {}, false, nonce, {DriftSection::Mounts}).tables.isEmpty());
        // And a comparison with the birth image does not complain of what inventories do not hold.
        QCOMPARE(compareWithBirth({}, all).unseen.size(), 5);
    }

    void theScriptAsksOnlyWhatIsWanted()
    {
        const auto asks = [](const QByteArray& script, const QByteArray& frame) {
            return script.contains(QByteArray("begin " + frame + '\n')) ||
                   script.contains(QByteArray("\npiece_" + frame + "() {"));
        };
        const QByteArray birth = probeScript({nonce, "/", {}, {{"/etc/passwd", "x"}}});
        for (const char* frame : {"packages", "newpackages", "users", "groups", "accounts", "sockets", "files"})
            QVERIFY2(asks(birth, frame), frame);
        const QByteArray all = probeScript({nonce, "/", {}, {}, allSections()});
        for (auto frame = tableFrames.cbegin(); frame != tableFrames.cend(); ++frame) {
            QVERIFY2(!asks(birth, frame.key()), frame.key().constData());
            QVERIFY2(asks(all, frame.key()), frame.key().constData());
        }
        QVERIFY(!asks(all, "newpackages")); // there is no baseline to explain
        const QByteArray one = probeScript({nonce, "/", {}, {}, {DriftSection::Mounts}});
        QCOMPARE(one.count("\npiece_") + one.count("\nbegin "), 1);
    }

    void system()
    {
        const QByteArray body =
            text("/etc/os-release", "PRETTY_NAME=\"Debian \\\"12\\\"\"\nVERSION_ID='12'\nID=debian\n"
                                    "VERSION_CODENAME=bookworm\nHOME_URL=\"x\"\n") +
            text("/etc/debian_version", "12.11\n");
        QCOMPARE(lines(told(DriftSection::System, "system", body).table),
                 expected({"os | codename=bookworm id=debian name=Debian \"12\" release=12.11 version=12"}));
        const ToldTable none = told(DriftSection::System, "system", {});
        QVERIFY(none.seen && none.table.isEmpty());
    }

    void kernel_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("needed");
        const auto row = [](const char* title, const char* running, const char* rest, const char* needed) {
            QTest::newRow(title) << QByteArray("running " + QByteArray(running) + "\nmachine x86_64\n" + rest)
                                 << QString::fromLatin1(needed);
        };
        row("newest runs", "6.1.0-20-amd64", "installed 6.1.0-18-amd64\ninstalled 6.1.0-20-amd64\nhardware own\n",
            "no");
        row("older runs", "6.1.0-9-amd64", "installed 6.1.0-9-amd64\ninstalled 6.1.0-18-amd64\nhardware own\n", "yes");
        row("another flavour is newer", "6.1.0-9-amd64",
            "installed 6.1.0-9-amd64\ninstalled 6.1.0-18-rt-amd64\nhardware own\n", "no");
        row("wanted", "6.1.0-9-amd64", "wanted yes\n", "yes");
        row("container", "6.1.0-9-amd64", "installed 6.1.0-18-amd64\n", "");
        row("none installed", "6.18.4", "hardware own\n", "");
        row("red hat", "4.18.0-477.el8.x86_64",
            "installed 4.18.0-477.el8.x86_64\ninstalled 4.18.0-477.10.1.el8_8.x86_64\nhardware own\n", "yes");
        row("red hat, newest", "4.18.0-477.10.1.el8_8.x86_64",
            "installed 4.18.0-477.el8.x86_64\ninstalled 4.18.0-477.10.1.el8_8.x86_64\nhardware own\n", "no");
    }
    void kernel()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, needed);
        const ToldTable kernel = told(DriftSection::Kernel, "kernel", body);
        QVERIFY(kernel.seen);
        QCOMPARE(kernel.table.value("reboot").fields.value(QStringLiteral("needed")), needed);
        const bool asked = body.contains("hardware own");                  // a container has no kernel of its own
        QCOMPARE(kernel.unseen.size(), needed.isEmpty() && asked ? 1 : 0); // unknown is unknown
        QCOMPARE(kernel.table.value("running").fields.value(QStringLiteral("machine")), QStringLiteral("x86_64"));
    }

    void settings()
    {
        const QByteArray body = "vm/swappiness\nnet/ipv4/tcp_rmem\nfs/protected_hardlinks\n"
                                "/proc/sys/vm/swappiness:60\n/proc/sys/net/ipv4/tcp_rmem:4096\t131072\t6291456\n";
        const ToldTable settings = told(DriftSection::KernelSettings, "settings", body);
        QCOMPARE(lines(settings.table),
                 expected({"net.ipv4.tcp_rmem | value=4096 131072 6291456", "vm.swappiness | value=60"}));
        QCOMPARE(settings.unseen, QList<Unseen>({{DriftSection::KernelSettings, "fs.protected_hardlinks",
                                                  QStringLiteral("permissionDenied")}}));
        QVERIFY(!told(DriftSection::KernelSettings, "settings", "/proc/sys/vm/swappiness:60\n").seen);
    }

    void mounts()
    {
        const QByteArray body = "overlay / overlay rw,relatime,lowerdir=/a:/b,upperdir=/c 0 0\n"
                                "proc /proc proc rw,nosuid 0 0\n"
                                "tmpfs /run tmpfs rw 0 0\n"
                                "shm /dev/shm tmpfs rw,nosuid,nodev,noexec,size=1k 0 0\n"
                                "/dev/sdb1 /srv/a\\040b ext4 ro,noexec 0 0\n"
                                "nas:/export /srv/nas nfs4 rw,addr=10.0.0.1 0 0\n"
                                "curlftpfs#ftp://shop:geheim@nas/pub /srv/ftp fuse rw 0 0\n"
                                "shop@nas:/home /srv/home fuse.sshfs rw 0 0\n"
                                "//nas/share /srv/win cifs rw,username=u,password=geheim 0 0\n"
                                "/dev/sda /etc/hosts ext4 rw 0 0\n";
        const ToldTable mounts = told(DriftSection::Mounts, "mounts", body);
        QCOMPARE(lines(mounts.table), expected({"/ | fstype=overlay options=rw source=virtual",
                                                "/dev/shm | fstype=tmpfs options=rw,noexec,nosuid,nodev source=virtual",
                                                "/srv/a b | fstype=ext4 options=ro,noexec source=device",
                                                "/srv/ftp | fstype=fuse options=rw source=curlftpfs#ftp://nas/pub",
                                                "/srv/home | fstype=fuse.sshfs options=rw source=nas:/home",
                                                "/srv/nas | fstype=nfs4 options=rw source=nas:/export",
                                                "/srv/win | fstype=cifs options=rw source=//nas/share"}));
        QVERIFY(!told(DriftSection::Mounts, "mounts", "one two\n").seen);
    }

    void systemd()
    {
        const QByteArray body = "systemd files\n"
                                "ssh.service enabled enabled\nnginx.service disabled enabled\n"
                                "cron.service enabled enabled\ndbus.service static -\npackagekit.service static -\n"
                                "getty@.service enabled enabled\nrun-1.service transient -\n"
                                "nftables.service enabled enabled\nrun-worker.service enabled enabled\n"
                                "old.service masked enabled\n"
                                "systemd units\n"
                                "ssh.service loaded active running OpenBSD Secure Shell server\n"
                                "cron.service loaded failed failed Regular jobs\n"
                                "dbus.service loaded failed failed Bus\n"
                                "packagekit.service loaded active running Packages\n"
                                "getty@tty1.service loaded active running Getty\n"
                                "user@1000.service loaded active running User\n"
                                "nftables.service loaded active exited Firewall\n"
                                "run-worker.service loaded active running A worker\n"
                                "run-1.service loaded active running Of the moment\n"
                                "old.service masked active running Still there\n"
                                "gone.service not-found inactive dead gone\n";
        const ToldTable services = told(DriftSection::Services, "services", body);
        QCOMPARE(
            lines(services.table),
            expected({"cron.service | enabled=enabled running=failed", "dbus.service | enabled=static running=failed",
                      "getty@.service | enabled=enabled running=no", "getty@tty1.service | running=yes",
                      "nftables.service | enabled=enabled running=exited",
                      "nginx.service | enabled=disabled running=no", "old.service | enabled=masked running=yes",
                      "packagekit.service | enabled=static", "run-worker.service | enabled=enabled running=yes",
                      "ssh.service | enabled=enabled running=yes"}));
        QVERIFY(!told(DriftSection::Services, "services", "systemd files\nssh.service enabled enabled\n").seen);
    }

    void otherServices()
    {
        const QByteArray openrc = "known sshd\nknown crond\nenabled sshd default\nstarted\nrunning sshd\n";
        QCOMPARE(lines(told(DriftSection::Services, "services", openrc).table),
                 expected({"crond | enabled=no running=no", "sshd | enabled=default running=yes"}));
        const QByteArray links = "known ssh\nknown cron\nenabled ssh 2\nenabled ssh 3\n";
        QCOMPARE(lines(told(DriftSection::Services, "services", links).table),
                 expected({"cron | enabled=no", "ssh | enabled=2 3"}));
        const ToldTable none = told(DriftSection::Services, "services", {});
        QVERIFY(none.seen && none.table.isEmpty());
    }

    // A secret among a command's words is told apart and not told.
    void secretsInSudoers()
    {
        const auto rule = [](const char* line) {
            const QByteArray body = text("/etc/sudoers.d/x", QByteArray(line) + '\n');
            return told(DriftSection::Sudoers, "sudoers", body).table.firstKey().mid(18);
        };
        const QByteArray shown = rule("ann ALL=(root, bin : bin) NOPASSWD: /bin/true, /usr/bin/mysql -pTOPSECRET -e x");
        QVERIFY2(shown.startsWith("ann ALL=(root, bin : bin) NOPASSWD: /bin/true, /usr/bin/mysql  \u2026 sha256 "),
                 shown.constData());
        QVERIFY(shown != rule("ann ALL=(root, bin : bin) NOPASSWD: /bin/true, /usr/bin/mysql -pOTHER -e x"));
        QVERIFY(!rule("Cmnd_Alias SQL = /usr/bin/psql password=TOPSECRET db").contains("TOPSECRET"));
        QVERIFY(!rule("ann ALL=!/opt/x a\\,b token:TOPSECRET, ALL").contains("TOPSECRET"));
        for (const char* open :
             {"%ops ALL=(ALL:ALL) ALL", "ann ALL=/usr/bin/passwd [A-Za-z]*, !/usr/bin/passwd root",
              "ann ALL=NOPASSWD: sudoedit /etc/motd", "Defaults passwd_timeout=3", "User_Alias KEYS = a, b",
              "ann ALL=(root) NOPASSWD: /usr/bin/systemctl restart nginx, /sbin/reboot"})
            QCOMPARE(rule(open), QByteArray(open));
    }

    void sudoers()
    {
        const QByteArray body =
            text("/etc/sudoers", "# a comment\nDefaults\tenv_reset # why\n"
                                 "root ALL=(ALL:ALL)   ALL\n#includedir /etc/sudoers.d\n"
                                 "Defaults badpass_message=\"# no\"\n") +
            text("/etc/sudoers.d/ops", "%ops ALL = \\\n  NOPASSWD: /bin/true\n#1000 ALL=(ALL) ALL\n");
        QCOMPARE(told(DriftSection::Sudoers, "sudoers", body).table.keys(),
                 QList<QByteArray>(
                     {"/etc/sudoers.d/ops: #1000 ALL=(ALL) ALL", "/etc/sudoers.d/ops: %ops ALL = NOPASSWD: /bin/true",
                      "/etc/sudoers: #includedir /etc/sudoers.d", "/etc/sudoers: Defaults badpass_message=\"# no\"",
                      "/etc/sudoers: Defaults env_reset", "/etc/sudoers: root ALL=(ALL:ALL) ALL"}));
    }

    // One file that is closed: the section is not seen, or its lines would be called missing.
    void closedFilesAreNotMissingOnes()
    {
        const QByteArray err = "head: cannot open '/etc/sudoers' for reading: Permission denied\n";
        const ToldTable sudoers =
            told(DriftSection::Sudoers, "sudoers", text("/etc/sudoers.d/a", "a ALL=ALL\n"), 0, err);
        QVERIFY(!sudoers.seen && sudoers.table.isEmpty());
        QCOMPARE(sudoers.unseen, QList<Unseen>({{DriftSection::Sudoers, {}, QStringLiteral("permissionDenied")}}));
    }

    void schedules()
    {
        const QByteArray body =
            text("/etc/crontab", "# m h\nSHELL=/bin/sh\nTOKEN = geheim\n17 *\t* * *  root\trun-parts /etc/cron.hourly\n"
                                 "18 * * * *  root  run-parts /etc/cron.hourly\n@reboot root /bin/x\n") +
            text("/etc/anacrontab", "1 5 cron.daily run-parts /etc/cron.daily\n") +
            text("/var/spool/cron/crontabs/shop", "0 3 * * * backup --full\n") +
            text("scripts", "/etc/cron.daily/apt\n") +
            text("timers", "apt.timer enabled enabled\nx.timer disabled -\n") +
            text("times",
                 "Id=apt.timer\nTimersCalendar={ OnCalendar=*-*-* 6,18:00:00 ; next_elapse=Mon }\n\nId=gone.timer\n");
        const ToldTable schedules = told(DriftSection::Schedules, "schedules", body);
        const QString hidden = schedules.table.value("/etc/crontab: TOKEN=").fields.value(QStringLiteral("value"));
        QVERIFY(hidden.startsWith(u"sha256 ") && !hidden.contains(u"geheim"));
        FactTable rest = schedules.table;
        rest.remove("/etc/crontab: TOKEN=");
        QCOMPARE(lines(rest), expected({"/etc/anacrontab: cron.daily run-parts /etc/cron.daily | schedule=1 5",
                                        "/etc/cron.daily/apt | schedule=daily", "/etc/crontab: SHELL= | value=/bin/sh",
                                        "/etc/crontab: root /bin/x | schedule=@reboot",
                                        "/etc/crontab: root run-parts /etc/cron.hourly | "
                                        "schedule=17 * * * *; 18 * * * *",
                                        "/var/spool/cron/crontabs/shop: backup --full | schedule=0 3 * * *",
                                        "apt.timer | enabled=enabled schedule=OnCalendar=*-*-* 6,18:00:00",
                                        "x.timer | enabled=disabled"}));
    }

    /// Whatever may be a secret in a command is told by a digest, which still tells two commands apart.
    void secretsInCommandsStayThere()
    {
        const auto keysOf = [](const QByteArray& command) {
            const QByteArray body = text("/etc/crontab", "0 3 * * * root " + command + '\n') + text("scripts", "") +
                                    text("timers", "") + text("times", "");
            return told(DriftSection::Schedules, "schedules", body).table.keys();
        };
        for (const char* command :
             {"PGPASSWORD=geheim pg_dump shop", "curl -H 'Authorization: Bearer geheim' x", "mysqldump -pgeheim shop",
              "curl https://shop:geheim@example.org", "mail -s x%geheim"}) {
            const QList<QByteArray> keys = keysOf(command);
            QCOMPARE(keys.size(), 1);
            QVERIFY2(!keys.first().contains("geheim") && keys.first().contains("sha256 "), keys.first().constData());
            QVERIFY(keysOf(QByteArray(command).replace("geheim", "anders")) != keys);
            QCOMPARE(keysOf(command), keys);
        }
        const QList<QByteArray> named = keysOf("x\ndb.password=geheim");
        QVERIFY(!QByteArrayList(named).join('|').contains("geheim"));
    }

    void certificates()
    {
        const QByteArray body = text("/etc/haproxy/a.pem", "denied\n") + text("/etc/nginx/b.crt", "other\n") +
                                text("/etc/ssl/c.pem", "-----BEGIN CERTIFICATE-----\nMIIB\n") +
                                text("/etc/ssl/d.cer", " 30 82 00 04 30");
        const ToldTable certificates = told(DriftSection::Certificates, "certificates", body);
        QCOMPARE(lines(certificates.table), QStringList());
        const auto unseen = [](const char* path, const char* why) {
            return Unseen{DriftSection::Certificates, path, QString::fromLatin1(why)};
        };
        QCOMPARE(certificates.unseen,
                 QList<Unseen>(
                     {unseen("/etc/haproxy/a.pem", "permissionDenied"), unseen("/etc/nginx/b.crt", "not a certificate"),
                      unseen("/etc/ssl/c.pem", "not a certificate"), unseen("/etc/ssl/d.cer", "not a certificate")}));
        QCOMPARE(told(DriftSection::Certificates, "certificates", {}, 127).unseen.first().reason,
                 QStringLiteral("commandMissing"));
    }

    void namesThatFoolTerminals()
    {
        const ToldTable sudoers =
            told(DriftSection::Sudoers, "sudoers", text("/etc/sudoers.d/\x1b[2J", "a\xff\x1b]0;x\a ALL=ALL\n"));
        QCOMPARE(lines(sudoers.table).first(), QStringLiteral("/etc/sudoers.d/\\x1b[2J: a\\xff\\x1b]0;x\\x07 ALL=ALL | "
                                                              "rule=a\\xff\\x1b]0;x\\x07 ALL=ALL"));
    }

    void everyTableHasItsFrame()
    {
        for (auto frame = tableFrames.cbegin(); frame != tableFrames.cend(); ++frame) {
            const QByteArray begin = "\n" + nonce + " begin " + frame.key() + "\n";
            const ProbeFacts cut = parseProbe(begin, begin, true, nonce, {*frame});
            QCOMPARE(cut.unseen, QList<Unseen>({{*frame, {}, QStringLiteral("truncated")}}));
            QCOMPARE(told(*frame, frame.key(), {}, 124).unseen.first().reason, QStringLiteral("timedOut"));
            QCOMPARE(told(*frame, frame.key(), {}, 143).unseen.first().reason, QStringLiteral("timedOut"));
            QCOMPARE(told(*frame, frame.key(), {}, 127).unseen.first().reason, QStringLiteral("commandMissing"));
        }
    }

    // Two gigabytes end at the transport; what is below its limit ends here.
    void tooMuchIsNotRead()
    {
        const QByteArray flood = QByteArray("x\n").repeated(500'000);
        for (auto frame = tableFrames.cbegin(); frame != tableFrames.cend(); ++frame) {
            const ToldTable flooded = told(*frame, frame.key(), flood);
            QVERIFY(!flooded.seen && flooded.table.isEmpty());
            QCOMPARE(flooded.unseen, QList<Unseen>({{*frame, {}, QStringLiteral("truncated")}}));
        }
    }

    void garbage()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 200; ++round) {
            QByteArray body(random.bounded(300), Qt::Uninitialized);
            for (char& byte : body)
                byte = char(random.bounded(256));
            for (auto frame = tableFrames.cbegin(); frame != tableFrames.cend(); ++frame) {
                const ToldTable any = told(*frame, frame.key(), body);
                QVERIFY(any.seen || (any.table.isEmpty() && any.unseen.size() == 1));
                told(*frame, frame.key(), text("/etc/x", body));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestProbeTables)
#include "tst_probe_tables.moc"
