// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/piece.h"

#include <algorithm>

namespace snowmelt {

namespace {

// "hardware" says that the kernel is this node's own: in a container it is the host's, whatever is installed.
constexpr auto kernelText = R"sh(
need uname grep
host=$(uname -rm)
printf 'running %s\nmachine %s\n' "${host% *}" "${host##* }"
for file in /boot/vmlinuz-[0-9]*; do
    case $file in *rescue*) continue ;; esac
    [ -e "$file" ] && printf 'installed %s\n' "${file#/boot/vmlinuz-}"
done
for folder in /lib/modules/*; do
    [ -e "$folder/modules.dep" ] && printf 'installed %s\n' "${folder##*/}"
done
for file in /run/reboot-required /var/run/reboot-required; do
    [ -e "$file" ] && echo wanted yes
done
[ -e /.dockerenv ] || [ -e /run/.containerenv ] || [ -e /run/systemd/container ] ||
    grep -qs container= /proc/1/environ || echo hardware own
exit 0
)sh";

// The kernel tells a number in one read or not at all, which the shell's own "read" does not know.
constexpr auto settingsText = R"sh(
need grep
set --
for file in SETTINGS; do
    [ -e "/proc/sys/$file" ] || continue
    printf '%s\n' "$file"
    set -- "$@" "/proc/sys/$file"
done
[ $# -gt 0 ] || exit 127
grep -sH '' "$@"
status=$?
[ "$status" -le 2 ] || exit "$status"
exit 0
)sh";

/// "6.1.0-20-amd64" → 6.1.0.20 and "amd64". Only kernels of one flavour can be told older or newer.
struct KernelVersion
{
    QList<qint64> numbers;
    QList<QByteArray> flavour;
};

bool isDistributionTag(const QByteArray& word)
{
    return word.startsWith("el") || word.startsWith("fc") || word.startsWith("deb");
}

KernelVersion kernelVersion(QByteArray text)
{
    for (const char part : {'-', '_', '+', '~'})
        text.replace(part, '.');
    KernelVersion version;
    bool counts = true;
    for (const QByteArray& word : text.split('.')) {
        const auto number = wholeNumber(word);
        counts = counts && number;
        if (counts)
            version.numbers.append(*number);
        else if (!number && !isDistributionTag(word))
            version.flavour.append(word);
    }
    return version;
}

bool isNewer(const QByteArray& one, const QByteArray& other)
{
    const KernelVersion a = kernelVersion(one);
    const KernelVersion b = kernelVersion(other);
    return a.flavour == b.flavour && std::ranges::lexicographical_compare(b.numbers, a.numbers);
}

struct KernelAnswer
{
    QByteArray running;
    QByteArray machine;
    QSet<QByteArray> installed;
    bool wanted = false;
    bool isOwn = false;
};

std::optional<KernelAnswer> kernelAnswer(const QByteArray& body)
{
    KernelAnswer answer;
    for (const QByteArray& line : nonEmptyLines(body)) {
        const QByteArray word = line.left(line.indexOf(' '));
        const QByteArray value = line.mid(word.size() + 1);
        if (word == "running")
            answer.running = value;
        else if (word == "machine")
            answer.machine = value;
        else if (word == "installed")
            answer.installed.insert(value);
        else if (word == "wanted")
            answer.wanted = true;
        else if (word == "hardware")
            answer.isOwn = true;
        else
            return std::nullopt;
    }
    return answer.running.isEmpty() || answer.machine.isEmpty() ? std::nullopt : std::optional(answer);
}

std::optional<bool> needsReboot(const KernelAnswer& answer)
{
    if (answer.wanted)
        return true;
    if (std::ranges::any_of(answer.installed, [&](const QByteArray& one) { return isNewer(one, answer.running); }))
        return true;
    return answer.installed.contains(answer.running) ? std::optional(false) : std::nullopt;
}

FactRow oneField(const char* name, const QString& value)
{
    FactRow row;
    row.fields.insert(QString::fromLatin1(name), value);
    return row;
}

QString readKernel(const QByteArray& body, ProbeFacts& facts)
{
    const auto answer = kernelAnswer(body);
    if (!answer)
        return nonsense();
    FactTable& table = facts.tables[DriftSection::Kernel];
    table["running"] = oneField("version", factValue(answer->running));
    table["running"].fields.insert(QStringLiteral("machine"), factValue(answer->machine));
    for (const QByteArray& installed : answer->installed)
        table.insert("installed " + installed, oneField("version", factValue(installed)));
    // A container runs on its host's kernel: no reboot of its own would change it.
    if (!answer->isOwn && !answer->wanted)
        return {};
    const auto reboot = needsReboot(*answer);
    if (reboot)
        table.insert("reboot", oneField("needed", *reboot ? QStringLiteral("yes") : QStringLiteral("no")));
    else
        facts.unseen.append(
            {DriftSection::Kernel, "reboot", QStringLiteral("the running kernel is not one of those installed")});
    return {};
}

