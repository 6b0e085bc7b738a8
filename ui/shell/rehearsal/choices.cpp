// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/choices.h"

#include <QRegularExpression>

namespace snowmelt {

namespace {

bool sameOptions(const DeployOptions& a, const DeployOptions& b)
{
    return a.drainSeconds == b.drainSeconds && a.healthSeconds == b.healthSeconds && a.gates == b.gates &&
           a.keepGreen == b.keepGreen && a.accepted == b.accepted;
}

} // namespace

bool DeploymentChoices::operator==(const DeploymentChoices& o) const
{
    return group == o.group && node == o.node && to == o.to && bakeSeconds == o.bakeSeconds &&
           sameOptions(options, o.options) && round == o.round;
}

PlanIntent DeploymentChoices::planIntent() const
{
    return {group, to, bakeSeconds, options, node, round};
}

Intent DeploymentChoices::startIntent(const QStringList& accepted) const
{
    DeployOptions withAccepted = options;
    withAccepted.accepted = accepted;
    if (node.isEmpty())
        return SwapIntent{group, to, bakeSeconds, withAccepted};
    return RebirthIntent{node, withAccepted, round};
}

CheckPaths readCheckPaths(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    CheckPaths read;
    const QStringList words = text.split(between, Qt::SkipEmptyParts);
    for (const QString& word : words)
        (word.startsWith(u'/') ? read.paths : read.wrong).append(word);
    return read;
}

} // namespace snowmelt
