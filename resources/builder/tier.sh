#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds one tier. Process 1 of private mount and process namespaces: when it ends, everything it started and mounted
# is gone. Usage: tier.sh WORK CACHE MARK, with what to do below WORK/in (backend/image/staging.cpp writes it).
# Leaves the tier's own files in WORK/upper and what it is in WORK/facts. A line "MARK STEP …" says what begins.
set -eu
umask 022
# Its own, seen by nobody else: what is built must not know on which machine.
if [ -n "${SNOWMELT_ROOTLESS:-}" ]; then # root of a user namespace alone: its files in /proc are another's
    hostname localhost
    domainname '(none)'
else
    echo localhost > /proc/sys/kernel/hostname
    echo '(none)' > /proc/sys/kernel/domainname
fi
cd "$1"
cache=$2
mark=$3
root=$PWD/root

begin() { printf '%s %s\n' "$mark" "$*"; }

# Set where the clock is to show another day in the root: a program that starts others so.
onAnotherDay=

# What touches the image's files runs in its root: outside of it an absolute link of the image leads to a file of this
# machine.
# shellcheck disable=SC2086
rootCommand() {
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 TZ=UTC TERM=dumb \
        DEBIAN_FRONTEND=noninteractive SOURCE_DATE_EPOCH="$SOURCE_DATE_EPOCH" APT_CONFIG=/run/snowmelt/apt.conf \
        chroot "$root" $onAnotherDay "$@"
}

inRoot() { rootCommand "$@" </dev/null; }

# shellcheck source=resources/builder/host_apt.sh
. ./host_apt.sh # staging.cpp puts its text here

# Where the clock is to show another day, mmdebstrap and its apt find a dpkg that does so. mmdebstrap has /bin/sh write to
# descriptors it opens, and dash knows those below ten alone: it gets none of a build host's.
makeRoot() {
    [ -d another-day ] || { mmdebstrap "$@" 7>&-; return; }
    PATH="/usr/another-day:$PATH" mmdebstrap --extract-hook="$PWD/another-day/bring" \
        --aptopt='DPkg::Path "/usr/another-day:/usr/sbin:/usr/bin:/sbin:/bin"' "$@" 7>&-
    made=$?
    rm -rf upper/usr/another-day
    return "$made"
}

# The lock's own folder of packages stands for every mirror; the image gets the sources its lock was made from.
makeLockedOs() {
    cp debs/copied.list facts/sources.list
    makeRoot "$@" "$suite" "$PWD/upper" "$PWD/facts/sources.list" || nameAll apt-cache -o Dir="$PWD/upper"
    cp in/locked-sources upper/etc/apt/sources.list.d/0000sources.list
}

makeOs() {
    begin os
    mkdir -p facts
    sources=$(hostSources)
    [ -d debs ] || keepNoPassword "${SNOWMELT_DEBIAN_MIRROR:-$sources}"
    [ -z "$sources" ] || printf '%s\n' "$sources" > facts/sources.list
    hostAptSettings > facts/apt.conf
    # Whether _apt can reach the work folder must not decide who owns apt's own folders.
    echo 'APT::Sandbox::User "root";' >> facts/apt.conf
    set -- --mode=root --variant=minbase --format=directory --aptopt="$PWD/facts/apt.conf"
    # With sources of its own the packages are installed once those are there.
    hasSources || [ ! -s in/packages ] || set -- "$@" --include="$(paste -sd, in/packages)"
    if [ -d debs ]; then
        makeLockedOs "$@"
        return
    fi
    set -- "$@" "$suite" "$PWD/upper"
    if [ -n "${SNOWMELT_DEBIAN_MIRROR:-}" ]; then
        set -- "$@" "$SNOWMELT_DEBIAN_MIRROR"
    elif [ -s facts/sources.list ]; then
        set -- "$@" "$PWD/facts/sources.list"
    fi
    makeRoot "$@" || nameAll apt-cache -o Dir="$PWD/upper"
}

mountRoot() {
    mkdir -p root
    if [ "$tier" = os ]; then
        mount --bind upper root
    else
        mkdir -p upper overlay-work
        redirects=redirect_dir=off
        [ -z "${SNOWMELT_ROOTLESS:-}" ] || redirects=userxattr # has none either
        mount -t overlay -o "lowerdir=$(cat in/lower),upperdir=upper,workdir=overlay-work" \
            -o "$redirects,metacopy=off,index=off" overlay root
    fi
}

