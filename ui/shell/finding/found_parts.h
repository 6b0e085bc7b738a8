// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"
#include "models/layout/search.h"

#include <QMap>

#include <memory>

namespace snowmelt {

struct FoundPart
{
    QString part;
    Fit fit = Fit::Fact;
    QString collapsedIn; ///< group that must be expanded to see it; empty: it is in the diagram
    bool operator==(const FoundPart&) const = default;
};

/// What there is to find in, by value: a large fleet is searched beside the GUI thread.
struct FindSource
{
    std::shared_ptr<const Diagram> diagram;
    FleetState fleet; ///< for the nodes of what is collapsed
    QMap<QString, DriftReport> drift;
};

/// Everything in a fleet that a search may find, made ready for many searches.
class FindIndex
{
public:
    FindIndex() = default;
    explicit FindIndex(const FindSource& source);

    /// The better first: parts of the diagram, nodes of groups that are collapsed, and nodes on which a scan found a
    /// difference in what is called so.
    QList<FoundPart> find(const QString& query) const;

private:
    struct Differing
    {
        int box;
        int key; ///< number of what differs there
    };

    void add(const DiagramBox& box, const QMap<QString, DriftReport>& drift);
    FoundPart foundAt(int box, Fit fit) const;

    SearchIndex m_boxes;
    QStringList m_parts;       ///< by box: those of the diagram, then those that are collapsed
    QStringList m_collapsedIn; ///< of the latter
    SharedTexts m_keys;
    QList<Differing> m_differing; ///< by box
};

} // namespace snowmelt
