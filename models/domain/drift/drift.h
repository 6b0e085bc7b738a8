// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QStringList>

namespace snowmelt {

/// What is looked at. Image inventories hold those up to Sockets; the others are compared among nodes.
enum class DriftSection {
    Packages,
    Files,
    Users,
    Groups,
    Sockets,
    System,         ///< name and release of the operating system
    Kernel,         ///< running, installed, whether a reboot is needed
    Services,       ///< systemd or OpenRC: enabled, running
    Sudoers,        ///< rules that are in force, line by line
    Schedules,      ///< cron and timers
    KernelSettings, ///< sysctl, an allow-list
    Mounts,
    Certificates,
    Runtimes,       ///< Java, Python, Node, Ruby, PHP: installed and running
    StaleLibraries, ///< processes that use libraries which are deleted
};
enum class DifferenceKind { Added, Removed, Changed };

/// One field that differs: name is "version", "mode", "owner", "group", "content", "type", "target", "uid", "shell" …
struct FieldChange
{
    QString field;
    QString baseline; ///< empty: absent in the baseline
    QString actual;   ///< empty: absent on the node
    bool operator==(const FieldChange&) const = default;
};

/// A difference always carries at least one field that differs.
struct Difference
{
    DriftSection section = DriftSection::Files;
    DifferenceKind kind = DifferenceKind::Changed;
    QByteArray key; ///< package name, path, user, group, or "tcp 0.0.0.0:8009"; raw bytes
    QList<FieldChange> fields;
    QString baselineText; ///< small, non-secret text files whose content changed: both texts
    QString actualText;
    bool operator==(const Difference&) const = default;
};

/// Something that could not be read. Never the same as "no difference".
struct Unseen
{
    DriftSection section = DriftSection::Files;
    QByteArray what; ///< empty: the whole section
    QString reason;  ///< "timedOut", "permissionDenied", "commandMissing", "truncated", "vanished", or verbatim stderr
    bool operator==(const Unseen&) const = default;
};

/// A rule that hides paths by default, with how many it hid.
struct LeftOut
{
    QString pattern;
    QString reason; ///< "log", "cache", "machine-id", "birth", "database data" …: a key for wording
    int count = 0;
    bool operator==(const LeftOut&) const = default;
};

/// How much a difference matters by what it is, docs/DRIFT.md; severityOf() in judge/severity.h.
enum class DriftSeverity {
    High,   ///< who may do what on the node, or what it takes in from outside, may be otherwise
    Medium, ///< what the node does may be otherwise
    Low,    ///< nothing that runs reads it
};

/// A rule by which a person hides differences: one of the blueprint's own, or of a pack it names.
struct IgnoreRule
{
    DriftSection section = DriftSection::Files;
    QString match;        ///< glob on Difference::key: * within a component, ** across
    QString field{};      ///< hides differences in nothing but this field; empty: in whatever field
    QString reason{};     ///< the person's words; of a pack: a key for wording
    QDate until{};        ///< the last day (UTC) on which it hides; null: no end
    QStringList groups{}; ///< parts whose nodes it is for; empty: all
    QString pack{};       ///< empty: the blueprint's own
    bool operator==(const IgnoreRule&) const = default;
};

/// A difference that a rule hides. It stays one: it is counted and can be looked at.
struct HiddenDifference
{
    Difference difference;
    IgnoreRule rule;
    bool operator==(const HiddenDifference&) const = default;
};

/// A rule whose last day is over: it hides nothing any more.
struct ExpiredRule
{
    IgnoreRule rule;
    int count = 0; ///< differences that are shown again
    bool operator==(const ExpiredRule&) const = default;
};

/// What a likely cause rests on.
enum class EvidenceKind {
    PackageTime, ///< when dpkg, rpm or apk last touched the package
    ChangeTime,  ///< the file's ctime
    FileOwner,   ///< who owns the file that changed
    AptLog,      ///< /var/log/apt/history.log
    PackageLog,  ///< /var/log/dpkg.log
    SudoLog,     ///< what sudo logged
};

struct Evidence
{
    EvidenceKind kind = EvidenceKind::ChangeTime;
    QDateTime at; ///< UTC, by the node's clock; null: it has no time
    QString text; ///< what was read, without secrets: a command line up to its first word that may be one
    bool operator==(const Evidence&) const = default;
};

enum class LikelyCauseKind {
    PackageRun,  ///< apt, dpkg, rpm or apk ran then
    CommandRun,  ///< somebody ran a command with sudo then
    ChangedAlso, ///< other things changed in the same minute
};

/// Why something may differ. An inference from the times of its evidence, never more than that.
struct LikelyCause
{
    LikelyCauseKind kind = LikelyCauseKind::PackageRun;
    QString person{};         ///< who, when the evidence says so
    QList<Evidence> evidence; ///< never empty
    QList<int> differences;   ///< indexes in DriftReport::differences; sorted, never empty
    bool operator==(const LikelyCause&) const = default;
};

struct DriftReport
{
    QString node;
    ImageRef baselineImage;
    Digest baselineDigest;
    QDateTime scannedAt; ///< UTC
    QList<Difference> differences;
    QList<Unseen> unseen;
    QList<LeftOut> leftOut;
    QList<HiddenDifference> hidden{}; ///< not in `differences`
    QList<ExpiredRule> expired{};     ///< of the rules for this node
    QDateTime baselineAt{};           ///< UTC: an earlier look at the node is the baseline; null: its birth image
    QList<LikelyCause> causes{};

    bool complete() const { return unseen.isEmpty(); }
    bool operator==(const DriftReport&) const = default;
};

/// File names and other bytes made safe to show: control characters, invalid UTF-8 and terminal escapes as \xNN, \n.
QString displayText(const QByteArray& raw);

} // namespace snowmelt