// What operators set, and no value that follows from how much memory a machine has.
constexpr auto settings =
    "fs.aio-max-nr fs.file-max fs.inotify.max_user_instances fs.inotify.max_user_watches "
    "fs.nr_open fs.protected_hardlinks fs.protected_symlinks fs.suid_dumpable "
    "kernel.core_pattern kernel.dmesg_restrict kernel.kptr_restrict kernel.panic "
    "kernel.panic_on_oops kernel.perf_event_paranoid kernel.pid_max kernel.randomize_va_space "
    "kernel.sched_autogroup_enabled kernel.sem kernel.shmall kernel.shmmax kernel.shmmni "
    "kernel.sysrq kernel.unprivileged_bpf_disabled kernel.yama.ptrace_scope "
    "net.core.default_qdisc net.core.netdev_max_backlog net.core.rmem_default net.core.rmem_max "
    "net.core.somaxconn net.core.wmem_default net.core.wmem_max "
    "net.ipv4.conf.all.accept_redirects net.ipv4.conf.all.accept_source_route "
    "net.ipv4.conf.all.rp_filter net.ipv4.conf.all.send_redirects net.ipv4.conf.default.rp_filter "
    "net.ipv4.icmp_echo_ignore_broadcasts net.ipv4.ip_forward net.ipv4.ip_local_port_range "
    "net.ipv4.ip_nonlocal_bind net.ipv4.ip_unprivileged_port_start "
    "net.ipv4.tcp_congestion_control net.ipv4.tcp_fin_timeout net.ipv4.tcp_keepalive_intvl "
    "net.ipv4.tcp_keepalive_probes net.ipv4.tcp_keepalive_time net.ipv4.tcp_max_syn_backlog "
    "net.ipv4.tcp_mtu_probing net.ipv4.tcp_rmem net.ipv4.tcp_sack net.ipv4.tcp_slow_start_after_idle "
    "net.ipv4.tcp_syncookies net.ipv4.tcp_timestamps net.ipv4.tcp_tw_reuse net.ipv4.tcp_wmem "
    "net.ipv6.conf.all.disable_ipv6 net.ipv6.conf.all.forwarding net.netfilter.nf_conntrack_max "
    "vm.dirty_background_ratio vm.dirty_ratio vm.max_map_count vm.nr_hugepages "
    "vm.overcommit_memory vm.overcommit_ratio vm.panic_on_oom vm.swappiness "
    "vm.vfs_cache_pressure vm.zone_reclaim_mode";

const QByteArray& settingsShell()
{
    static const QByteArray shell =
        QByteArray(settingsText).replace("SETTINGS", QByteArray(settings).replace('.', '/'));
    return shell;
}

// First the names of those that are there, then "/proc/sys/vm/swappiness:60" of those that could be read.
QString readSettings(const QByteArray& body, ProbeFacts& facts)
{
    const QByteArray prefix = "/proc/sys/";
    FactTable& table = facts.tables[DriftSection::KernelSettings];
    QSet<QByteArray> closed;
    for (const QByteArray& line : nonEmptyLines(body)) {
        const qsizetype colon = line.indexOf(':');
        QByteArray name = line.startsWith(prefix) ? line.mid(prefix.size(), colon - prefix.size()) : line;
        name.replace('/', '.');
        if (!line.startsWith(prefix))
            closed.insert(name);
        else if (colon < 0 || !(closed.remove(name) || table.contains(name)))
            return nonsense();
        else if (!table.contains(name))
            table.insert(name, oneField("value", factValue(oneSpaced(line.mid(colon + 1)))));
    }
    for (const QByteArray& name : std::as_const(closed))
        facts.unseen.append({DriftSection::KernelSettings, name, QStringLiteral("permissionDenied")});
    return table.isEmpty() ? nonsense() : QString();
}

} // namespace

QList<ProbePiece> kernelPieces()
{
    return {{"kernel", DriftSection::Kernel, ProbePiece::Quick, kernelText, readKernel},
            {"settings", DriftSection::KernelSettings, ProbePiece::Quick, settingsShell().constData(), readSettings}};
}

} // namespace snowmelt
