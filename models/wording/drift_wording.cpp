// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"

#include <QCoreApplication>
#include <QHash>

namespace snowmelt {
namespace {

using Words = QHash<QString, const char*>;

class DriftWording
{
    Q_DECLARE_TR_FUNCTIONS(DriftWording)

public:
    static QString section(DriftSection section);
    static QString kind(DifferenceKind kind);
    static QString field(const QString& field);
    static QString unseen(const QString& reason);
    static QString leftOut(const QString& reason);
    static QString count(int differences) { return tr("%n difference(s)", nullptr, differences); }

private:
    static QString known(const Words& words, const QString& key);
};

/// Keys of the world's own words (a stderr line, say) are shown as they are.
QString DriftWording::known(const Words& words, const QString& key)
{
    const char* text = words.value(key);
    return text ? tr(text) : key;
}

QString DriftWording::section(DriftSection section)
{
    switch (section) {
    case DriftSection::Packages:
        return tr("Packages");
    case DriftSection::Files:
        return tr("Files");
    case DriftSection::Users:
        return tr("Users");
    case DriftSection::Groups:
        return tr("User groups");
    case DriftSection::Sockets:
        return tr("Listening sockets");
    }
    return {};
}

QString DriftWording::kind(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Added:
        return tr("added");
    case DifferenceKind::Removed:
        return tr("removed");
    case DifferenceKind::Changed:
        return tr("changed");
    }
    return {};
}

QString DriftWording::field(const QString& field)
{
    static const Words words = {
        {QStringLiteral("version"), QT_TR_NOOP("version")},
        {QStringLiteral("architecture"), QT_TR_NOOP("architecture")},
        {QStringLiteral("mode"), QT_TR_NOOP("mode")},
        {QStringLiteral("owner"), QT_TR_NOOP("owner")},
        {QStringLiteral("group"), QT_TR_NOOP("group")},
        {QStringLiteral("content"), QT_TR_NOOP("content")},
        {QStringLiteral("size"), QT_TR_NOOP("size")},
        {QStringLiteral("type"), QT_TR_NOOP("type")},
        {QStringLiteral("target"), QT_TR_NOOP("link target")},
        {QStringLiteral("uid"), QT_TR_NOOP("user id")},
        {QStringLiteral("gid"), QT_TR_NOOP("group id")},
        {QStringLiteral("home"), QT_TR_NOOP("home")},
        {QStringLiteral("shell"), QT_TR_NOOP("shell")},
        {QStringLiteral("members"), QT_TR_NOOP("members")},
        {QStringLiteral("process"), QT_TR_NOOP("process")},
        {QStringLiteral("port"), QT_TR_NOOP("port")},
        {QStringLiteral("files"), QT_TR_NOOP("files")},
    };
    return known(words, field);
}

QString DriftWording::unseen(const QString& reason)
{
    static const Words words = {
        {QStringLiteral("timedOut"), QT_TR_NOOP("it took too long")},
        {QStringLiteral("permissionDenied"), QT_TR_NOOP("not allowed to read it")},
        {QStringLiteral("commandMissing"), QT_TR_NOOP("the command it needs is missing")},
        {QStringLiteral("truncated"), QT_TR_NOOP("the answer ended too early")},
        {QStringLiteral("vanished"), QT_TR_NOOP("it disappeared during the scan")},
        {QStringLiteral("the answer has no end"), QT_TR_NOOP("the answer has no end")},
        {QStringLiteral("the answer makes no sense"), QT_TR_NOOP("the answer makes no sense")},
        {QStringLiteral("the image has no hash of it"), QT_TR_NOOP("the image has no hash of it")},
        {QStringLiteral("not read in time"), QT_TR_NOOP("it was not read in time")},
        {QStringLiteral("on another file system"), QT_TR_NOOP("it is on another file system")},
    };
    return known(words, reason);
}

QString DriftWording::leftOut(const QString& reason)
{
    static const Words words = {
        {QStringLiteral("log"), QT_TR_NOOP("logs")},
        {QStringLiteral("cache"), QT_TR_NOOP("caches")},
        {QStringLiteral("temporary"), QT_TR_NOOP("temporary files")},
        {QStringLiteral("machine-id"), QT_TR_NOOP("the machine’s own id")},
        {QStringLiteral("birth"), QT_TR_NOOP("given at birth")},
        {QStringLiteral("database data"), QT_TR_NOOP("the database’s data")},
        {QStringLiteral("runtime"), QT_TR_NOOP("state while it runs")},
        {QStringLiteral("kernel"), QT_TR_NOOP("the kernel’s own files")},
        {QStringLiteral("backup"), QT_TR_NOOP("backups that tools make")},
        {QStringLiteral("network"), QT_TR_NOOP("written by the platform’s network")},
        {QStringLiteral("bytecode"), QT_TR_NOOP("compiled on the way")},
        {QStringLiteral("package records"), QT_TR_NOOP("the package manager’s own records")},
        {QStringLiteral("lines of users"), QT_TR_NOOP("differs only by users that are listed")},
        {QStringLiteral("reply ports"), QT_TR_NOOP("ports that await replies")},
    };
    return known(words, reason);
}

} // namespace

QString sectionText(DriftSection section)
{
    return DriftWording::section(section);
}

QString kindText(DifferenceKind kind)
{
    return DriftWording::kind(kind);
}

QString fieldText(const QString& field)
{
    return DriftWording::field(field);
}

QString unseenReasonText(const QString& reason)
{
    return DriftWording::unseen(reason);
}

QString leftOutReasonText(const QString& reason)
{
    return DriftWording::leftOut(reason);
}

QString differenceCount(int count)
{
    return DriftWording::count(count);
}

} // namespace snowmelt
