// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/group_drift_text.h"

#include "models/domain/drift/judge/judged.h"
#include "models/items/group_drift_cells.h"
#include "models/wording/wording.h"

namespace snowmelt {

namespace {

constexpr qsizetype mostNames = 4;
constexpr qsizetype mostReasons = 3;

QString unseenReason(const Unseen& unseen)
{
    const QString what = unseen.what.isEmpty() ? QString() : QString(u' ' + displayText(unseen.what));
    return sectionText(unseen.section) + what + u" (" + unseenReasonText(unseen.reason) + u')';
}

QString unseenReasons(const QList<Unseen>& unseen)
{
    QStringList reasons;
    for (const Unseen& one : unseen.mid(0, mostReasons))
        reasons << unseenReason(one);
    if (const qsizetype more = unseen.size() - mostReasons; more > 0)
        reasons << GroupDriftText::tr("%n more", nullptr, int(more));
    return reasons.join(QStringLiteral(", "));
}

} // namespace

QString GroupDriftText::changed(const NodeDifference& one)
{
    if (!one.changedAt.isValid())
        return {};
    return tr("changed %1").arg(one.changedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
}

QString GroupDriftText::names(const QStringList& nodes)
{
    if (nodes.size() <= mostNames)
        return nodes.join(QStringLiteral(", "));
    return tr("%1 and %n more", nullptr, int(nodes.size() - mostNames + 1))
        .arg(nodes.mid(0, mostNames - 1).join(QStringLiteral(", ")));
}

QString GroupDriftText::subject(const GroupDrift& drift)
{
    if (!drift.group.isEmpty())
        return drift.group;
    QStringList nodes;
    for (const ComparedNode& node : drift.nodes)
        nodes << node.name;
    return names(nodes);
}

QString GroupDriftText::title(const GroupDrift& drift)
{
    const GroupTally tally = tallyOf(drift);
    const int all = int(drift.nodes.size());
    if (tally.differ > 0)
        return tr("%1: %2 of %n node(s) differ", nullptr, all).arg(subject(drift)).arg(tally.differ);
    if (all < 2)
        return tr("%1: nothing to compare with").arg(subject(drift));
    if (tally.alike == all)
        return tr("%1: all %n node(s) are alike", nullptr, all).arg(subject(drift));
    if (tally.hidden > 0 && tally.alike + tally.hidden == all)
        return tr("%1: nothing differs but what rules hide").arg(subject(drift));
    return tr("%1: no difference in what could be seen").arg(subject(drift));
}

QString GroupDriftText::against(const GroupDrift& drift)
{
    return drift.baseline.isEmpty() ? tr("against what most have") : tr("against %1").arg(drift.baseline);
}

QString GroupDriftText::baselineHeader(const GroupDrift& drift)
{
    return drift.baseline.isEmpty() ? tr("Most have") : drift.baseline;
}

QString GroupDriftText::alike(const GroupDrift& drift)
{
    const int count = tallyOf(drift).alike;
    return count > 0 ? tr("%n node(s) are alike", nullptr, count) : QString();
}

QString GroupDriftText::hidden(const GroupDrift& drift)
{
    if (drift.hidden.isEmpty())
        return {};
    const QString rules = tr("%n rule(s)", nullptr, int(hiddenByRule(drift).size()));
    return tr("%1 hidden by %2 of the blueprint").arg(differenceCount(int(drift.hidden.size())), rules);
}

QString GroupDriftText::hiddenBy(const IgnoreRule& rule)
{
    return tr("hidden by %1").arg(ignoreRuleText(rule));
}

QString GroupDriftText::onlyHidden(const GroupDrift& drift)
{
    const int count = tallyOf(drift).hidden;
    return count > 0 ? tr("%n node(s) differ only in what rules hide", nullptr, count) : QString();
}

QStringList GroupDriftText::expired(const GroupDrift& drift)
{
    QStringList sentences;
    for (const ExpiredRule& rule : drift.expired)
        sentences << sentence(rule);
    return sentences;
}

QString GroupDriftText::incomplete(const GroupDrift& drift)
{
    const GroupTally tally = tallyOf(drift);
    int inPart = 0;
    for (const ComparedNode& node : drift.nodes)
        inPart += node.seenAt.isValid() && (node.error || !node.unseen.isEmpty());
    QStringList parts;
    if (tally.unseen > 0)
        parts << tr("%n node(s) could not be looked at", nullptr, tally.unseen);
    if (inPart > 0)
        parts << tr("%n node(s) could not be seen in full", nullptr, inPart);
    return parts.join(QStringLiteral(", "));
}

QStringList GroupDriftText::unseenLines(const GroupDrift& drift)
{
    QStringList lines;
    for (const ComparedNode& node : drift.nodes) {
        QStringList why;
        if (node.error)
            why << sentence(*node.error).what;
        else if (!node.unseen.isEmpty())
            why << unseenReasons(node.unseen);
        if (why.isEmpty() && !node.seenAt.isValid())
            why << tr("it could not be looked at");
        if (!why.isEmpty())
            lines << QString(node.name + u": " + why.join(u' '));
    }
    return lines;
}

QString GroupDriftText::asBaseline(int nodes)
{
    return tr("%n node(s) have it so", nullptr, nodes);
}

QString GroupDriftText::same()
{
    return tr("the same");
}

QString GroupDriftText::unseen(const QString& why)
{
    return why.isEmpty() ? tr("could not be seen") : tr("could not be seen: %1").arg(why);
}

QString GroupDriftText::noMajority()
{
    return tr("no majority");
}

} // namespace snowmelt
