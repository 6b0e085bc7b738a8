// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>

#include <QList>

#include <optional>

namespace snowmelt {

/// Where somebody looked: what was in the middle, how near, and what was selected.
struct DiagramPlace
{
    QPointF centre; ///< diagram units
    double zoom = 1;
    QString part; ///< selected; empty: none
    bool operator==(const DiagramPlace&) const = default;
};

/// Back and forward through the places somebody has been, as in a browser: going somewhere new forgets what was
/// forward. The last fifty.
class Travels
{
public:
    /// Leaves `from` for somewhere else by a jump: search, selection, fit. A place that is hardly another is not kept.
    void leave(const DiagramPlace& from);
    std::optional<DiagramPlace> back(const DiagramPlace& from);
    std::optional<DiagramPlace> forward(const DiagramPlace& from);
    bool canGoBack() const { return !m_back.isEmpty(); }
    bool canGoForward() const { return !m_forward.isEmpty(); }

private:
    QList<DiagramPlace> m_back;
    QList<DiagramPlace> m_forward;
};

} // namespace snowmelt
