// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/piece.h"

#include "models/domain/drift/left_out.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr auto mountsText = R"sh(
cat /proc/self/mounts
)sh";

// The kernel writes blanks and backslashes in names as \040 and the like; fstab(5).
QByteArray unescapedMount(const QByteArray& text)
{
    QByteArray plain;
    for (qsizetype at = 0; at < text.size(); ++at) {
        bool octal = false;
        const int code = text.at(at) == '\\' && at + 3 < text.size() ? text.mid(at + 1, 3).toInt(&octal, 8) : 0;
        plain += octal ? char(code) : text.at(at);
        at += octal ? 3 : 0;
    }
    return plain;
}

bool isInside(const QByteArray& path, const QByteArray& folder)
{
    return path == folder || path.startsWith(QByteArray(folder).append('/'));
}

// The kernel's, what runs, what the platform puts there, and the insides of containers.
bool isNoise(const QByteArray& point, const QByteArray& type)
{
    static const QList<QByteArray> folders{
        "/proc", "/sys", "/run", "/var/lib/docker", "/var/lib/containerd", "/var/lib/containers", "/var/lib/kubelet"};
    static const QSet<QByteArray> types{"autofs", "nsfs", "fuse.lxcfs", "rpc_pipefs", "binfmt_misc", "fusectl"};
    const LeftOutRule* rule = leftOutRule(point, FileType::Unknown);
    const bool platforms = rule && QByteArray("network") == rule->reason;
    const bool device = isInside(point, "/dev") && point != "/dev/shm";
    return platforms || device || types.contains(type) ||
           std::ranges::any_of(folders, [&point](const QByteArray& folder) { return isInside(point, folder); });
}

// "ftp://user:password@host/" → "ftp://host/"
QByteArray withoutLogin(const QByteArray& source)
{
    const qsizetype login = source.lastIndexOf('@');
    const qsizetype slashes = source.lastIndexOf("//", std::max<qsizetype>(login, 0));
    const QByteArray scheme = slashes < 0 ? QByteArray() : source.left(slashes + 2);
    return login < 0 ? source : QByteArray(scheme + source.mid(login + 1));
}

// Where a share comes from matters; which disk of this machine does not, and differs from one to the next.
QString sourceKind(const QByteArray& source, const QByteArray& type)
{
    if (source.startsWith("//") || source.contains(":/"))
        return factValue(withoutLogin(source));
    const bool device = source.startsWith('/') || type == "zfs" || type == "btrfs";
    return device ? QStringLiteral("device") : QStringLiteral("virtual");
}

QString mountOptions(const QByteArray& options)
{
    const QList<QByteArray> given = options.split(',');
    QStringList told;
    for (const char* option : {"ro", "rw", "noexec", "nosuid", "nodev", "sync"}) {
        if (given.contains(option))
            told.append(QString::fromLatin1(option));
    }
    return told.join(u',');
}

QString readMounts(const QByteArray& body, ProbeFacts& facts)
{
    FactTable& table = facts.tables[DriftSection::Mounts];
    for (const QByteArray& line : nonEmptyLines(body)) {
        const QList<QByteArray> words = line.split(' '); // source, mount point, type, options, 0, 0
        const QByteArray point = unescapedMount(words.value(1));
        if (words.size() != 6 || !point.startsWith('/'))
            return nonsense();
        const QByteArray& type = words.at(2);
        if (isNoise(point, type))
            continue;
        FactRow row; // of several at one place the last one covers the others
        row.fields = {{QStringLiteral("source"), sourceKind(unescapedMount(words.at(0)), type)},
                      {QStringLiteral("fstype"), factValue(type)},
                      {QStringLiteral("options"), mountOptions(words.at(3))}};
        table.insert(point, row);
    }
    return {};
}

} // namespace

QList<ProbePiece> mountPieces()
{
    return {{"mounts", DriftSection::Mounts, ProbePiece::Quick, mountsText, readMounts}};
}

} // namespace snowmelt
