// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace snowmelt {

/// What an image comes with.
enum class PaperKind {
    Inventory,  ///< docs/IMAGES.md
    Spdx,       ///< SPDX 2.3, JSON: spdx.github.io/spdx-spec/v2.3
    CycloneDx,  ///< CycloneDX 1.5, JSON: cyclonedx.org/docs/1.5/json
    Provenance, ///< in-toto Statement v1 with SLSA Provenance v1: slsa.dev/spec/v1.0/provenance
    Signature,  ///< of its digest, by ssh-keygen -Y sign
    Packer,     ///< the manifest of the Packer run that made it, JSON
};

/// What an image is written to a file as.
enum class ImageFormat {
    OciArchive, ///< tar of an OCI image layout, for podman load and its kin
    Lxd,        ///< split image for LXD and Incus: FILE.tar is the metadata, FILE.root.tar the root
};

} // namespace snowmelt
