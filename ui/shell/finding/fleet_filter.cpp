// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/fleet_filter.h"

#include "models/layout/vicinity.h"

#include <algorithm>

namespace snowmelt {

namespace {

const QString unhealthyWord = QStringLiteral("unhealthy");
const QString driftedWord = QStringLiteral("drifted");
const QString unseenWord = QStringLiteral("unseen");
const QString imageWord = QStringLiteral("image ");

DiagramFilter asChosen(const FleetFilter& chosen, const Diagram& diagram)
{
    DiagramFilter filter{chosen.unhealthy, chosen.drifted, chosen.unseen, chosen.images, {}};
    if (!chosen.focus.isEmpty()) {
        filter.focus = vicinityOf(diagram, chosen.focus);
        // What it was about is gone: nothing is next to it, rather than everything.
        if (filter.focus.isEmpty())
            filter.focus = chosen.focus;
    }
    return filter;
}

QBitArray bitsOf(const QList<bool>& hidden)
{
    QBitArray bits(hidden.size());
    for (qsizetype i = 0; i < hidden.size(); ++i)
        bits.setBit(i, hidden[i]);
    return bits;
}

bool isThere(const QStringList& parts, const Diagram& diagram)
{
    return std::any_of(parts.begin(), parts.end(), [&](const QString& part) { return diagram.indexOf(part) >= 0; });
}

int shownBy(const DiagramFilter& filter, const Diagram& diagram)
{
    return filtered(diagram, filter).shownNodes;
}

} // namespace

DiagramFilter effective(const FleetFilter& chosen, const Diagram& diagram)
{
    DiagramFilter filter = asChosen(chosen, diagram);
    filter.unseen = chosen.unseen || chosen.unhealthy || chosen.drifted;
    if (!filter.images.isEmpty())
        filter.images << ImageRef();
    return filter;
}

FilterOutcome outcomeOf(const FleetFilter& chosen, const Diagram& diagram)
{
    FilterOutcome outcome;
    if (!chosen.isActive())
        return outcome;
    const DiagramFilter filter = effective(chosen, diagram);
    const FilteredDiagram result = filtered(diagram, filter);
    outcome.dimmed = bitsOf(result.hidden);
    outcome.hidden = result.hiddenNodes;
    if (const DiagramFilter exact = asChosen(chosen, diagram); exact != filter)
        outcome.doubtful = result.shownNodes - shownBy(exact, diagram);
    return outcome;
}

FilterAnswer answerTo(const FleetFilter& chosen, const Diagram& diagram)
{
    FilterAnswer answer;
    answer.chosen = chosen;
    if (!diagram.isEmpty() && !isThere(chosen.focus, diagram))
        answer.chosen.focus.clear();
    answer.outcome = outcomeOf(answer.chosen, diagram);
    answer.counts = countsOf(diagram);
    answer.images = imagesIn(diagram);
    return answer;
}

QStringList rememberedAs(const FleetFilter& chosen, const QString& path)
{
    QStringList kept;
    if (chosen.unhealthy)
        kept << unhealthyWord;
    if (chosen.drifted)
        kept << driftedWord;
    if (chosen.unseen)
        kept << unseenWord;
    for (const ImageRef& image : chosen.images)
        kept << QString(imageWord + image.text());
    if (!kept.isEmpty())
        kept.prepend(path);
    return kept;
}

FleetFilter remembered(const QStringList& kept, const QString& path)
{
    FleetFilter filter;
    if (kept.isEmpty() || kept.first() != path)
        return filter;
    filter.unhealthy = kept.contains(unhealthyWord);
    filter.drifted = kept.contains(driftedWord);
    filter.unseen = kept.contains(unseenWord);
    for (const QString& word : kept)
        if (word.startsWith(imageWord))
            if (const std::optional<ImageRef> image = ImageRef::parse(word.mid(imageWord.size())))
                filter.images << *image;
    return filter;
}

} // namespace snowmelt
