// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/judge/severity.h"

#include "models/domain/drift/judge/glob.h"

#include <QHash>

#include <algorithm>

namespace snowmelt {

namespace {

/// Who may log in and as whom, whom the node trusts, what is loaded into every program.
constexpr const char* guardedPaths[] = {
    "/etc/passwd",
    "/etc/shadow",
    "/etc/group",
    "/etc/gshadow",
    "/etc/subuid",
    "/etc/subgid",
    "/etc/sudoers",
    "/etc/sudoers.d/**",
    "/etc/doas.conf",
    "/etc/ssh/**",
    "**/.ssh/**",
    "/etc/pam.conf",
    "/etc/pam.d/**",
    "/etc/security/**",
    "/etc/polkit-1/**",
    "/etc/nsswitch.conf",
    "/etc/ld.so.preload",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d/**",
    "/etc/apt/trusted.gpg",
    "/etc/apt/trusted.gpg.d/**",
    "/etc/apt/keyrings/**",
    "/etc/ca-certificates.conf",
    "/etc/ssl/certs/**",
    "/usr/local/share/ca-certificates/**",
};

/// Belongs to packages alone. What a package that differs explains is not a difference of its own.
constexpr const char* programPaths[] = {
    "/bin/**",      "/sbin/**",    "/lib/**",       "/lib64/**",       "/usr/bin/**",
    "/usr/sbin/**", "/usr/lib/**", "/usr/lib64/**", "/usr/libexec/**",
};

constexpr const char* quietPaths[] = {
    "/usr/share/doc/**",  "/usr/share/info/**", "/usr/share/lintian/**", "/usr/share/locale/**", "/usr/share/man/**",
    "**/.*_history",      "**/.lesshst",        "**/.viminfo",           "/etc/**/*.dpkg-dist",  "/etc/**/*.dpkg-new",
    "/etc/**/*.dpkg-old", "/etc/**/*.ucf-dist", "/etc/**/*.ucf-old",
};

/// Files whose lines that begin with # are comments, whatever else is in them.
constexpr const char* commentedPaths[] = {"/etc/**/*.conf", "/etc/**/*.cfg", "/etc/ssh/sshd_config",
                                          "/etc/ssh/ssh_config"};

constexpr const char* adminGroups[] = {"root",   "sudo", "wheel", "admin",  "adm",  "shadow",
                                       "docker", "disk", "lxd",   "podman", "kmem", "libvirt"};

constexpr int setUser = 04000;
constexpr int setGroup = 02000;
constexpr int sticky = 01000;
constexpr int othersWrite = 00002;

template <typename Patterns>
bool isOneOf(const QByteArray& key, const Patterns& patterns)
{
    return std::ranges::any_of(patterns, [&key](const char* pattern) { return globMatches(pattern, key); });
}

const FieldChange* fieldOf(const Difference& difference, QStringView name)
{
    const auto found = std::ranges::find(difference.fields, name, &FieldChange::field);
    return found == difference.fields.end() ? nullptr : &*found;
}

/// A program that runs as somebody else, or a place where everybody may write, that was not there before. What has no
/// mode on one side had none of its bits. Folders inherit by setgid; that raises nobody.
bool opensRights(const Difference& difference)
{
    const FieldChange* mode = fieldOf(difference, u"mode");
    const FieldChange* type = fieldOf(difference, u"type");
    if (!mode)
        return false;
    const int came = mode->actual.toInt(nullptr, 8) & ~mode->baseline.toInt(nullptr, 8);
    const bool folder = type && type->actual == u"directory";
    const bool everybody = (came & othersWrite) && !(mode->actual.toInt(nullptr, 8) & sticky);
    return (came & setUser) || ((came & setGroup) && !folder) || everybody;
}

/// Lines that say something: not empty, no comment. "#!" and "#include" are none.
QStringList sayingLines(const QString& text)
{
    QStringList lines;
    for (const QString& raw : text.split(u'\n')) {
        const QString line = raw.trimmed();
        const bool comment = line.startsWith(u'#') && !line.startsWith(u"#!") && !line.startsWith(u"#include");
        if (!line.isEmpty() && !comment)
            lines.append(line);
    }
    return lines;
}

bool onlyCommentsDiffer(const Difference& difference)
{
    const bool contentAlone = difference.fields.size() == 1 && fieldOf(difference, u"content");
    return contentAlone && !difference.baselineText.isEmpty() && !difference.actualText.isEmpty() &&
           isOneOf(difference.key, commentedPaths) &&
           sayingLines(difference.baselineText) == sayingLines(difference.actualText);
}

DriftSeverity ofFile(const Difference& difference)
{
    if (opensRights(difference))
        return DriftSeverity::High;
    if (onlyCommentsDiffer(difference))
        return DriftSeverity::Low;
    const bool programChanged = difference.kind == DifferenceKind::Changed && isOneOf(difference.key, programPaths);
    if (isOneOf(difference.key, guardedPaths) || programChanged)
        return DriftSeverity::High;
    return isOneOf(difference.key, quietPaths) ? DriftSeverity::Low : DriftSeverity::Medium;
}

/// Who cannot log in has one of these.
bool isNoShell(const QString& shell)
{
    return shell.isEmpty() || shell.endsWith(u"/nologin") || shell.endsWith(u"/false");
}

DriftSeverity ofUser(const Difference& difference)
{
    const FieldChange* uid = fieldOf(difference, u"uid");
    const FieldChange* shell = fieldOf(difference, u"shell");
    const bool otherId = uid && (difference.kind == DifferenceKind::Changed || uid->actual == u"0");
    const bool mayLogIn = shell && isNoShell(shell->baseline) && !isNoShell(shell->actual);
    return otherId || mayLogIn || difference.key == "root" ? DriftSeverity::High : DriftSeverity::Medium;
}

DriftSeverity ofGroup(const Difference& difference)
{
    const FieldChange* id = fieldOf(difference, u"gid");
    const bool becomesRoot = id && id->actual == u"0";
    const bool admins = std::ranges::any_of(adminGroups, [&](const char* name) { return difference.key == name; });
    return becomesRoot || admins ? DriftSeverity::High : DriftSeverity::Medium;
}

/// Of one thing, without texts: another content is no more than that it is another. Hundreds of nodes may each have
/// their own.
bool isAsSevere(const Difference& one, const Difference& other)
{
    const auto alike = [](const FieldChange& a, const FieldChange& b) {
        return a == b || (a.field == b.field && a.field == u"content");
    };
    const bool hasTexts = !one.actualText.isEmpty() || !other.actualText.isEmpty() || !one.baselineText.isEmpty() ||
                          !other.baselineText.isEmpty();
    return one.kind == other.kind && !hasTexts && std::ranges::equal(one.fields, other.fields, alike);
}

/// "tcp 127.0.0.1:5432": reached from the node itself only.
bool isLoopback(const QByteArray& socket)
{
    const QByteArray address = socket.mid(socket.indexOf(' ') + 1);
    return address.startsWith("127.") || address.startsWith("[::1]") || address.startsWith("::1:");
}

DriftSeverity ofSocket(const Difference& difference)
{
    const bool opened = difference.kind != DifferenceKind::Removed && !isLoopback(difference.key);
    return opened ? DriftSeverity::High : DriftSeverity::Medium;
}

} // namespace

DriftSeverity severityOf(const Difference& difference)
{
    switch (difference.section) {
    case DriftSection::Files:
        return ofFile(difference);
    case DriftSection::Users:
        return ofUser(difference);
    case DriftSection::Groups:
        return ofGroup(difference);
    case DriftSection::Sockets:
        return ofSocket(difference);
    case DriftSection::Sudoers:
        return DriftSeverity::High;
    case DriftSection::Packages:
    case DriftSection::System:
    case DriftSection::Kernel:
    case DriftSection::Services:
    case DriftSection::Schedules:
    case DriftSection::KernelSettings:
    case DriftSection::Mounts:
    case DriftSection::Certificates:
    case DriftSection::Runtimes:
    case DriftSection::StaleLibraries:
        break;
    }
    return DriftSeverity::Medium;
}

QList<Difference> bySeverity(QList<Difference> differences)
{
    std::ranges::stable_sort(differences, {}, [](const Difference& difference) { return severityOf(difference); });
    return differences;
}

DriftSeverity severityOf(const GroupDifference& row)
{
    DriftSeverity gravest = DriftSeverity::Low;
    const Difference* last = nullptr;
    for (const NodeDifference& one : row.differs) {
        if (last && isAsSevere(*last, one.difference))
            continue;
        last = &one.difference;
        gravest = std::min(gravest, severityOf(*last));
        if (gravest == DriftSeverity::High)
            break;
    }
    return gravest;
}

QList<int> bySeverity(QList<int> indexes, const QList<GroupDifference>& rows)
{
    QHash<int, DriftSeverity> severities;
    for (const int index : std::as_const(indexes))
        severities.insert(index, severityOf(rows.at(index)));
    std::ranges::stable_sort(indexes, {}, [&severities](int index) { return severities.value(index); });
    return indexes;
}

} // namespace snowmelt
