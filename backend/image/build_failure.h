// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/domain/ids.h"

#include <QByteArray>

namespace snowmelt {

/// How a tier's build ended, as its script told.
struct BuildEnd
{
    ImageRef image;
    QString step;    ///< what had begun last: "os", "packages", "commands 002"
    QString command; ///< that step for people
    int exitStatus = 0;
    QByteArray output;  ///< both streams, in the order they were read
    QString folder;     ///< where it was working
    QByteArray names{}; ///< of all packages the mirrors have, one a line; empty: not known
};

/// Says why: PackageNotFound {package}, with names near it {package, "", name…}; MirrorUnreachable, MirrorStale
/// {address}, DiskFull, or BuildCommandFailed with the last lines.
Error buildFailure(const BuildEnd& end);

} // namespace snowmelt
