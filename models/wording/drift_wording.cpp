// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"

#include "models/domain/drift/compare_looks.h"
#include "models/domain/drift/judge/severity.h"
#include "models/wording/drift_history_wording.h"

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
    static QString severity(DriftSeverity severity);
    static QString rule(const IgnoreRule& rule);
    static QString reason(const IgnoreRule& rule);
    static QString hidden(int count) { return tr("%1 hidden by rules of the blueprint").arg(count); }
    static QString expired(const ExpiredRule& expired);
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
    case DriftSection::System:
        return tr("Operating system");
    case DriftSection::Kernel:
        return tr("Kernel");
    case DriftSection::Services:
        return tr("Services");
    case DriftSection::Sudoers:
        return tr("Rights by sudo");
    case DriftSection::Schedules:
        return tr("Scheduled jobs");
    case DriftSection::KernelSettings:
        return tr("Kernel settings");
    case DriftSection::Mounts:
        return tr("Mounts");
    case DriftSection::Certificates:
        return tr("Certificates");
    case DriftSection::Runtimes:
        return tr("Runtimes");
    case DriftSection::StaleLibraries:
        return tr("Deleted libraries in use");
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
        {QStringLiteral("exists"), QT_TR_NOOP("present")},
        {QStringLiteral("id"), QT_TR_NOOP("id")},
        {QStringLiteral("name"), QT_TR_NOOP("name")},
        {QStringLiteral("codename"), QT_TR_NOOP("code name")},
        {QStringLiteral("release"), QT_TR_NOOP("release")},
        {QStringLiteral("machine"), QT_TR_NOOP("machine")},
        {QStringLiteral("needed"), QT_TR_NOOP("needed")},
        {QStringLiteral("enabled"), QT_TR_NOOP("enabled")},
        {QStringLiteral("running"), QT_TR_NOOP("running")},
        {QStringLiteral("rule"), QT_TR_NOOP("rule")},
        {QStringLiteral("schedule"), QT_TR_NOOP("schedule")},
        {QStringLiteral("value"), QT_TR_NOOP("value")},
        {QStringLiteral("source"), QT_TR_NOOP("source")},
        {QStringLiteral("fstype"), QT_TR_NOOP("file system")},
        {QStringLiteral("options"), QT_TR_NOOP("options")},
        {QStringLiteral("subject"), QT_TR_NOOP("subject")},
        {QStringLiteral("fingerprint"), QT_TR_NOOP("fingerprint")},
        {QStringLiteral("notAfter"), QT_TR_NOOP("valid until")},
        {QStringLiteral("runtime"), QT_TR_NOOP("runtime")},
        {QStringLiteral("libraries"), QT_TR_NOOP("deleted libraries")},
        {QStringLiteral("program"), QT_TR_NOOP("program")},
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
        {QStringLiteral("not a certificate"), QT_TR_NOOP("it is no certificate, or a broken one")},
        {QStringLiteral("not read in time"), QT_TR_NOOP("it was not read in time")},
        {QStringLiteral("on another file system"), QT_TR_NOOP("it is on another file system")},
        {QStringLiteral("not all programs"), QT_TR_NOOP("not allowed to look at every program")},
        {QStringLiteral("more than is listed"), QT_TR_NOOP("more differs than is listed")},
        {QStringLiteral("notLookedAt"), QT_TR_NOOP("it was not looked at")},
        {QStringLiteral("the running kernel is not one of those installed"),
         QT_TR_NOOP("the running kernel is not one of those installed")},
        {QStringLiteral("it did not tell its version"), QT_TR_NOOP("it did not tell its version")},
        {QStringLiteral("the users are not known"), QT_TR_NOOP("the users are not known")},
        {QStringLiteral("unseenThen"), QT_TR_NOOP("the earlier look did not see it")},
        {QStringLiteral("noLookThen"), QT_TR_NOOP("no look at it is that old: there is nothing to compare with")},
        {QStringLiteral("olderLook"),
         QT_TR_NOOP("compared with an older look, of %1: the later one did not look at it")},
        {QStringLiteral("lookLost"),
         QT_TR_NOOP("the earlier look is lost; “scan --accept” takes what is there now for the baseline")},
        {QStringLiteral("saltLost"), QT_TR_NOOP("the salt of earlier looks is lost, so they cannot be compared any "
                                                "more; “scan --accept” begins anew")},
        {QStringLiteral("lookThenLost"), QT_TR_NOOP("the look from then is lost")},
        {QStringLiteral("saltThenLost"),
         QT_TR_NOOP("the salt of the looks from then is lost, so they cannot be compared any more")},
        {QStringLiteral("firstLook"), QT_TR_NOOP("this is the first look at it: there is nothing to compare with yet")},
    };
    const QDateTime older = olderLookTime(reason);
    return older.isValid() ? known(words, QStringLiteral("olderLook")).arg(momentText(older)) : known(words, reason);
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
        {QStringLiteral("last run"), QT_TR_NOOP("when a timer last ran")},
        {QStringLiteral("renewed certificates"), QT_TR_NOOP("renewed certificates")},
        {QStringLiteral("container data"), QT_TR_NOOP("the containers’ data")},
        {QStringLiteral("history of commands"), QT_TR_NOOP("history of commands")},
    };
    return known(words, reason);
}

QString DriftWording::severity(DriftSeverity severity)
{
    switch (severity) {
    case DriftSeverity::High:
        return tr("high");
    case DriftSeverity::Medium:
        return tr("medium");
    case DriftSeverity::Low:
        return tr("low");
    }
    return {};
}

/// What is on a node is shown so that nobody is fooled by it; a rule's pattern is the blueprint's, where only visible
/// text is let in.
QString DriftWording::rule(const IgnoreRule& rule)
{
    QString text = section(rule.section) + u' ' + rule.match;
    if (!rule.field.isEmpty())
        text = tr("%1 (%2 only)").arg(text, field(rule.field));
    return rule.pack.isEmpty() ? text : tr("%1, pack %2").arg(text, rule.pack);
}

QString DriftWording::reason(const IgnoreRule& rule)
{
    const QString why = rule.pack.isEmpty() ? rule.reason : leftOut(rule.reason);
    return rule.until.isValid() ? tr("%1 (until %2)").arg(why, rule.until.toString(Qt::ISODate)) : why;
}

QString DriftWording::expired(const ExpiredRule& expired)
{
    return tr("The rule for %1 ended on %2 and hides nothing any more; shown again: %3.")
        .arg(rule(expired.rule), expired.rule.until.toString(Qt::ISODate), count(expired.count));
}

QChar severityShape(DriftSeverity severity)
{
    switch (severity) {
    case DriftSeverity::High:
        return u'▲';
    case DriftSeverity::Medium:
        return u'◆';
    case DriftSeverity::Low:
        break;
    }
    return u'▽';
}

} // namespace

QString severityText(DriftSeverity severity)
{
    return DriftWording::severity(severity);
}

QString severityMark(DriftSeverity severity)
{
    return severityShape(severity) + QString(u' ') + severityText(severity);
}

QString differenceText(const Difference& difference)
{
    return kindText(difference.kind) + QStringLiteral(", ") + severityMark(severityOf(difference));
}

QString ignoreRuleText(const IgnoreRule& rule)
{
    return DriftWording::rule(rule);
}

QString ignoreReasonText(const IgnoreRule& rule)
{
    return DriftWording::reason(rule);
}

QString hiddenText(int count)
{
    return DriftWording::hidden(count);
}

QString sentence(const ExpiredRule& expired)
{
    return DriftWording::expired(expired);
}

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
