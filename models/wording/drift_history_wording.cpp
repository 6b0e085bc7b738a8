// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/drift_history_wording.h"

#include "models/domain/drift/compare_looks.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

namespace snowmelt {
namespace {

class DriftHistoryWording
{
    Q_DECLARE_TR_FUNCTIONS(DriftHistoryWording)

public:
    static QString source(EvidenceKind kind);
    static QString what(const LikelyCause& cause);
    static QString cause(const LikelyCause& cause);
    static QString likely(const QString& cause) { return tr("likely: %1").arg(cause); }
    static QString since(const DatedDifference& difference);
    static QString gone(const DatedDifference& difference);
    static QString baseline(const DriftReport& report);
};

QString DriftHistoryWording::source(EvidenceKind kind)
{
    switch (kind) {
    case EvidenceKind::PackageTime:
        return tr("when the package was touched");
    case EvidenceKind::ChangeTime:
        return tr("when the file was changed");
    case EvidenceKind::FileOwner:
        return tr("who owns the file");
    case EvidenceKind::AptLog:
        return tr("apt’s history");
    case EvidenceKind::PackageLog:
        return tr("dpkg’s log");
    case EvidenceKind::SudoLog:
        return tr("sudo’s log");
    }
    return {};
}

/// What was run, where a log has it.
QString DriftHistoryWording::what(const LikelyCause& cause)
{
    if (cause.kind == LikelyCauseKind::ChangedAlso &&
        cause.differences.size() < 2) // where each difference is told alone
        return tr("changed within a minute of other things");
    if (cause.kind == LikelyCauseKind::ChangedAlso)
        return tr("%n thing(s) changed within a minute", nullptr, int(cause.differences.size()));
    for (const Evidence& evidence : cause.evidence) {
        const bool isRun = evidence.kind == EvidenceKind::AptLog || evidence.kind == EvidenceKind::SudoLog;
        if (isRun && !evidence.text.isEmpty())
            return displayText(evidence.text.toUtf8());
    }
    return cause.kind == LikelyCauseKind::PackageRun ? tr("packages were installed or removed")
                                                     : tr("a command of sudo");
}

QString DriftHistoryWording::cause(const LikelyCause& cause)
{
    QStringList sources;
    QDateTime at;
    for (const Evidence& evidence : cause.evidence) {
        sources.append(source(evidence.kind));
        at = at.isValid() ? at : evidence.at;
    }
    sources.removeDuplicates();
    QString text = what(cause);
    if (!cause.person.isEmpty())
        text = tr("%1 by %2", "a command and who ran it").arg(text, displayText(cause.person.toUtf8()));
    if (at.isValid())
        text = tr("%1, %2", "what happened, and when").arg(text, momentText(at));
    return tr("%1 (inferred from %2)").arg(text, sources.join(QStringLiteral(", ")));
}

QString DriftHistoryWording::since(const DatedDifference& difference)
{
    const QString first = momentText(difference.firstSeen);
    return difference.absentAt.isValid() ? tr("between %1 and %2").arg(momentText(difference.absentAt), first)
                                         : tr("%1 or before").arg(first);
}

QString DriftHistoryWording::gone(const DatedDifference& difference)
{
    return difference.goneAt.isValid() ? tr("gone %1").arg(momentText(difference.goneAt)) : tr("still there");
}

QString DriftHistoryWording::baseline(const DriftReport& report)
{
    for (const Unseen& unseen : report.unseen) {
        if (isForWantOfBaseline(unseen.reason))
            return unseenReasonText(unseen.reason);
    }
    if (report.baselineAt.isValid())
        return tr("compared with the look of %1").arg(momentText(report.baselineAt));
    return tr("against birth image, %1").arg(imageText(report.baselineImage));
}

} // namespace

QString momentText(const QDateTime& at)
{
    return at.isValid() ? at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QString();
}

QString likelyCauseText(const LikelyCause& cause)
{
    return DriftHistoryWording::cause(cause);
}

QString likelyText(const LikelyCause& cause)
{
    return DriftHistoryWording::likely(likelyCauseText(cause));
}

QString evidenceText(const Evidence& evidence)
{
    QString text = DriftHistoryWording::source(evidence.kind);
    if (evidence.at.isValid())
        text += QStringLiteral(", ") + momentText(evidence.at);
    return evidence.text.isEmpty() ? text : QString(text + QStringLiteral(": ") + displayText(evidence.text.toUtf8()));
}

QString sinceText(const DatedDifference& difference)
{
    return DriftHistoryWording::since(difference);
}

QString goneText(const DatedDifference& difference)
{
    return DriftHistoryWording::gone(difference);
}

QString baselineText(const DriftReport& report)
{
    return DriftHistoryWording::baseline(report);
}

} // namespace snowmelt
