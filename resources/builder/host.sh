# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# What a build host does for a Snowmelt elsewhere: sent to /bin/sh over SSH, with a call of one of these functions behind
# it (backend/buildhost/host_calls.cpp). All it writes lies below $base; a build has $base/build/ID. Whoever works there
# holds ID.use, shared; who keeps the build holds ID.lock, and removes it when nobody listens any more. What is wrong is
# a line "@WORD …" on stderr and the exit status 90.
set -eu
umask 077
trap : HUP PIPE # not ignored: programs that are started would ignore it too
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
base=${XDG_CACHE_HOME:-$HOME/.cache}/snowmelt/buildhost
listens=120 # seconds without a beat until a Snowmelt counts as gone

say() { printf '%s\n' "$*"; }

fail() {
    printf '\n@%s\n' "$*" >&2
    exit 90
}

# Whether root here is root of a user namespace only.
isRootless() {
    read -r _ outside _ < /proc/self/uid_map
    [ "$outside" != 0 ]
}

processor() {
    case $(uname -m) in
    x86_64) say amd64 ;;
    aarch64) say arm64 ;;
    *) uname -m ;;
    esac
}

canOverlay() {
    place=$base/build/.look
    rm -rf "$place"
    mkdir "$place" "$place/lower" "$place/upper" "$place/work" "$place/root"
    options=lowerdir=lower,upperdir=upper,workdir=work
    ! isRootless || options=$options,userxattr
    # shellcheck disable=SC2016
    unshare --mount --propagation private /bin/sh -c 'cd "$1" && mount -t overlay -o "$2" overlay root' \
        sh "$place" "$options" > /dev/null 2>&1 && can=yes || can=no
    rm -rf "$place"
    [ "$can" = yes ]
}

look() { # TIER PROCESSOR KIB: whether a tier can be built here that needs so much space
    case $base in *[!A-Za-z0-9/._+@-]*) fail cannot folder "$base" ;; esac
    mkdir -p "$base/build" "$base/layers" "$base/debs" "$base/apt" || fail cannot folder "$base"
    [ -O "$base" ] || fail cannot folder "$base"
    chmod 700 "$base"
    for each in tar/tar find/findutils sha256sum/coreutils timeout/coreutils awk/mawk unshare/util-linux \
        setpriv/util-linux flock/util-linux mount/mount; do
        command -v "${each%/*}" > /dev/null || fail missing "${each%/*}" "${each#*/}"
    done
    [ "$1" != os ] || command -v mmdebstrap > /dev/null || fail missing mmdebstrap mmdebstrap
    [ "$(processor)" = "$2" ] || fail cannot processor "$(processor)"
    exec 9> "$base/lock"
    flock 9
    canOverlay || fail cannot overlay
    free=$(df -Pk "$base" | awk 'NR == 2 { print $4 }')
    [ "$free" -ge "$3" ] || fail cannot space "$free"
    say "$base"
}

discard() { # FOLDER: of a build, when nobody works there any more
    exec 7> "$1.use"
    flock --wait 60 7 || return 0
    # What an OS tier started does not hold it, and may just be dying.
    tries=10
    until rm -rf --one-file-system "$1" 2> /dev/null; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 0 # the next build here removes it
        sleep 1
    done
    rm -f "$1.use" "$1.lock"
    exec 7>&-
}

sweep() { # with $base/lock held
    for lock in "$base"/build/*.lock; do
        [ -e "$lock" ] || continue
        (
            flock --nonblock 8 || exit 0
            discard "${lock%.lock}"
        ) 8< "$lock"
    done
}

listen() {
    while [ -n "$(timeout "$listens" head -c 1)" ]; do :; done
}

keep() { # ID: holds a build for as long as somebody listens
    exec 9> "$base/lock"
    flock 9
    sweep
    exec 8> "$base/build/$1.lock"
    flock 8
    mkdir "$base/build/$1"
    exec 9>&-
    say kept
    listen || :
    discard "$base/build/$1"
}

enter() { # ID
    [ -d "$base/build/$1" ] || fail gone
    exec 7> "$base/build/$1.use"
    flock --shared 7
    cd "$base/build/$1" 2> /dev/null || {
        rm -f "$base/build/$1.use"
        fail gone
    }
}

lacksLayers() { # HEX…: those that are not here
    for hex; do
        [ -d "$base/layers/$hex" ] || say "$hex"
    done
}

lacksDebs() { # HEX…: those that are not here, or not whole
    for hex; do
        [ -e "$base/debs/$hex" ] || { say "$hex"; continue; }
        [ "$(sha256sum < "$base/debs/$hex")" = "$hex  -" ] || { rm -f "$base/debs/$hex"; say "$hex"; }
    done
}

takeLayer() { # ID HEX SUM: an archive comes in, with this sum, of the layer called so
    enter "$1"
    cat > incoming.tar
    [ "$(sha256sum < incoming.tar)" = "$3  -" ] || fail broken
    rm -rf unpacked
    mkdir -m 755 unpacked
    tar --extract --file incoming.tar --directory unpacked --preserve-permissions --same-owner --numeric-owner \
        --xattrs --xattrs-include='*' --delay-directory-restore --warning=no-unknown-keyword
    rm incoming.tar
    sync -f unpacked
    keepLayer unpacked "$2"
}

keepLayer() { # FOLDER HEX
    mv --no-target-directory "$1" "$base/layers/$2" 2> /dev/null || [ -d "$base/layers/$2" ] || fail broken
}

takeDebs() { # ID: an archive of packages comes in, each called as its hash
    enter "$1"
    rm -rf incoming
    mkdir incoming
    tar --extract --file - --directory incoming --no-same-owner
    for file in incoming/*; do
        [ "$(sha256sum < "$file")" = "${file##*/}  -" ] || fail broken
        mv "$file" "$base/debs/${file##*/}"
    done
    rmdir incoming
}

