#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What building a tier and resolving its lock both ask of this machine's apt. Wants $suite.
# shellcheck disable=SC2154

# The machine's own answers to "which mirror, through which proxy".
hostSources() {
    # shellcheck disable=SC2016
    apt-get indextargets --format '$(ORIGIN) $(COMPONENT) $(RELEASE) deb $(REPO_URI) $(RELEASE) main' \
        'Created-By: Packages' 2>/dev/null |
        sed -En "s#^Debian main $suite(-updates|-security)? (deb https?://.*)#\\2#p" | LC_ALL=C sort -u
}

# Without a lock an image gets the address of its mirror, and programs get it as an argument.
keepNoPassword() { # ADDRESSES
    # Only before the first slash: a path may have an @ of its own. By bytes: a password may be in any encoding.
    if printf '%s\n' "$1" | LC_ALL=C grep -Eq '://[^/[:space:]]*@'; then
        echo 'E: There is a password in the address of the mirror' >&2
        exit 1
    fi
}

hostAptSettings() {
    apt-config dump | grep -E '^Acquire::((http|https)::|Check-|ForceIPv)' || true
}

# What a misspelt package may have been called: asked of the lists apt has just read.
nameAll() { # COMMAND...: what comes before "pkgnames"
    status=$?
    mkdir -p facts
    "$@" pkgnames > facts/names 2>/dev/null || true
    exit "$status"
}
