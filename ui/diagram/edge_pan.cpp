// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/edge_pan.h"

#include "ui/diagram/diagram_view.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

constexpr int turnMs = 16;
constexpr double zoneWidth = 4 * metric::unit;
constexpr double widestZone = 0.25; ///< of the view: a small one keeps a middle
constexpr double fastest = 16;      ///< pixels a turn

/// Towards what lies beyond `at`. By the square: who only comes near the edge is not carried off.
double stepAt(double at, double size)
{
    const double zone = std::min(zoneWidth, size * widestZone);
    if (zone <= 0)
        return 0;
    const double before = std::clamp((zone - at) / zone, 0.0, 1.0);
    const double behind = std::clamp((at - (size - zone)) / zone, 0.0, 1.0);
    return std::ceil(fastest * before * before) - std::ceil(fastest * behind * behind);
}

} // namespace

QPointF edgePan(const QPointF& mouse, const QSizeF& view)
{
    return {stepAt(mouse.x(), view.width()), stepAt(mouse.y(), view.height())};
}

EdgePan::EdgePan(DiagramView* view) : m_view(view)
{
    m_turn.setInterval(turnMs);
    QObject::connect(&m_turn, &QTimer::timeout, &m_turn, [this] { m_view->panBy(edgePan(m_mouse, m_view->size())); });
}

void EdgePan::hold(const QPointF& mouse)
{
    m_mouse = mouse;
    if (edgePan(mouse, m_view->size()).isNull())
        m_turn.stop();
    else if (!m_turn.isActive())
        m_turn.start();
}

} // namespace snowmelt
