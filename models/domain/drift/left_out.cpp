// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/left_out.h"

namespace snowmelt {

namespace {

using Kind = LeftOutRule::Kind;

constexpr LeftOutRule rules[] = {
    {Kind::Tree, "/proc", "kernel"},
    {Kind::Tree, "/sys", "kernel"},
    {Kind::Tree, "/dev", "kernel"},
    {Kind::Tree, "/run", "runtime"},
    {Kind::Tree, "/tmp", "temporary"},
    {Kind::Tree, "/var/tmp", "temporary"},
    {Kind::Below, "/var/log", "log"},
    {Kind::Below, "/var/spool/rsyslog", "log"},
    {Kind::Exact, "/var/lib/logrotate/status", "log"},
    {Kind::Below, "/var/cache", "cache"},
    {Kind::Exact, "/etc/ld.so.cache", "cache"},
    {Kind::Below, "/var/lib/dpkg", "package records"},
    {Kind::Below, "/var/lib/apt", "package records"},
    {Kind::Tree, "/var/lib/postgresql", "database data"},
    {Kind::Exact, "/etc/machine-id", "machine-id"},
    {Kind::Exact, "/var/lib/dbus/machine-id", "machine-id"},
    {Kind::Exact, "/var/lib/systemd/random-seed", "runtime"},
    {Kind::Tree, "/var/lib/snowmelt", "runtime"},
    {Kind::Exact, "/etc/hostname", "network"},
    {Kind::Exact, "/etc/hosts", "network"},
    {Kind::Exact, "/etc/resolv.conf", "network"},
    {Kind::Exact, "/etc/mtab", "network"},
    {Kind::Exact, "/etc/passwd-", "backup"},
    {Kind::Exact, "/etc/shadow-", "backup"},
    {Kind::Exact, "/etc/group-", "backup"},
    {Kind::Exact, "/etc/gshadow-", "backup"},
    {Kind::Exact, "/etc/subuid-", "backup"},
    {Kind::Exact, "/etc/subgid-", "backup"},
    {Kind::Exact, "/etc/.pwd.lock", "backup"},
    {Kind::Name, "__pycache__", "bytecode"},
};

constexpr LeftOutRule socketRule = {Kind::Name, "unix socket", "runtime"};

bool isUnder(const QByteArray& path, QByteArrayView folder)
{
    return path.size() > folder.size() && path.startsWith(folder) && path.at(folder.size()) == '/';
}

// A folder of this name, and compiled files directly in it; anything else in such a folder is looked at.
bool isBytecode(const QByteArray& path, QByteArrayView folder)
{
    const qsizetype slash = path.lastIndexOf('/');
    const QByteArrayView name = QByteArrayView(path).sliced(slash + 1);
    const QByteArrayView parent = QByteArrayView(path).first(qMax<qsizetype>(slash, 0));
    return name == folder || (name.endsWith(".pyc") && parent.endsWith(folder));
}

} // namespace

QString LeftOutRule::pattern() const
{
    const QString text = QString::fromLatin1(path);
    switch (kind) {
    case Kind::Exact:
        return text;
    case Kind::Below:
    case Kind::Tree:
        return text + u"/*";
    case Kind::Name:
        break;
    }
    return text.contains(u' ') ? text : u"*/" + text + u"/*.pyc";
}

bool LeftOutRule::matches(const QByteArray& candidate) const
{
    switch (kind) {
    case Kind::Exact:
        return candidate == path;
    case Kind::Below:
        return isUnder(candidate, path);
    case Kind::Tree:
        return candidate == path || isUnder(candidate, path);
    case Kind::Name:
        break;
    }
    return isBytecode(candidate, path);
}

const LeftOutRule* leftOutRule(const QByteArray& path, FileType type)
{
    if (type == FileType::Socket)
        return &socketRule;
    for (const LeftOutRule& rule : rules) {
        if (rule.matches(path))
            return &rule;
    }
    return nullptr;
}

QList<QByteArray> leftOutFolders()
{
    QList<QByteArray> folders;
    for (const LeftOutRule& rule : rules) {
        if (rule.kind == Kind::Tree || rule.kind == Kind::Below)
            folders.append(rule.path);
    }
    return folders;
}

} // namespace snowmelt
