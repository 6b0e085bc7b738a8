#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a tier's script where all is otherwise that must not change what it makes (docs/IMAGES.md, "Reproducible").
# Process 1 of the script's private namespaces: what is mounted and named here ends with it.
# Usage: elsewhere.sh BYTES WORK/SCRIPT WORK ARGUMENT…, BYTES being about what it will write.
# Leaves WORK/facts and WORK/upper.tar, or WORK/upper, or WORK/run, as the script does.
set -eu
begun=$(date +%s)
expected=$(($1 / 1024))
script=$2
work=$3
shift 3
cd "$work"

# mmdebstrap shows it to its root, and what believes in another day leaves things there.
[ ! -d /dev/shm ] || mount -t tmpfs -o mode=1777 tmpfs /dev/shm

# Another path, longer; and a file system of another kind, which lists folders in another order.
name=the-same-work-in-a-longer-path-on-a-file-system-of-another-kind
place=$work/$name
mkdir -m 755 "$place"
[ ! -L layer0 ] || expected=$((expected + $(du -skcD layer[0-9]* | awk 'END { print $1 }')))
available=$(awk '$1 == "MemAvailable:" { print $2 }' /proc/meminfo)
if [ "$available" -gt $((3 * expected + 262144)) ]; then
    mount -t tmpfs -o "mode=755,size=${available}k" tmpfs "$place"
else
    echo 'not enough memory for a file system of another kind: the order in which folders list is not varied'
fi

# Somebody else: root of a user namespace, whose ids are others outside. Nobody has these.
others=2130706432
holder=
inside() { [ -z "$holder" ] || set -- nsenter --target "$holder" --user --mount --uts "$@"; "$@"; }

enterNamespace() {
    mkfifo ready
    unshare --user --mount --uts --propagation private /bin/sh -c 'echo; exec sleep infinity' > ready 2> /dev/null &
    holder=$!
    read -r _ < ready && echo "0 $others 65536" > "/proc/$holder/uid_map" &&
        echo "0 $others 65536" > "/proc/$holder/gid_map" && tryNamespace && return
    kill "$holder" 2> /dev/null || :
    wait "$holder" 2> /dev/null || :
    holder=
    return 1
}

# A folder that takes the place of another needs attributes that root of a user namespace may set: those of users,
# which Linux before 6.6 does not keep in memory.
tryNamespace() {
    found='command -v mmdebstrap || :' # a folder of programs may be for one user alone
    [ "$(inside /bin/sh -c "$found")" = "$(eval "$found")" ] || return 1
    # shellcheck disable=SC2016
    inside unshare --mount --pid --fork --mount-proc /bin/sh -c 'cd "$1" && mkdir try && cd try &&
        mkdir -p lower/folder upper work root &&
        mount -t overlay -o lowerdir=lower,upperdir=upper,workdir=work,userxattr overlay root &&
        rmdir root/folder && mkdir root/folder && umount root && cd .. && rm -r try' sh "$place" > /dev/null 2>&1
}

# No other user may pass through the folders above the work: it has to be somewhere else.
becomeAnother() {
    shelter=/mnt
    case $work in /mnt/*) shelter=/srv ;; esac
    [ -d "$shelter" ] || return 1
    mount -t tmpfs -o mode=755 tmpfs "$shelter" || return 1
    mkdir -m 755 "$shelter/$name"
    mount --bind "$place" "$shelter/$name"
    real=$place
    place=$shelter/$name
    chown "$others:$others" "$place"
    enterNamespace && return
    umount --recursive "$shelter"
    place=$real
    rm -rf "$place/try"
    chown 0:0 "$place"
    return 1
}

# What another user cannot read: layers, apt's settings. Owners are those of the namespace.
bringEverything() {
    for given in tier.sh in tmp debs; do
        [ ! -e "$given" ] ||
            tar --create --file - "$given" | inside tar --extract --file - --directory "$place"
    done
    for layer in layer[0-9]*; do
        [ -L "$layer" ] || continue
        inside mkdir -m 755 "$place/$layer"
        inside tar --extract --file - --directory "$place/$layer" --preserve-permissions --same-owner --numeric-owner \
            --xattrs --xattrs-include='*' --delay-directory-restore --warning=no-unknown-keyword < "$(readlink "$layer").tar"
    done
    if [ -d /etc/apt ]; then
        inside mkdir -m 755 "$place/settings"
        tar --create --file - --directory /etc apt | inside tar --extract --file - --directory "$place/settings"
        inside mount --bind "$place/settings/apt" /etc/apt
    fi
    # shellcheck disable=SC2016
    [ ! -d debs ] || inside /bin/sh -c 'echo "deb [trusted=yes] copy:$1/debs ./" > "$1/debs/copied.list"' sh "$place"
    # What is said can be opened again as /dev/stdout.
    chown "$others" /proc/self/fd/1 /proc/self/fd/2
    export SNOWMELT_ROOTLESS=yes
}

if [ "${script##*/}" = tier.sh ] && becomeAnother; then
    bringEverything
