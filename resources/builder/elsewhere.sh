#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a tier's script where all is otherwise that must not change what it makes (docs/IMAGES.md, "Reproducible").
# Process 1 of the script's private namespaces: what is mounted and named here ends with it.
# Usage: elsewhere.sh BYTES WORK/SCRIPT WORK ARGUMENT…, BYTES being about what it will write.
# Leaves WORK/upper and WORK/facts, or WORK/run, as the script does.
set -eu
expected=$(($1 / 1024))
script=$2
work=$3
shift 3
cd "$work"

# Another path, longer; and a file system of another kind, which lists folders in another order.
place=$work/the-same-work-in-a-longer-path-on-a-file-system-of-another-kind
mkdir "$place"
available=$(awk '$1 == "MemAvailable:" { print $2 }' /proc/meminfo)
if [ "$available" -gt $((3 * expected + 262144)) ]; then
    mount -t tmpfs -o "mode=755,size=${available}k" tmpfs "$place"
else
    echo 'not enough memory for a file system of another kind: the order in which folders list is not varied'
fi
cp -a "${script##*/}" "$place"
for given in in tmp debs run; do
    [ ! -d "$given" ] || cp -a "$given" "$place"
done
[ ! -L layer0 ] || cp -a layer[0-9]* "$place"
export TMPDIR="$place/tmp"

echo elsewhere > /proc/sys/kernel/hostname
echo elsewhere.invalid > /proc/sys/kernel/domainname
# Numbers of processes end up in names of files.
[ ! -w /proc/sys/kernel/ns_last_pid ] || echo 4000 > /proc/sys/kernel/ns_last_pid
umask 077
cpu=$(taskset -cp "$$")
cpu=${cpu##* }
cpu=${cpu%%[,-]*}
# The clock shows another second than it did at any time of the first build.
sleep 1

# A signal finds a shell that waits, and reaches what it waits for as well. What a shell starts aside has no standard
# input unless told.
exec 3<&0
trap 'wait; exit 143' TERM INT HUP
setpriv --groups 4242 taskset -c "$cpu" /bin/sh "$place/${script##*/}" "$place" "$@" <&3 3<&- &
wait "$!"
for made in upper facts run; do
    [ -d "$place/$made" ] || continue
    rm -rf "$made"
    cp -a "$place/$made" . &
    wait "$!"
done
