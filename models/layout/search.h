// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"
#include "models/layout/shared_texts.h"

namespace snowmelt {

/// How well a part answers a search; the better first.
enum class Fit {
    Exact,  ///< it is called so
    Start,  ///< its name begins so
    Word,   ///< a word of its name does: "12" in "web-12"
    Inside, ///< somewhere in its name
    Fact,   ///< not in its name: its group, image, address, engine or what is wrong with it
};

struct SearchHit
{
    int box = -1; ///< index into Diagram::boxes
    Fit fit = Fit::Fact;
    bool operator==(const SearchHit&) const = default;
};

struct SearchResult
{
    QList<SearchHit> hits; ///< the best `limit`, ties in the diagram's order; each part once
    int found = 0;         ///< all there are
};

/// What can be searched of boxes. Made once for a fleet as it stands, so that a key typed costs little even among a
/// hundred thousand nodes: it looks at each name, and at each fact once for all that share it.
class SearchIndex
{
public:
    SearchIndex() = default;
    explicit SearchIndex(const Diagram& diagram);

    void add(const DiagramBox& box); ///< a hit names it by how many came before

    /// Every word of `query` must be found, whatever its case; a word may be in the name or in a fact. An empty query
    /// finds nothing.
    SearchResult find(const QString& query, int limit) const;

private:
    struct Entry
    {
        int box;
        int group;           ///< number of the group it stands for; -1: it is none
        qsizetype factsUpTo; ///< in m_factsOf; from where the one before ends
    };
    struct Word;

    int groupNumber(const QString& group);
    std::optional<Fit> fitOf(qsizetype entry, const QList<Word>& words) const;
    bool hasFact(qsizetype entry, const Word& word) const;

    int m_boxes = 0;
    QList<Entry> m_entries; ///< of boxes that are called something
    FoldedTexts m_names;    ///< by entry
    SharedTexts m_facts;
    QList<int> m_factsOf;
    QHash<QString, int> m_groups;
};

/// The same for one search.
SearchResult searchDiagram(const Diagram& diagram, const QString& query, int limit = 50);

} // namespace snowmelt