else
    echo 'no user namespace in which this can be built (or Packer, which takes root): the user id is not varied'
    cp -a "${script##*/}" "$place"
    for given in in tmp debs run; do
        [ ! -d "$given" ] || cp -a "$given" "$place"
    done
    for layer in layer[0-9]*; do
        [ ! -L "$layer" ] || cp -a "$layer" "$place"
    done
fi
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
export LD_PRELOAD="${0%/*}/libfaketime.so.1" FAKETIME=+400d NO_FAKE_STAT=1 FAKETIME_DONT_FAKE_MONOTONIC=1
export FAKETIME_SKIP_CMDS="apt,apt-get,apt-cache,apt-key,http,https,ftp,file,copy,store,rred,gpgv,sqv,gpg,\
curl,wget,git,git-remote-http,git-remote-https,ssh"
exec "$@"
END
    # What mmdebstrap finds in its root before dpkg itself.
    cat > "$1/dpkg" << 'END'
#!/bin/sh
export PATH="${PATH#"${0%/*}":}"
exec "${0%/*}/run" /usr/bin/dpkg "$@"
END
    # The library is this machine's own, and the root may be too old for it. usrmerge takes it for one of the system's
    # unless it is below /usr.
    cat > "$1/bring" << 'END'
#!/bin/sh
# bring ROOT [FOLDER]
folder=${2:-/usr}/another-day
cp -r "${0%/*}" "$1$folder"
seen=$(chroot "$1" "$folder/run" date +%Y 2>&1)
[ "$seen" != "$(date --date='+400 days' +%Y)" ] || exit 0
echo "libfaketime does not work in this root, and the day is not varied: $seen"
rm -r "$1$folder"
END
    chmod 755 "$1"/*
}

if [ "${script##*/}" != tier.sh ]; then
    echo 'Packer works with the clock of the machine: the day is not varied'
elif ! findClock; then
    echo 'the package libfaketime is not there: the day is not varied'
else
    bringAnotherDay another-day
    tar --create --file - another-day | inside tar --extract --file - --directory "$place"
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

# Process 1 with numbers of its own, as the script is at home. The cache is another user's.
startInside() { # CACHE MARK
    # shellcheck disable=SC2016
    inside setpriv --groups 4242 taskset -c "$cpu" unshare --mount --pid --fork --kill-child --mount-proc \
        --propagation private /bin/sh -c 'echo 4000 > /proc/sys/kernel/ns_last_pid || :; exec /bin/sh "$@"' \
        sh "$place/tier.sh" "$place" "$place/cache" "$2"
}

# Times and members as host.sh gives them, as another user's files.
takeOut() {
    # shellcheck disable=SC2016
    inside /bin/sh -e -c 'cd "$1"
        find upper -mindepth 1 -newermt "@$2" -exec touch --no-dereference --date="@$3" {} +
        tar --create --file - --directory upper --sort=name --format=posix --numeric-owner --xattrs \
            --xattrs-include=security.capability --xattrs-include=user.overlay.opaque --one-file-system --anchored \
            --exclude="./dev/*" --exclude="./proc/*" --exclude="./sys/*" --exclude="./run/*" --exclude="./tmp/*" .
    ' sh "$place" "$((begun - 1)).999999999" "$SOURCE_DATE_EPOCH" > upper.tar
    inside tar --create --file - --directory "$place" facts | tar --extract --file - --no-same-owner
}

takeUpper() {
    for made in upper facts run; do
        [ -d "$place/$made" ] || continue
        rm -rf "$made"
        cp -a "$place/$made" .
    done
}

# A signal finds a shell that waits, and reaches what it waits for as well. What a shell starts aside has no standard
# input unless told.
exec 3<&0
trap '[ -z "$holder" ] || kill "$holder" || :; wait; exit 143' TERM INT HUP
if [ -n "$holder" ]; then
    startInside "$@" <&3 3<&- &
    wait "$!"
    takeOut &
else
    setpriv --groups 4242 taskset -c "$cpu" /bin/sh "$place/${script##*/}" "$place" "$@" <&3 3<&- &
    wait "$!"
    takeUpper &
fi
wait "$!"
