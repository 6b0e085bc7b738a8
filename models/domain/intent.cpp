// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/intent.h"

namespace snowmelt {
namespace {

struct Verb
{
    QString operator()(const UpIntent&) const { return QStringLiteral("up"); }
    QString operator()(const DownIntent&) const { return QStringLiteral("down"); }
    QString operator()(const StatusIntent&) const { return QStringLiteral("status"); }
    QString operator()(const WatchIntent&) const { return QStringLiteral("watch"); }
    QString operator()(const ScanIntent&) const { return QStringLiteral("scan"); }
    QString operator()(const DiffIntent&) const { return QStringLiteral("diff"); }
    QString operator()(const DriftHistoryIntent&) const { return QStringLiteral("drift-history"); }
    QString operator()(const ImagesIntent&) const { return QStringLiteral("images"); }
    QString operator()(const BuildIntent&) const { return QStringLiteral("build"); }
    QString operator()(const PlanIntent&) const { return QStringLiteral("plan"); }
    QString operator()(const SwapIntent&) const { return QStringLiteral("swap"); }
    QString operator()(const ControlIntent& intent) const { return verbOf(intent.command); }
    QString operator()(const RebirthIntent&) const { return QStringLiteral("rebirth"); }
    QString operator()(const ResumeIntent&) const { return QStringLiteral("resume"); }
    QString operator()(const OrphansIntent&) const { return QStringLiteral("orphans"); }
    QString operator()(const ReportIntent&) const { return QStringLiteral("report"); }
    QString operator()(const ReplayIntent&) const { return QStringLiteral("replay"); }
    QString operator()(const HistoryIntent&) const { return QStringLiteral("history"); }
    QString operator()(const UpdateLockIntent&) const { return QStringLiteral("update"); }
    QString operator()(const ImageDiffIntent&) const { return QStringLiteral("image-diff"); }
    QString operator()(const VerifyImagesIntent&) const { return QStringLiteral("verify-images"); }
    QString operator()(const PruneImagesIntent&) const { return QStringLiteral("prune-images"); }
    QString operator()(const ExportImageIntent&) const { return QStringLiteral("export-image"); }
    QString operator()(const ImportImageIntent&) const { return QStringLiteral("import-image"); }
    QString operator()(const PaperIntent&) const { return QStringLiteral("papers"); }
    QString operator()(const SignImageIntent&) const { return QStringLiteral("sign-image"); }
};

QString ofRound(const QString& node, const RebirthRound& round)
{
    return (QStringList{node} + round.then).join(QStringLiteral(", "));
}

QString towards(const QString& group, const ImageRef& to)
{
    return group + QStringLiteral(" → ") + to.text();
}

struct IntentSubject
{
    QString operator()(const ScanIntent& intent) const { return intent.nodes.join(QStringLiteral(", ")); }
    QString operator()(const DiffIntent& intent) const
    {
        return intent.nodes.isEmpty() ? intent.group : intent.nodes.join(QStringLiteral(", "));
    }
    QString operator()(const DriftHistoryIntent& intent) const
    {
        return intent.nodes.isEmpty() ? intent.group : intent.nodes.join(QStringLiteral(", "));
    }
    QString operator()(const BuildIntent& intent) const { return intent.image.text(); }
    QString operator()(const PlanIntent& intent) const
    {
        return intent.node.isEmpty() ? towards(intent.group, intent.to) : ofRound(intent.node, intent.round);
    }
    QString operator()(const SwapIntent& intent) const { return towards(intent.group, intent.to); }
    QString operator()(const ControlIntent& intent) const { return intent.group; }
    QString operator()(const ResumeIntent& intent) const { return intent.group; }
    QString operator()(const OrphansIntent& intent) const { return intent.remove.join(QStringLiteral(", ")); }
    QString operator()(const ReportIntent&) const { return QString(); }
    QString operator()(const ReplayIntent&) const { return QString(); }
    QString operator()(const RebirthIntent& intent) const { return ofRound(intent.node, intent.round); }
    QString operator()(const UpIntent&) const { return QString(); }
    QString operator()(const DownIntent&) const { return QString(); }
    QString operator()(const StatusIntent&) const { return QString(); }
    QString operator()(const WatchIntent&) const { return QString(); }
    QString operator()(const ImagesIntent&) const { return QString(); }
    QString operator()(const HistoryIntent&) const { return QString(); }
    QString operator()(const UpdateLockIntent& intent) const { return intent.image.text(); }
    QString operator()(const ImageDiffIntent& intent) const { return intent.from + QStringLiteral(" → ") + intent.to; }
    QString operator()(const VerifyImagesIntent&) const { return QString(); }
    QString operator()(const PruneImagesIntent& intent) const
    {
        return intent.remove ? QString::number(intent.keep) : QString();
    }
    QString operator()(const ExportImageIntent& intent) const { return intent.image.text(); }
    QString operator()(const ImportImageIntent& intent) const { return intent.file; }
    QString operator()(const PaperIntent& intent) const { return intent.image.text(); }
    QString operator()(const SignImageIntent& intent) const { return intent.image.text(); }
};

} // namespace

QString verbOf(const Intent& intent)
{
    return std::visit(Verb(), intent);
}

QString subjectOf(const Intent& intent)
{
    return std::visit(IntentSubject(), intent);
}

} // namespace snowmelt
