// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/packer/packer_secrets.h"

namespace snowmelt {

class SshAsker;

/// Values of secret variables of Packer templates from whom hosts' passwords come from: memory, the keyring, a person.
/// `asker` outlives it.
SecretSource templateSecrets(SshAsker* asker);

} // namespace snowmelt
