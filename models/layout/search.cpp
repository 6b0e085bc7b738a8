// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/search.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <optional>

namespace snowmelt {

namespace {

/// Is a word's beginning: the character before it is no letter and no digit, or it turns from letters to digits.
bool beginsWord(const QString& name, qsizetype at)
{
    return at == 0 || !name[at - 1].isLetterOrNumber() || name[at - 1].isDigit() != name[at].isDigit();
}

std::optional<Fit> fitOfName(const QString& name, const QString& word)
{
    const qsizetype at = name.indexOf(word, 0, Qt::CaseInsensitive);
    if (at < 0)
        return std::nullopt;
    if (at == 0)
        return name.size() == word.size() ? Fit::Exact : Fit::Start;
    for (qsizetype next = at; next >= 0; next = name.indexOf(word, next + 1, Qt::CaseInsensitive))
        if (beginsWord(name, next))
            return Fit::Word;
    return Fit::Inside;
}

bool has(const QString& fact, const QString& word)
{
    return fact.contains(word, Qt::CaseInsensitive);
}

bool isFact(const DiagramBox& box, const QString& word)
{
    if (const auto* group = box.as<GroupFigure>())
        return has(group->blueprintImage.text(), word) ||
               std::any_of(group->images.begin(), group->images.end(),
                           [&](const ImageRef& image) { return has(image.text(), word); });
    const NodeState* node = box.node();
    if (!node)
        return false;
    if (const auto* balancer = box.as<BalancerFigure>(); balancer && has(balancer->state.driver, word))
        return true;
    if (const auto* database = box.as<DatabaseFigure>(); database && has(database->state.engine, word))
        return true;
    return has(node->group, word) || has(node->image.name, word) || has(node->image.version, word) ||
           has(node->image.text(), word) || has(node->address, word) || has(node->healthReason, word);
}

std::optional<Fit> fitOf(const DiagramBox& box, const QStringList& words)
{
    Fit worst = Fit::Exact;
    for (const QString& word : words) {
        std::optional<Fit> fit = fitOfName(box.part, word);
        if (!fit && isFact(box, word))
            fit = Fit::Fact;
        if (!fit)
            return std::nullopt;
        worst = std::max(worst, *fit);
    }
    // "web 1" names web-1, but neither word is all of it.
    return words.size() > 1 ? std::max(worst, Fit::Start) : worst;
}

} // namespace

SearchResult searchDiagram(const Diagram& diagram, const QString& query, int limit)
{
    const QStringList words = query.simplified().split(u' ', Qt::SkipEmptyParts);
    SearchResult result;
    if (words.isEmpty())
        return result;
    std::array<QList<SearchHit>, int(Fit::Fact) + 1> byFit;
    QSet<QString> seen;
    for (int i = 0; i < diagram.boxes.size(); ++i) {
        const DiagramBox& box = diagram.boxes[i];
        if (box.part.isEmpty())
            continue;
        const std::optional<Fit> fit = fitOf(box, words);
        // Both sides of a group are one part.
        if (!fit || (box.kind == BoxKind::Group && seen.contains(box.part)))
            continue;
        if (box.kind == BoxKind::Group)
            seen.insert(box.part);
        ++result.found;
        if (byFit[int(*fit)].size() < limit)
            byFit[int(*fit)] << SearchHit{i, *fit};
    }
    for (const QList<SearchHit>& hits : byFit)
        result.hits << hits.mid(0, limit - result.hits.size());
    return result;
}

} // namespace snowmelt
