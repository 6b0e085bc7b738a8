// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/pruning.h"

#include <algorithm>
#include <map>

namespace snowmelt {

namespace {

struct Reason
{
    KeepReason reason;
    QStringList args;
};

class Decision
{
public:
    Decision(const QList<StoredBuild>& builds, const ImageNeeds& needs) : m_builds(builds), m_needs(needs) {}

    Pruning make()
    {
        for (qsizetype i = 0; i < m_builds.size(); ++i)
            if (const auto reason = reasonOf(i))
                keep(i, *reason);
        Pruning pruning;
        for (qsizetype i = 0; i < m_builds.size(); ++i) {
            const auto kept = m_kept.find(i);
            if (kept == m_kept.end())
                pruning.gone.append(m_builds[i].image);
            else
                pruning.kept.append({m_builds[i].image, kept->second.reason, kept->second.args});
        }
        return pruning;
    }

private:
    std::optional<Reason> reasonOf(qsizetype at) const
    {
        const StoredBuild& build = m_builds[at];
        const Digest& digest = build.image.digest;
        if (build.newest)
            return Reason{KeepReason::Newest, {}};
        if (isRecent(at) || m_needs.chosen.contains(digest))
            return Reason{KeepReason::Recent, {}};
        if (m_needs.nodes.contains(digest))
            return Reason{KeepReason::NodeRuns, {m_needs.nodes[digest]}};
        if (m_needs.waysBack.contains(digest))
            return Reason{KeepReason::WayBack, {m_needs.waysBack[digest]}};
        if (m_needs.buildRuns && build.image.tier != Tier::Immutable)
            return Reason{KeepReason::BuildRuns, {}};
        if (!m_needs.notAsked.isEmpty())
            return Reason{KeepReason::NotAsked, {m_needs.notAsked}};
        return std::nullopt;
    }

    /// Fewer than `keep` builds of its version are later; of one moment, those further down are.
    bool isRecent(qsizetype at) const
    {
        int later = 0;
        for (qsizetype i = 0; i < m_builds.size(); ++i)
            later += m_builds[i].image.ref == m_builds[at].image.ref && isLater(i, at) ? 1 : 0;
        return later < std::max(1, m_needs.keep);
    }

    bool isLater(qsizetype one, qsizetype other) const
    {
        const QDateTime& a = m_builds[one].image.builtAt;
        const QDateTime& b = m_builds[other].image.builtAt;
        return a == b ? one > other : a > b;
    }

    void keep(qsizetype at, const Reason& reason)
    {
        const auto [place, isNew] = m_kept.try_emplace(at, reason);
        if (!isNew) {
            if (place->second.reason == KeepReason::ParentOf)
                place->second = reason;
            return;
        }
        const qsizetype parent = parentOf(m_builds[at]);
        if (parent >= 0)
            keep(parent, {KeepReason::ParentOf, {m_builds[at].image.ref.text()}});
    }

    qsizetype parentOf(const StoredBuild& build) const
    {
        const QList<Digest> below = build.layers.first(std::max<qsizetype>(0, build.layers.size() - 1));
        const auto found = std::ranges::find_if(m_builds, [&](const StoredBuild& other) {
            return other.image.ref == build.image.parent && other.layers == below;
        });
        return below.isEmpty() || found == m_builds.cend() ? -1 : found - m_builds.cbegin();
    }

    const QList<StoredBuild>& m_builds;
    const ImageNeeds& m_needs;
    std::map<qsizetype, Reason> m_kept;
};

} // namespace

Pruning decidePruning(const QList<StoredBuild>& builds, const ImageNeeds& needs)
{
    return Decision(builds, needs).make();
}

} // namespace snowmelt
