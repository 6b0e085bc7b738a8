#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Opens a shell in the root that a failed build left in this script's folder, below the same mounts and in the same
# namespaces as the build had. What is written there stays until the folder goes. Wants root.
set -eu
cd "$(dirname "$0")"
exec unshare --mount --uts --pid --fork --kill-child --mount-proc --propagation private \
    /bin/sh "$PWD/tier.sh" "$PWD" - - enter
