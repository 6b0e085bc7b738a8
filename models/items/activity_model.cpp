// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/activity_model.h"

#include "models/document/fleet_document.h"
#include "models/items/item_text.h"
#include "models/wording/building_wording.h"
#include "models/wording/store_wording.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

class ActivityText
{
    Q_DECLARE_TR_FUNCTIONS(ActivityText)

public:
    static QString starting() { return tr("Starting"); }
    static QString asking() { return tr("Waiting for your answer"); }
    static QString cancelling(const QString& now) { return tr("Cancelling · %1").arg(now); }
    static QString rolledBack() { return tr("Rolled back"); }
    static QString reborn(int done, int all) { return tr("%1 of %n node(s) reborn", nullptr, all).arg(done); }
    static QString tally(const ScanTally& tally);
};

/// "5 nodes, 1 drifted, 4 differences".
QString ActivityText::tally(const ScanTally& tally)
{
    QStringList parts{tr("%n node(s)", nullptr, tally.nodes)};
    if (tally.drifted > 0)
        parts << tr("%1 drifted").arg(tally.drifted) << differenceCount(tally.differences);
    else if (tally.nodes > 0)
        parts << tr("no differences");
    if (tally.unseen > 0)
        parts << tr("%n not seen in full", nullptr, tally.unseen);
    if (tally.hidden > 0)
        parts << hiddenText(tally.hidden);
    return parts.join(QStringLiteral(", "));
}

/// How far a rebirth in batches is; empty: it is none.
QString roundProgress(const OperationState& operation)
{
    if (!operation.plan || (operation.plan->rebornBefore.isEmpty() && operation.plan->toFollow.isEmpty()))
        return {};
    const int before = int(operation.plan->rebornBefore.size());
    const int all = before + int(operation.plan->blue.size() + operation.plan->toFollow.size());
    return ActivityText::reborn(before, all) + QStringLiteral(" · ");
}

QString runningText(const OperationState& operation)
{
    const QString begun = operation.progress ? sentence(*operation.progress) : ActivityText::starting();
    const QString now = operation.questions > 0 ? ActivityText::asking() : roundProgress(operation) + begun;
    return operation.cancelAsked ? ActivityText::cancelling(now) : now;
}

/// A way back that someone asked for is what they wanted, not a cancel.
bool wasRolledBack(const OperationState& operation)
{
    return operation.finished->outcome == OutcomeKind::Cancelled && operation.rollingBack &&
           operation.rollingBack->reason == QStringLiteral("asked");
}

QString whatEnded(const OperationState& operation)
{
    const Finished& finished = *operation.finished;
    if (finished.error)
        return sentence(*finished.error).what;
    return wasRolledBack(operation) ? ActivityText::rolledBack() : outcomeText(finished.outcome);
}

/// What came of caring for the image store; empty: it was something else.
QString storeEndText(const OperationState& operation)
{
    if (operation.log.isEmpty())
        return {};
    const LogEntry& last = operation.log.last();
    if (const auto* verified = std::get_if<StoreVerified>(&last))
        return storeCheckText(verified->check);
    const auto* pruned = std::get_if<ImagesPruned>(&last);
    return pruned ? removedText(pruned->pruning) : QString();
}

QString endText(const OperationState& operation)
{
    const Finished& finished = *operation.finished;
    if (const QString store = storeEndText(operation); !store.isEmpty() && !finished.error)
        return store;
    if (operation.tally && !finished.error && finished.outcome != OutcomeKind::Cancelled)
        return ActivityText::tally(*operation.tally);
    if (operation.proof && !finished.error && finished.outcome != OutcomeKind::Cancelled)
        return proofText(operation.proof->images, operation.proof->different);
    const bool deployed = operation.plan && finished.safety != Safety::Unchanged;
    if (finished.outcome == OutcomeKind::Done && deployed)
        return sentence(finished.safety, *operation.plan);
    const QString round = operation.plan ? roundEndText(*operation.plan, finished.safety) : QString();
    const QString what = round.isEmpty() ? whatEnded(operation) : sentences({whatEnded(operation), round});
    if (finished.outcome == OutcomeKind::Done || finished.safety == Safety::Unchanged)
        return what;
    // Between two batches of a rebirth not all old nodes are gone: the plan knows which.
    const bool ofPlan = operation.plan && finished.safety == Safety::GreenServesAlone;
    return sentences({what, ofPlan ? sentence(finished.safety, *operation.plan) : sentence(finished.safety)});
}

double fractionOf(const OperationState& operation)
{
    if (!operation.progress || operation.progress->total <= 0)
        return -1;
    return double(operation.progress->done) / operation.progress->total;
}

ActivityState activityState(const OperationState& operation)
{
    if (operation.running())
        return operation.cancelAsked ? ActivityState::Cancelling : ActivityState::Running;
    switch (operation.finished->outcome) {
    case OutcomeKind::Done:
        return ActivityState::Done;
    case OutcomeKind::Differences:
    case OutcomeKind::Incomplete:
        return ActivityState::Differences;
    case OutcomeKind::Cancelled:
        return ActivityState::Cancelled;
    case OutcomeKind::Failed:
    case OutcomeKind::Refused:
        break;
    }
    return ActivityState::Failed;
}

TreeRow rowOf(const OperationState& operation)
{
    TreeRow row;
    row.key = operation.id;
    const bool running = operation.running();
    row.texts = QStringList{operationTitle(operation.verb, operation.subject), activityText(operation), QString(),
                            running ? QString() : durationText(operation.finished->ms),
                            clockText(operation.startedAt, QDateTime::currentDateTimeUtc())};
    row.roles.insert(IdRole, operation.id);
    row.roles.insert(StateRole, int(activityState(operation)));
    row.roles.insert(Qt::ToolTipRole, row.texts.at(ActivityModel::What));
    if (!running)
        return row;
    const double fraction = fractionOf(operation);
    row.roles.insert(FractionRole, fraction);
    row.roles.insert(StartedAtRole, operation.startedAt);
    if (fraction >= 0)
        row.texts[ActivityModel::Progress] = shareText(fraction);
    return row;
}

} // namespace

QString activityText(const OperationState& operation)
{
    return operation.running() ? runningText(operation) : endText(operation);
}

ActivityModel::ActivityModel(FleetDocument* document, QObject* parent)
    : KeyedTreeModel(ColumnCount, parent), m_document(document)
{
    connect(document, &FleetDocument::opened, this, &ActivityModel::follow);
    connect(document, &FleetDocument::operationAdded, this, &ActivityModel::follow);
    connect(document, &FleetDocument::operationChanged, this, &ActivityModel::follow);
    retranslate();
}

void ActivityModel::retranslate()
{
    setHeaders({tr("Operation"), tr("What"), tr("Progress"), tr("Took"), tr("Began")});
    follow();
}

void ActivityModel::follow()
{
    QList<TreeRow> rows;
    const QList<OperationState>& operations = m_document->operations();
    for (auto it = operations.rbegin(); it != operations.rend(); ++it)
        rows.append(rowOf(*it));
    setRows(rows);
}

} // namespace snowmelt
