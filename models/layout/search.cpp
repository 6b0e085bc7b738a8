// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/search.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

namespace snowmelt {

namespace {

/// Is a word's beginning: the character before it is no letter and no digit, or it turns from letters to digits.
bool beginsWord(QStringView name, qsizetype at)
{
    return at == 0 || !name[at - 1].isLetterOrNumber() || name[at - 1].isDigit() != name[at].isDigit();
}

std::optional<Fit> fitOfName(QStringView name, QStringView word)
{
    const qsizetype at = name.indexOf(word);
    if (at < 0)
        return std::nullopt;
    if (at == 0)
        return name.size() == word.size() ? Fit::Exact : Fit::Start;
    for (qsizetype next = at; next >= 0; next = name.indexOf(word, next + 1))
        if (beginsWord(name, next))
            return Fit::Word;
    return Fit::Inside;
}

/// An image's text contains its name and its version.
QStringList factsOf(const DiagramBox& box)
{
    QStringList facts;
    if (const auto* group = box.as<GroupFigure>()) {
        facts << group->blueprintImage.text();
        for (const ImageRef& image : group->images)
            facts << image.text();
    }
    if (const auto* balancer = box.as<BalancerFigure>())
        facts << balancer->state.driver;
    if (const auto* database = box.as<DatabaseFigure>())
        facts << database->state.engine;
    if (const NodeState* node = box.node())
        facts << node->group << node->image.text() << node->address << node->healthReason;
    return facts;
}

} // namespace

struct SearchIndex::Word
{
    QString folded;
    QList<bool> facts; ///< that contain it
};

SearchIndex::SearchIndex(const Diagram& diagram)
{
    m_entries.reserve(diagram.boxes.size());
    for (const DiagramBox& box : diagram.boxes)
        add(box);
}

void SearchIndex::add(const DiagramBox& box)
{
    const int index = m_boxes++;
    if (box.part.isEmpty())
        return;
    m_names.add(box.part);
    const QStringList facts = factsOf(box);
    for (const QString& fact : facts)
        if (!fact.isEmpty())
            m_factsOf << m_facts.add(fact);
    m_entries << Entry{index, box.kind == BoxKind::Group ? groupNumber(box.part) : -1, m_factsOf.size()};
}

/// Both sides of a group are one part.
int SearchIndex::groupNumber(const QString& group)
{
    if (!m_groups.contains(group))
        m_groups.insert(group, int(m_groups.size()));
    return m_groups.value(group);
}

bool SearchIndex::hasFact(qsizetype entry, const Word& word) const
{
    const qsizetype begin = entry == 0 ? 0 : m_entries[entry - 1].factsUpTo;
    return std::any_of(m_factsOf.begin() + begin, m_factsOf.begin() + m_entries[entry].factsUpTo,
                       [&](int fact) { return word.facts[fact]; });
}

std::optional<Fit> SearchIndex::fitOf(qsizetype entry, const QList<Word>& words) const
{
    Fit worst = Fit::Exact;
    for (const Word& word : words) {
        std::optional<Fit> fit = fitOfName(m_names.at(entry), word.folded);
        if (!fit && hasFact(entry, word))
            fit = Fit::Fact;
        if (!fit)
            return std::nullopt;
        worst = std::max(worst, *fit);
    }
    // "web 1" names web-1, but neither word is all of it.
    return words.size() > 1 ? std::max(worst, Fit::Start) : worst;
}

SearchResult SearchIndex::find(const QString& query, int limit) const
{
    SearchResult result;
    QList<Word> words;
    const QStringList typed = query.simplified().toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : typed)
        words << Word{word, m_facts.containing(word)};
    if (words.isEmpty())
        return result;
    std::array<QList<SearchHit>, int(Fit::Fact) + 1> byFit;
    QList<bool> groupFound(m_groups.size(), false);
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const Entry& entry = m_entries[i];
        const std::optional<Fit> fit = fitOf(i, words);
        if (!fit || (entry.group >= 0 && groupFound[entry.group]))
            continue;
        if (entry.group >= 0)
            groupFound[entry.group] = true;
        ++result.found;
        if (byFit[int(*fit)].size() < limit)
            byFit[int(*fit)] << SearchHit{entry.box, *fit};
    }
    for (const QList<SearchHit>& hits : byFit)
        result.hits << hits.mid(0, limit - result.hits.size());
    return result;
}

SearchResult searchDiagram(const Diagram& diagram, const QString& query, int limit)
{
    return SearchIndex(diagram).find(query, limit);
}

} // namespace snowmelt