takeWork() { # ID NUMBER: an archive of a tier's staged work folder comes in
    enter "$1"
    mkdir -m 755 "$2"
    tar --extract --file - --directory "$2" --preserve-permissions --no-same-owner
    [ -e "$2/debs" ] || return 0
    while read -r hex name; do
        ln "$base/debs/$hex" "$2/debs/$name" 2> /dev/null || cp "$base/debs/$hex" "$2/debs/$name"
    done < "$2/debs.list"
    chmod 644 "$2"/debs/*
    say "deb [trusted=yes] copy:$PWD/$2/debs ./" > "$2/debs/copied.list"
}

# Of whoever logs in, only how programs and mirrors are reached: elsewhere.cpp says the same of this machine.
cleanEnvironment() {
    for name in $(env | sed -n 's/^\([A-Za-z_][A-Za-z0-9_]*\)=.*/\1/p'); do
        case $name in
        PATH | PWD | APT_CONFIG | SNOWMELT_DEBIAN_MIRROR | *_proxy | *_PROXY) ;;
        *) unset "$name" ;;
        esac
    done
    export HOME=/root LC_ALL=C.UTF-8 TZ=UTC
}

# When nobody listens any more all of it ends: the script is process 1 of its namespace and takes everything along.
runScript() { # ID NUMBER MARK EPOCH: its lines on stdout, and how it ended as "@ended STATUS" on stderr
    enter "$1"
    cd "$2"
    date +%s > begun
    exec 3<&0 < /dev/null
    (
        cleanEnvironment
        ! isRootless || export SNOWMELT_ROOTLESS=yes
        export TMPDIR="$PWD/tmp" SOURCE_DATE_EPOCH="$4"
        exec setpriv --pdeathsig KILL unshare --mount --uts --pid --fork --kill-child --mount-proc \
            --propagation private /bin/sh tier.sh "$PWD" "$base/apt" "$3" 2>&1 3<&-
    ) &
    child=$!
    (
        listen <&3 || :
        kill -KILL "$child"
    ) > /dev/null 2>&1 7>&- &
    listener=$!
    wait "$child" && status=0 || status=$?
    kill "$listener" 2> /dev/null || :
    printf '\n@ended %s\n' "$status" >&2
}

giveFacts() { # ID NUMBER: an archive of what the script recorded, as far as it came
    enter "$1"
    cd "$2"
    mkdir -p facts
    cd facts
    set --
    for name in packages passwd group names; do
        [ ! -f "$name" ] || set -- "$@" "$name"
    done
    tar --create --file - --files-from /dev/null "$@"
}

# Times as settleTimes() leaves them, members as packTravelled() reads them.
giveLayer() { # ID NUMBER EPOCH: an archive of the tier's own files
    enter "$1"
    cd "$2"
    begun=$(cat begun)
    find upper -mindepth 1 -newermt "@$((begun - 1)).999999999" -exec touch --no-dereference --date="@$3" {} +
    tar --create --file - --directory upper --sort=name --format=posix --numeric-owner --xattrs \
        --xattrs-include=security.capability --xattrs-include='*.overlay.opaque' --one-file-system --anchored \
        --exclude='./dev/*' --exclude='./proc/*' --exclude='./sys/*' --exclude='./run/*' --exclude='./tmp/*' .
}

adoptLayer() { # ID NUMBER HEX: the tier's own files are the layer called so
    enter "$1"
    sync -f "$2/upper"
    keepLayer "$2/upper" "$3"
    say "$base/layers/$3"
}
