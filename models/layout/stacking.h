// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace snowmelt::layout {

/// Something in a column, to be set below what stands before it.
struct Stackable
{
    double wish = 0;  ///< where its top would like to be
    double reach = 0; ///< from its top to the top of the next, at least
    double weight = 1;
};

/// Tops in the given order, none above where the one before it reaches, as near to the wishes as can be (least squares;
/// pools of neighbours that push each other move as one). Linear.
QList<double> stackedTops(const QList<Stackable>& column);

} // namespace snowmelt::layout
