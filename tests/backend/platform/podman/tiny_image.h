// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

namespace snowmelt::test {

/// Two images in an OCI layout folder, made in a moment from Debian's busybox-static: "tiny/os@1", and "tiny/web@1"
/// above it, whose PID 1 serves /www on port 8080 and ends at SIGTERM. No mirror, no registry.
struct TinyImages
{
    QString layout;
    ImageRef osRef{QStringLiteral("tiny/os"), QStringLiteral("1")};
    Digest os;
    ImageRef webRef{QStringLiteral("tiny/web"), QStringLiteral("1")};
    Digest web;
};

/// Throws std::runtime_error when /bin/busybox is not there.
TinyImages makeTinyImages(const QString& folder);

} // namespace snowmelt::test
