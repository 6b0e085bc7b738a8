// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"

namespace snowmelt {

/// A fleet that has images and no parts yet.
struct NewFleet
{
    /// A file of the lab that its recipes need, and where the new fleet has it.
    struct Copy
    {
        QString from;
        QString to;
        bool operator==(const Copy&) const = default;
    };
    QByteArray text; ///< of the blueprint, which is called after its file
    QList<Copy> copies;
    bool operator==(const NewFleet&) const = default;
};

/// A fleet at `path` that can build what the lab builds: parts need images. `lab` is the lab's blueprint; without one
/// the fleet has no images, and neither where something stands in their way.
NewFleet newFleet(const QString& path, const Blueprint* lab);

/// Makes the copies; false, with nothing left behind, when one cannot be made.
bool makeCopies(const QList<NewFleet::Copy>& copies);

} // namespace snowmelt