# Nothing written below these ends in the layer. A link in their place would have this machine's folder mounted over.
mountAround() {
    for place in proc dev run tmp; do
        [ ! -L "root/$place" ] || { echo "E: /$place of the image is a link, and must be a folder" >&2; exit 1; }
    done
    mount -t proc proc root/proc
    mount -t tmpfs -o mode=755 tmpfs root/dev
    mount -t tmpfs -o mode=755 tmpfs root/run
    mount -t tmpfs -o mode=1777 tmpfs root/tmp
    for device in null zero full random urandom tty; do
        : > "root/dev/$device"
        mount --bind "/dev/$device" "root/dev/$device"
    done
    ln -s /proc/self/fd root/dev/fd
    ln -s fd/0 root/dev/stdin
    ln -s fd/1 root/dev/stdout
    ln -s fd/2 root/dev/stderr
    mkdir -p root/run/lock root/run/snowmelt/in
    mkdir -m 1777 root/dev/shm
    mount --bind in root/run/snowmelt/in
    mount -o remount,bind,ro root/run/snowmelt/in
}

mountApt() { # FOLDER: where apt keeps its lists and archives
    mkdir -p "$1/archives/partial" "$1/lists/partial"
    mount --bind "$1/archives" root/var/cache/apt/archives
    mount --bind "$1/lists" root/var/lib/apt/lists
    for file in /etc/resolv.conf /etc/hosts; do
        if [ -f "$file" ] && [ -f "root$file" ]; then mount --bind "$file" "root$file"; fi
    done
    {
        hostAptSettings
        echo 'APT::Install-Recommends "false"; APT::Sandbox::User "root"; APT::Update::Error-Mode "any";'
        echo 'Acquire::Languages "none"; Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled "false";'
        echo 'DPkg::Options { "--force-unsafe-io"; "--force-confdef"; "--force-confold"; }; Dpkg::Use-Pty "false";'
        echo 'Dir::Cache::pkgcache ""; Dir::Cache::srcpkgcache ""; Binary::apt-get::APT::Keep-Downloaded-Packages "true";'
    } > root/run/snowmelt/apt.conf
    if [ -f /etc/ssl/certs/ca-certificates.crt ]; then
        cp /etc/ssl/certs/ca-certificates.crt root/run/snowmelt/ca.crt
        echo 'Acquire::https::CAInfo "/run/snowmelt/ca.crt";' >> root/run/snowmelt/apt.conf
    fi
    [ ! -d debs ] || mountDebs
}

mountDebs() {
    mkdir -p root/run/snowmelt/debs
    mount --bind debs root/run/snowmelt/debs
    mount -o remount,bind,ro root/run/snowmelt/debs
    echo 'Dir::Etc::SourceList "/run/snowmelt/debs/mounted.list"; Dir::Etc::SourceParts "/dev/null";' \
        >> root/run/snowmelt/apt.conf
}

unmountApt() {
    for place in etc/resolv.conf etc/hosts var/cache/apt/archives var/lib/apt/lists; do
        ! mountpoint -q "root/$place" || umount "root/$place"
    done
}

chooseDay() {
    [ -d another-day ] || return 0
    another-day/bring "$root" /run/snowmelt
    [ ! -d root/run/snowmelt/another-day ] || onAnotherDay=/run/snowmelt/another-day/run
}

runAll() { # KIND: every file of in/KIND is a command
    for file in "in/$1"/*; do
        [ -f "$file" ] || continue
        begin "$1" "${file##*/}"
        inRoot /bin/sh -e "/run/snowmelt/$file"
    done
}

hasSources() {
    [ -n "$(ls in/sources)" ]
}

addSources() {
    hasSources || return 0
    begin sources
    for file in in/sources/*; do
        folder=/etc/apt/keyrings
        [ "${file%.sources}" = "$file" ] || folder=/etc/apt/sources.list.d
        inRoot install -D -m 0644 "/run/snowmelt/$file" "$folder/${file##*/}"
    done
}

# What packages ask before they start a service. One of the image's own is set aside.
forbidServices() {
    rootCommand /bin/sh -e << 'END'
cd /usr/sbin
[ ! -e policy-rc.d ] && [ ! -L policy-rc.d ] || mv policy-rc.d policy-rc.d.set-aside
printf '#!/bin/sh\nexit 101\n' > policy-rc.d
chmod 755 policy-rc.d
END
}

