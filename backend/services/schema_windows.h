// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/operation.h"

#include <QHash>

namespace snowmelt {

/// An image that is asked about.
struct AskedImage
{
    ImageRef ref;
    Digest digest;
};

/// The schema windows of images, by digest; one that says nothing, or is not known here, is an empty window. Of built
/// images what they say of themselves; a simulated fleet has none, and what its recipes say stands for it.
Task<QHash<Digest, SchemaWindow>> schemaWindows(OperationPtr operation, QList<AskedImage> images);

} // namespace snowmelt
