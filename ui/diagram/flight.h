// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/viewport.h"

namespace snowmelt {

/// The way from one viewport to another: out far enough to see both ends where they lie apart, then in again, so that
/// an eye can follow. Pure: `at(0)` is the start, `at(1)` the end.
class Flight
{
public:
    Flight(const Viewport& from, const Viewport& to, const QSizeF& view);
    Viewport at(double progress) const;
    int milliseconds() const; ///< a little more for a longer way

private:
    Viewport m_from, m_to;
    QSizeF m_view;
    double m_dip = 0; ///< how much farther out the middle of the way is, as a power of e
};

} // namespace snowmelt
