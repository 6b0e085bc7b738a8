// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/operation.h"

namespace snowmelt {

/// Asked before an image is used: where the blueprint's folder says who may sign (docs/IMAGES.md), one of them must
/// have signed this image. SignatureInvalid {image, signer}. An image that stands for nothing built is not asked about.
Task<Done> checkTrust(OperationPtr operation, ImageRecord image);

} // namespace snowmelt
