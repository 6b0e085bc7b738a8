// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/compare/moment_choice.h"

#include "models/items/item_text.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace snowmelt {

namespace {

struct MomentChoiceText
{
    Q_DECLARE_TR_FUNCTIONS(MomentChoice)
};

constexpr int deployments = 20; ///< a list to choose from, not the history

bool changesTheFleet(const HistoryEntry& entry)
{
    return !entry.outcome.isEmpty() && (entry.verb == u"swap" || entry.verb == u"rebirth" || entry.verb == u"resume");
}

} // namespace

QList<MomentChoice> momentChoices(const FleetDocument& document, const QDateTime& now)
{
    QList<MomentChoice> choices{
        {MomentChoice::Kind::Declared, {}, MomentChoiceText::tr("The blueprint")},
        {MomentChoice::Kind::Now, {}, MomentChoiceText::tr("Now")},
    };
    QList<HistoryEntry> past = document.history();
    past.removeIf([](const HistoryEntry& entry) { return !changesTheFleet(entry); });
    std::stable_sort(past.begin(), past.end(),
                     [](const HistoryEntry& a, const HistoryEntry& b) { return a.startedAt > b.startedAt; });
    for (const HistoryEntry& entry : past.mid(0, deployments)) {
        const QString what =
            QString(operationTitle(entry.verb, entry.subject) + u" · " + clockText(entry.startedAt, now));
        choices << MomentChoice{MomentChoice::Kind::After, entry.operation, MomentChoiceText::tr("After: %1").arg(what)}
                << MomentChoice{MomentChoice::Kind::Before, entry.operation,
                                MomentChoiceText::tr("Before: %1").arg(what)};
    }
    return choices;
}

} // namespace snowmelt
