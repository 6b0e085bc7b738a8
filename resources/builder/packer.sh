#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs Packer on a template. Process 1 of private mount and process namespaces: when it ends, everything it started and
# mounted is gone. Usage: packer.sh WORK MARK TEMPLATE [VARIABLE…], the template's folder being WORK/run; on standard
# input the secret variables as a line of JSON and then each as a line "NAME BASE64", or nothing. Leaves in WORK/run what
# Packer makes. A line "MARK STEP" says what begins.
set -eu
umask 022
# Its own, seen by nobody else: what is built must not know on which machine.
echo localhost > /proc/sys/kernel/hostname
echo '(none)' > /proc/sys/kernel/domainname
work=$1
mark=$2
template=$3
shift 3

# What Packer and its provisioners write besides has secrets in it: it must be on no disk, and gone when this ends.
cd "$work"
mount -t tmpfs -o mode=1777 tmpfs /tmp
if [ ! -d "$work" ]; then
    mkdir -p "$work"
    mount --no-canonicalize --rbind . "$work"
fi
export HOME="$work/home" PACKER_CACHE_DIR="$work/cache" TMPDIR=/tmp CHECKPOINT_DISABLE=1
mkdir -p "$HOME" "$PACKER_CACHE_DIR"
mount -t tmpfs -o mode=700 tmpfs "$HOME"
cd "$work/run"
mkdir /tmp/.snowmelt
mount -t tmpfs -o mode=700 tmpfs /tmp/.snowmelt
if IFS= read -r all; then
    printf '%s\n' "$all" > /tmp/.snowmelt/secrets.pkrvars.json
    set -- "$@" -var-file=/tmp/.snowmelt/secrets.pkrvars.json
    # What a template puts into a command line everybody on this machine can read: scripts get them as files.
    export SNOWMELT_SECRETS=/tmp/.snowmelt/secrets
    mkdir "$SNOWMELT_SECRETS"
    while read -r name value; do
        printf '%s\n' "$value" | base64 -d > "$SNOWMELT_SECRETS/$name"
    done
    unset all name value
fi

# Of a process group of its own, which an interrupt reaches as a terminal's would; a shell lets what it starts aside
# ignore them.
packer() {
    setsid env --default-signal=INT,QUIT packer "$@" < /dev/null &
    running=$!
    wait "$running"
}

# Packer takes back what it made elsewhere, machines of a cloud among it, before it ends.
stop() {
    trap '' TERM INT HUP
    [ -z "$running" ] || kill -INT "-$running" || true
    [ -z "$running" ] || wait "$running" || true
    exit 143
}

running=
trap stop TERM INT HUP
printf '%s %s\n' "$mark" version
packer version -machine-readable
printf '%s %s\n' "$mark" validate
packer validate -machine-readable "$@" "$template"
printf '%s %s\n' "$mark" build
packer build -machine-readable -color=false "$@" "$template"
