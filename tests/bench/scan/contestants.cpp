// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/scan/contestants.h"

#include "models/domain/drift/probe.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <functional>

namespace snowmelt::bench {

namespace {

constexpr qint64 limitMs = 30 * 60 * 1000;

QString linesOf(const ScanHosts& hosts, const std::function<QString(const SshTarget&)>& line)
{
    QString text;
    for (const SshTarget& target : hosts.targets())
        text += line(target) + u'\n';
    return text;
}

void writeHostLists(const ScanHosts& hosts)
{
    const QString client = hosts.path(QStringLiteral("client"));
    const QString known = hosts.path(QStringLiteral("known"));
    const auto ours = [](const SshTarget& target) {
        return QStringList{target.name, target.endpoint.host,  QString::number(target.endpoint.port),
                           target.user, target.privateKeyFile, target.hostKey}
            .join(u'\t');
    };
    const auto openSsh = [&](const SshTarget& target) -> QString {
        return QStringLiteral("Host %1\nHostName %2\nPort %3\nUser %4\nIdentityFile %5\nUserKnownHostsFile %6\n"
                              "GlobalKnownHostsFile none\nIdentitiesOnly yes\nBatchMode yes\n")
            .arg(target.name, target.endpoint.host, QString::number(target.endpoint.port), target.user, client, known);
    };
    const auto keys = [](const SshTarget& target) -> QString {
        return QStringLiteral("[%1]:%2 %3")
            .arg(target.endpoint.host, QString::number(target.endpoint.port), target.hostKey);
    };
    writeText(hosts.path(QStringLiteral("hosts")), linesOf(hosts, ours));
    writeText(hosts.path(QStringLiteral("ssh_config")), linesOf(hosts, openSsh));
    writeText(known, linesOf(hosts, keys));
    writeText(hosts.path(QStringLiteral("names")), linesOf(hosts, [](const SshTarget& target) { return target.name; }));
}

/// Of a part of what it did, which the process itself measured.
void takeOwnMeasure(ScanCost& cost, const QByteArray& said)
{
    const QList<QByteArray> words = said.mid(said.lastIndexOf("MEASURED ")).simplified().split(' ');
    if (words.size() != 4)
        return;
    cost.wallMs = words.at(1).toLongLong();
    cost.cpuMs = words.at(2).toLongLong();
    cost.bytes = words.at(3).toLongLong();
    cost.hostCpuMs = 0;
}

QStringList ourCommand(const ScanHosts& hosts, const ScanRace& race)
{
    return {QCoreApplication::applicationFilePath(),
            QStringLiteral("--ours"),
            hosts.folder(),
            QStringLiteral("--root"),
            QFile::decodeName(race.root),
            QStringLiteral("--at-once"),
            QString::number(race.atOnce)};
}

QStringList openSshCommand(const ScanHosts& hosts, const ScanRace& race)
{
    const QByteArray script = probeScript({makeNonce(), race.root, {}, {}, allSections()});
    writeText(hosts.path(QStringLiteral("probe")), QString::fromUtf8(script));
    QDir(hosts.folder()).mkpath(QStringLiteral("answers"));
    writeText(hosts.path(QStringLiteral("one.sh")),
              QStringLiteral("ssh -F ssh_config \"$1\" /bin/sh -s < probe > \"answers/$1\" 2> \"answers/$1.err\" &&\n"
                             "    grep -aq ' end hashes 0' \"answers/$1\" || { cat \"answers/$1.err\"; exit 1; }\n"));
    const QString all = QStringLiteral("cd '%1' && exec xargs -a names -P %2 -n 1 sh one.sh")
                            .arg(hosts.folder(), QString::number(race.atOnce));
    return {QStringLiteral("/bin/sh"), QStringLiteral("-c"), all};
}

QStringList ansibleCommand(const ScanHosts& hosts, const ScanRace& race)
{
    writeText(
        hosts.path(QStringLiteral("ansible.cfg")),
        QStringLiteral("[defaults]\nforks = %1\ninventory = names\ninterpreter_python = /usr/bin/python3\n"
                       "local_tmp = %2/ansible\nretry_files_enabled = False\n[ssh_connection]\npipelining = True\n"
                       "ssh_args = -F %2/ssh_config -o ControlMaster=auto -o ControlPersist=5s\n"
                       "control_path_dir = %2/cp\n")
            .arg(race.atOnce)
            .arg(hosts.folder()));
    writeText(hosts.path(QStringLiteral("scan.yaml")),
              QStringLiteral("- hosts: all\n  gather_facts: false\n  tasks:\n    - setup:\n    - package_facts:\n"
                             "    - service_facts:\n    - find:\n        paths: %1\n        recurse: true\n"
                             "        hidden: true\n        file_type: any\n        get_checksum: true\n")
                  .arg(QFile::decodeName(race.root)));
    return {QStringLiteral("/bin/sh"), QStringLiteral("-c"),
            QStringLiteral("cd '%1' && HOME='%1' ANSIBLE_CONFIG='%1/ansible.cfg' exec ansible-playbook scan.yaml")
                .arg(hosts.folder())};
}

ScanCost raced(const ScanHosts& hosts, const QString& name, const QStringList& command)
{
    const qint64 before = hosts.cpuMs();
    ScanCost cost = measuredRun(command, hosts.path(QStringLiteral("log")), limitMs);
    cost.hostCpuMs = hosts.cpuMs() - before;
    takeOwnMeasure(cost, contentOf(hosts.path(QStringLiteral("log"))));
    cost.name = name;
    return cost;
}

} // namespace

QList<ScanCost> raceOver(const ScanHosts& hosts, const ScanRace& race)
{
    writeHostLists(hosts);
    QList<ScanCost> costs;
    raced(hosts, {}, openSshCommand(hosts, race)); // nobody shall be the first to read the files from the disk
    costs.append(raced(hosts, QStringLiteral("openssh"), openSshCommand(hosts, race)));
    costs.append(raced(hosts, QStringLiteral("snowmelt first"), ourCommand(hosts, race)));
    costs.append(raced(hosts, QStringLiteral("snowmelt again"), ourCommand(hosts, race)));
    costs.append(
        raced(hosts, QStringLiteral("snowmelt kept"), ourCommand(hosts, race) + QStringList{QStringLiteral("--kept")}));
    const bool ansible = !QStandardPaths::findExecutable(QStringLiteral("ansible-playbook")).isEmpty();
    if (race.ansible && ansible)
        costs.append(raced(hosts, QStringLiteral("ansible"), ansibleCommand(hosts, race)));
    else if (race.ansible)
        costs.append(ScanCost{QStringLiteral("ansible"), false});
    return costs;
}

} // namespace snowmelt::bench
