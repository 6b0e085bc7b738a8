// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image_record.h"
#include "models/domain/inventory.h"

namespace snowmelt {

/// A distribution, as os-release(5) of a root says it.
struct Distribution
{
    QString vendor;   ///< ID: "debian"; empty: not said
    QString codename; ///< VERSION_CODENAME: "bookworm"; empty: not said
    bool operator==(const Distribution&) const = default;
};
Distribution parseOsRelease(const QByteArray& text);

/// A file that a recipe put into the image; of no package. SPDX 2.3 asks for SHA-1 as well.
struct BillFile
{
    QByteArray path; ///< absolute
    QByteArray sha1; ///< hex
    QByteArray sha256;
    bool operator==(const BillFile&) const = default;
};

/// What a bill of materials (SBOM) of an image is made from. The same bill for the same values.
struct Bill
{
    ImageRecord image;
    QList<PackageFact> packages;
    Distribution distribution;
    Digest parent;           ///< null: none, or its build is not known
    bool filesKnown = false; ///< whether `files` are all that its recipe and its parents' put there
    QList<BillFile> files{}; ///< by path
    QString snowmelt;        ///< version of what writes the bill
};

/// "pkg:deb/debian/libstdc%2B%2B6@12.2.0-14?arch=amd64&distro=bookworm": github.com/package-url/purl-spec, type deb.
QString packageUrl(const PackageFact& package, const Distribution& distribution);
/// Without the architecture that dpkg adds to names: "libc6".
QString packageName(const PackageFact& package);

/// SPDX 2.3 as JSON: spdx.github.io/spdx-spec/v2.3.
QByteArray renderSpdx(const Bill& bill);
/// CycloneDX 1.5 as JSON: cyclonedx.org/docs/1.5/json.
QByteArray renderCycloneDx(const Bill& bill);

} // namespace snowmelt
