// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/judge/ignore_packs.h"

namespace snowmelt {

namespace {

struct PackRule
{
    const char* pack;
    DriftSection section;
    const char* match;
    const char* reason; ///< key for wording
    const char* field = "";
};

using In = DriftSection;

/// Packs in the order of their names. A rule says only what the software itself writes while it runs; what a person
/// edits (its configuration, its keys) is in no pack.
constexpr PackRule packRules[] = {
    {"apt", In::Files, "/var/backups/apt.extended_states.*", "backup"},
    {"apt", In::Files, "/var/backups/dpkg.*", "backup"},
    {"apt", In::Files, "/var/backups/alternatives.tar.*", "backup"},
    {"apt", In::Files, "/var/lib/command-not-found/**", "package records"},
    {"apt", In::Files, "/var/lib/unattended-upgrades/**", "package records"},
    {"apt", In::Files, "/var/lib/update-notifier/**", "package records"},
    {"apt", In::Files, "/var/lib/systemd/timers/stamp-apt-*.timer", "last run"},
    {"certbot", In::Files, "/etc/letsencrypt/archive/*/*.pem", "renewed certificates"},
    {"certbot", In::Files, "/etc/letsencrypt/live/*/*.pem", "renewed certificates", "target"},
    {"certbot", In::Files, "/etc/letsencrypt/csr/*_csr-certbot.pem", "renewed certificates"},
    {"certbot", In::Files, "/etc/letsencrypt/keys/*_key-certbot.pem", "renewed certificates"},
    {"certbot", In::Files, "/var/lib/letsencrypt/**", "runtime"},
    {"certbot", In::Files, "/var/lib/systemd/timers/stamp-certbot.timer", "last run"},
    {"chrony", In::Files, "/var/lib/chrony/*", "runtime"},
    {"cloud-init", In::Files, "/var/lib/cloud/**", "runtime"},
    {"cloud-init", In::Files, "/etc/netplan/50-cloud-init.yaml", "network"},
    {"cloud-init", In::Files, "/etc/network/interfaces.d/50-cloud-init*", "network"},
    {"cloud-init", In::Files, "/etc/systemd/network/10-cloud-init-*.network", "network"},
    {"docker", In::Files, "/var/lib/docker/**", "container data"},
    {"docker", In::Files, "/var/lib/containerd/**", "container data"},
    {"docker", In::Mounts, "/var/lib/docker/**", "container data"},
    {"docker", In::Mounts, "/var/lib/containerd/**", "container data"},
    {"docker", In::Mounts, "/run/docker/**", "container data"},
    {"haproxy", In::Files, "/var/lib/haproxy/**", "runtime"},
    {"logrotate", In::Files, "/var/lib/logrotate.status", "log"},
    {"logrotate", In::Files, "/var/lib/logrotate/*", "log"},
    {"logrotate", In::Files, "/var/lib/systemd/timers/stamp-logrotate.timer", "last run"},
    {"mariadb", In::Files, "/var/lib/mysql/**", "database data"},
    {"nginx", In::Files, "/var/lib/nginx/*/**", "cache"},
    {"postgresql", In::Files, "/var/lib/pgsql/**", "database data"},
    {"postgresql", In::Files, "/root/.psql_history", "history of commands"},
    {"postgresql", In::Files, "/home/*/.psql_history", "history of commands"},
    {"redis", In::Files, "/var/lib/redis/**", "database data"},
    {"snapd", In::Files, "/var/lib/snapd/**", "package records"},
    {"snapd", In::Files, "/var/snap/**", "runtime"},
    {"snapd", In::Files, "/snap/**", "package records"},
    {"snapd", In::Files, "/root/snap/**", "runtime"},
    {"snapd", In::Files, "/home/*/snap/**", "runtime"},
    {"snapd", In::Files, "/etc/systemd/system/snap-*.mount", "package records"},
    {"snapd", In::Files, "/etc/systemd/system/*.wants/snap-*.mount", "package records"},
    {"snapd", In::Mounts, "/snap/*/*", "package records"},
    {"systemd", In::Files, "/var/lib/systemd/timers/stamp-*.timer", "last run"},
    {"systemd", In::Files, "/var/lib/systemd/timesync/clock", "runtime"},
    {"systemd", In::Files, "/var/lib/systemd/catalog/database", "cache"},
    {"systemd", In::Files, "/var/lib/systemd/coredump/*", "log"},
    {"systemd", In::Files, "/var/lib/systemd/backlight/*", "runtime"},
    {"systemd", In::Files, "/var/lib/systemd/rfkill/*", "runtime"},
    {"systemd", In::Files, "/etc/.updated", "runtime"},
    {"systemd", In::Files, "/var/.updated", "runtime"},
};

IgnoreRule ruleOf(const PackRule& rule)
{
    IgnoreRule made;
    made.section = rule.section;
    made.match = QString::fromLatin1(rule.match);
    made.field = QString::fromLatin1(rule.field);
    made.reason = QString::fromLatin1(rule.reason);
    made.pack = QString::fromLatin1(rule.pack);
    return made;
}

} // namespace

QStringList ignorePacks()
{
    QStringList packs;
    for (const PackRule& rule : packRules) {
        const QString pack = QString::fromLatin1(rule.pack);
        if (packs.isEmpty() || packs.last() != pack)
            packs.append(pack);
    }
    return packs;
}

QList<IgnoreRule> rulesOfPack(const QString& pack)
{
    QList<IgnoreRule> rules;
    for (const PackRule& rule : packRules) {
        if (pack == QLatin1String(rule.pack))
            rules.append(ruleOf(rule));
    }
    return rules;
}

} // namespace snowmelt
