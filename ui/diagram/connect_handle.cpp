// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/connect_handle.h"

#include "ui/theme/theme.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int handleSize = 2 * metric::unit - 1; ///< odd: its middle is a whole pixel
constexpr int reachAround = metric::unit / 2;
constexpr int leastCarrier = 4 * metric::unit;

} // namespace

int connectedBox(const Scene& scene, int box)
{
    for (int at = box; at >= 0; at = scene.box(at).container) {
        switch (scene.box(at).kind) {
        case BoxKind::Node:
        case BoxKind::Cell:
            continue;
        case BoxKind::Clients:
        case BoxKind::Zone:
            return -1;
        case BoxKind::Balancer:
        case BoxKind::Group:
        case BoxKind::Database:
        case BoxKind::Cache:
            return at;
        }
    }
    return -1;
}

QRect handlePlace(const QRectF& part, const QSize& view)
{
    const QRectF seen = part & QRectF(QPointF(), view);
    if (seen.width() < leastCarrier || seen.height() < leastCarrier)
        return {};
    const int around = handleSize / 2 + reachAround;
    const int right = std::min(qRound(part.right()), view.width() - 1 - around);
    const int middle = std::clamp(qRound(seen.center().y()), around, view.height() - 1 - around);
    QRect place(0, 0, handleSize, handleSize);
    place.moveCenter({right, middle});
    return place;
}

QRect handleReach(const QRect& handle)
{
    return handle.adjusted(-reachAround, -reachAround, reachAround, reachAround);
}

} // namespace snowmelt
