// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/judge/glob.h"
#include "models/domain/drift/judge/ignore_packs.h"

#include <QSet>
#include <QtTest>

using namespace snowmelt;

namespace {

struct Sample
{
    const char* pack;
    DriftSection section;
    const char* key;
};

using enum DriftSection;

/// One thing for every rule, as the software leaves it on a Debian system or a Red Hat one.
constexpr Sample samples[] = {
    {"apt", Files, "/var/backups/apt.extended_states.0"},
    {"apt", Files, "/var/backups/dpkg.status.1.gz"},
    {"apt", Files, "/var/backups/alternatives.tar.0"},
    {"apt", Files, "/var/lib/command-not-found/commands.db"},
    {"apt", Files, "/var/lib/unattended-upgrades/kept-back"},
    {"apt", Files, "/var/lib/update-notifier/package-data-downloads/partial"},
    {"apt", Files, "/var/lib/systemd/timers/stamp-apt-daily-upgrade.timer"},
    {"certbot", Files, "/etc/letsencrypt/archive/shop.example.org/fullchain2.pem"},
    {"certbot", Files, "/etc/letsencrypt/live/shop.example.org/fullchain.pem"},
    {"certbot", Files, "/etc/letsencrypt/csr/0001_csr-certbot.pem"},
    {"certbot", Files, "/etc/letsencrypt/keys/0001_key-certbot.pem"},
    {"certbot", Files, "/var/lib/letsencrypt/backups/1/CHANGES"},
    {"certbot", Files, "/var/lib/systemd/timers/stamp-certbot.timer"},
    {"chrony", Files, "/var/lib/chrony/chrony.drift"},
    {"cloud-init", Files, "/var/lib/cloud/instances/i-1/user-data.txt"},
    {"cloud-init", Files, "/etc/netplan/50-cloud-init.yaml"},
    {"cloud-init", Files, "/etc/network/interfaces.d/50-cloud-init"},
    {"cloud-init", Files, "/etc/systemd/network/10-cloud-init-eth0.network"},
    {"docker", Files, "/var/lib/docker/overlay2/0f/diff/usr/bin/passwd"},
    {"docker", Files, "/var/lib/containerd/io.containerd.metadata.v1.bolt/meta.db"},
    {"docker", Mounts, "/var/lib/docker/overlay2/0f/merged"},
    {"docker", Mounts, "/var/lib/containerd/x"},
    {"docker", Mounts, "/run/docker/netns/1-a"},
    {"haproxy", Files, "/var/lib/haproxy/server-state"},
    {"logrotate", Files, "/var/lib/logrotate.status"},
    {"logrotate", Files, "/var/lib/logrotate/logrotate.status"},
    {"logrotate", Files, "/var/lib/systemd/timers/stamp-logrotate.timer"},
    {"mariadb", Files, "/var/lib/mysql/shop/orders.ibd"},
    {"nginx", Files, "/var/lib/nginx/proxy/1/00/0000000001"},
    {"postgresql", Files, "/var/lib/pgsql/data/base/1/112"},
    {"postgresql", Files, "/root/.psql_history"},
    {"postgresql", Files, "/home/mina/.psql_history"},
    {"redis", Files, "/var/lib/redis/dump.rdb"},
    {"snapd", Files, "/var/lib/snapd/state.json"},
    {"snapd", Files, "/var/snap/core/common/x"},
    {"snapd", Files, "/snap/bin/lxd"},
    {"snapd", Files, "/root/snap/lxd/common"},
    {"snapd", Files, "/home/mina/snap/lxd/1"},
    {"snapd", Files, "/etc/systemd/system/snap-core-1.mount"},
    {"snapd", Files, "/etc/systemd/system/multi-user.target.wants/snap-core-1.mount"},
    {"snapd", Mounts, "/snap/core/17200"},
    {"systemd", Files, "/var/lib/systemd/timers/stamp-fstrim.timer"},
    {"systemd", Files, "/var/lib/systemd/timesync/clock"},
    {"systemd", Files, "/var/lib/systemd/catalog/database"},
    {"systemd", Files, "/var/lib/systemd/coredump/core.shop.zst"},
    {"systemd", Files, "/var/lib/systemd/backlight/x"},
    {"systemd", Files, "/var/lib/systemd/rfkill/x"},
    {"systemd", Files, "/etc/.updated"},
    {"systemd", Files, "/var/.updated"},
};

/// What a person decides, or what lets somebody in: no pack may hide it.
constexpr const char* never[] = {
    "/etc/passwd",
    "/etc/shadow",
    "/etc/sudoers",
    "/etc/sudoers.d/90-cloud-init-users",
    "/etc/ssh/sshd_config",
    "/etc/ssh/ssh_host_ed25519_key",
    "/root/.ssh/authorized_keys",
    "/home/mina/.ssh/authorized_keys",
    "/etc/nginx/nginx.conf",
    "/etc/haproxy/haproxy.cfg",
    "/etc/postgresql/15/main/pg_hba.conf",
    "/etc/docker/daemon.json",
    "/etc/apt/sources.list",
    "/etc/logrotate.conf",
    "/etc/letsencrypt/renewal/shop.example.org.conf",
    "/etc/systemd/system/shop.service",
    "/etc/crontab",
    "/usr/bin/passwd",
    "/usr/local/bin/tool",
};

bool matches(const IgnoreRule& rule, DriftSection section, const char* key)
{
    return rule.section == section && globMatches(rule.match.toUtf8(), key);
}

} // namespace

class TestIgnorePacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Row by row: the sample of each rule is matched by that rule and no later one has to be asked.
    void everyRuleMatchesWhatItSays()
    {
        int at = 0;
        for (const QString& pack : ignorePacks()) {
            for (const IgnoreRule& rule : rulesOfPack(pack)) {
                QVERIFY2(at < int(std::size(samples)), qPrintable(rule.match));
                const Sample& sample = samples[at++];
                QCOMPARE(rule.pack, QString::fromLatin1(sample.pack));
                QVERIFY2(matches(rule, sample.section, sample.key), sample.key);
                QVERIFY(!rule.reason.isEmpty());
                QVERIFY(!rule.until.isValid() && rule.groups.isEmpty());
            }
        }
        QCOMPARE(at, int(std::size(samples)));
    }

    void noRuleHidesWhatAPersonDecides()
    {
        for (const QString& pack : ignorePacks()) {
            for (const IgnoreRule& rule : rulesOfPack(pack)) {
                for (const char* key : never)
                    QVERIFY2(!matches(rule, DriftSection::Files, key), qPrintable(pack + u' ' + rule.match));
            }
        }
    }

    void namesAreSortedAndThereOnce()
    {
        QStringList packs = ignorePacks();
        const QStringList asTheyAre = packs;
        packs.sort();
        QCOMPARE(packs, asTheyAre);
        QCOMPARE(packs.removeDuplicates(), 0);
        QVERIFY(rulesOfPack(QStringLiteral("nobody")).isEmpty());
    }

    /// A certificate's link leads elsewhere after a renewal; that it became a file is somebody's doing.
    void aLinkOfCertbotMayOnlyLeadElsewhere()
    {
        for (const IgnoreRule& rule : rulesOfPack(QStringLiteral("certbot"))) {
            if (matches(rule, DriftSection::Files, "/etc/letsencrypt/live/a/fullchain.pem"))
                QCOMPARE(rule.field, QStringLiteral("target"));
        }
    }
};

QTEST_APPLESS_MAIN(TestIgnorePacks)
#include "tst_ignore_packs.moc"
