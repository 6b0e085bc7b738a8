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

# Another day, in another year, for what runs in the root: settled file times are the machine's own. What asks others
# over the network keeps the machine's clock: certificates and indexes hold on one day and not on another.
findClock() {
    for library in /usr/lib/*/faketime/libfaketime.so.1; do
        [ -e "$library" ] || continue
        seen=$(LD_PRELOAD=$library FAKETIME=+400d date +%Y 2>&1)
        [ "$seen" != "$(date --date='+400 days' +%Y)" ] || return 0
    done
    return 1
}

bringAnotherDay() { # FOLDER: what tier.sh takes into its root
    mkdir -m 755 "$1"
    cp "$library" "$1/libfaketime.so.1"
    cat > "$1/run" << 'END'
#!/bin/sh
export LD_PRELOAD=/run/snowmelt/another-day/libfaketime.so.1 FAKETIME=+400d NO_FAKE_STAT=1 \
    FAKETIME_DONT_FAKE_MONOTONIC=1
export FAKETIME_SKIP_CMDS="apt,apt-get,apt-cache,apt-key,http,https,ftp,file,copy,store,rred,gpgv,sqv,gpg,\
curl,wget,git,git-remote-http,git-remote-https,ssh"
exec "$@"
END
    # What mmdebstrap finds in its root before dpkg itself.
    cat > "$1/dpkg" << 'END'
#!/bin/sh
export PATH="${PATH#/run/snowmelt/another-day:}"
exec /run/snowmelt/another-day/run /usr/bin/dpkg "$@"
END
    # The library is this machine's own, and the root may be too old for it.
    cat > "$1/bring" << 'END'
#!/bin/sh
# bring ROOT
mkdir -p "$1/run/snowmelt"
cp -r "${0%/*}" "$1/run/snowmelt"
seen=$(chroot "$1" /run/snowmelt/another-day/run date +%Y 2>&1)
[ "$seen" != "$(date --date='+400 days' +%Y)" ] || exit 0
echo "libfaketime does not work in this root, and the day is not varied: $seen"
rm -r "$1/run/snowmelt/another-day"
END
    chmod 755 "$1"/*
}

if [ "${script##*/}" != tier.sh ]; then
    echo 'Packer works with the clock of the machine: the day is not varied'
elif ! findClock; then
    echo 'the package libfaketime is not there: the day is not varied'
else
    bringAnotherDay "$place/another-day"
fi

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
