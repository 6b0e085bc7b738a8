// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

#include <memory>

class QWidget;

namespace snowmelt::bench {

inline constexpr QSize viewSize(1600, 1000);

/// One way of drawing a diagram on the screen. Each call returns when the screen shows it.
class Contender
{
public:
    virtual ~Contender() = default;
    virtual void show(std::shared_ptr<const Diagram> diagram) = 0; ///< the first one, or one with other boxes
    virtual void look(double zoom, const QPointF& centre) = 0;     ///< sharply
    virtual void pan(const QPoint& pixels) = 0;
    virtual void zoom(double factor) = 0; ///< about the middle; may come unsharp
    virtual void redraw() = 0;            ///< everything, sharply
    virtual int pick(const QPoint& pixel) = 0;
    /// The same boxes with other facts.
    virtual void change(std::shared_ptr<const Diagram> diagram) = 0;
};

std::unique_ptr<Contender> makeOurs();
std::unique_ptr<Contender> makeBaseline();

} // namespace snowmelt::bench