allowServices() {
    rootCommand /bin/sh -e << 'END'
cd /usr/sbin
rm policy-rc.d
[ ! -e policy-rc.d.set-aside ] && [ ! -L policy-rc.d.set-aside ] || mv policy-rc.d.set-aside policy-rc.d
END
}

installPackages() {
    { [ "$tier" != os ] || hasSources; } && [ -s in/packages ] || return 0
    begin packages
    if [ -d debs ]; then
        mountApt "$PWD/apt"
    else
        mkdir -p "$cache"
        exec 9> "$cache/lock"
        flock 9
        mountApt "$cache"
    fi
    forbidServices
    inRoot apt-get -q update
    # shellcheck disable=SC2046
    inRoot apt-get -q -y install -- $(cat in/packages) || nameAll inRoot apt-cache
    allowServices
    unmountApt
    exec 9>&-
}

addUsers() {
    begin users
    while IFS='	' read -r name home shell; do
        inRoot useradd --system --user-group --no-create-home --home-dir "$home" --shell "$shell" "$name"
    done < in/users
}

placeFiles() {
    begin files
    while IFS='	' read -r number mode owner group path; do
        inRoot install -D -m "$mode" -o "$owner" -g "$group" "/run/snowmelt/in/files/$number" "$path"
    done < in/files.list
}

cleanUp() {
    begin clean
    rootCommand /bin/sh -e -s "$tier" << 'END'
rm -f /etc/ssh/ssh_host_* /etc/apt/apt.conf.d/99mmdebstrap /var/cache/apt/*.bin /var/cache/ldconfig/aux-cache \
    /var/lib/dpkg/*-old /var/cache/debconf/*-old /etc/passwd- /etc/shadow- /etc/group- /etc/gshadow- /etc/.pwd.lock \
    /var/lib/dbus/machine-id
find /var/log -xdev -type f -delete
[ ! -e /etc/machine-id ] || : > /etc/machine-id
if [ "$1" = os ]; then
    rm -f /etc/resolv.conf /etc/hostname /etc/hosts
    : > /etc/resolv.conf
    echo localhost > /etc/hostname
    printf '127.0.0.1 localhost\n::1 localhost\n' > /etc/hosts
fi
# The day of the last password change is the day of the build unless said otherwise.
day=$((SOURCE_DATE_EPOCH / 86400))
if awk -F: -v day="$day" '$3 != "" && $3 != day { found = 1 } END { exit !found }' /etc/shadow; then
    awk -F: -v OFS=: -v day="$day" '$3 != "" { $3 = day } { print }' /etc/shadow > /run/snowmelt/shadow
    cat /run/snowmelt/shadow > /etc/shadow
fi
END
}

recordFacts() {
    begin facts
    mkdir -p facts
    # shellcheck disable=SC2016
    inRoot dpkg-query -W -f '${db:Status-Abbrev}\t${binary:Package}\t${Version}\t${Architecture}\n' > facts/packages
    inRoot cat /etc/passwd > facts/passwd
    inRoot cat /etc/group > facts/group
}

build() {
    tier=$(cat in/tier)
    suite=$(cat in/suite)
    # Locked packages lie in debs/: the mirror, and a password in its address, are nobody's business then.
    [ ! -d debs ] || unset SNOWMELT_DEBIAN_MIRROR
    [ "$tier" != os ] || makeOs
    # Where it may make no devices, mmdebstrap leaves traces of what it used in their place.
    [ "$tier" != os ] || [ -z "${SNOWMELT_ROOTLESS:-}" ] || touch --reference=upper/proc upper/dev
    mountRoot
    mountAround
    chooseDay
    runAll before
    addSources
    installPackages
    addUsers
    placeFiles
    runAll commands
    cleanUp
    recordFacts
}

# What enter.sh asks for: a shell in what a failed build left.
if [ "${4:-}" = enter ]; then
    tier=$(cat in/tier)
    mountRoot
    mountAround
    : "${SOURCE_DATE_EPOCH:=0}"
    rootCommand /bin/sh
    exit
fi

# Process 1 of a namespace ignores signals it has no trap for, and a trap waits for what is in the foreground.
trap 'exit 143' TERM INT HUP
build &
wait "$!"
