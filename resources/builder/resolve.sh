#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Asks the mirrors which packages a tier would install now, and installs none. Usage: resolve.sh WORK, with what is
# asked below WORK/in (backend/image/lock_resolver.cpp writes it): tier, suite, packages, sources (empty: this machine's
# own), extra (the recipes' own sources) and status, dpkg's status of the tiers below. Leaves sources, uris and shown in WORK/facts. apt works in WORK/apt
# alone; called again for the next tier it finds its lists there.
set -eu
umask 022
cd "$1"

# shellcheck source=resources/builder/host_apt.sh
. ./host_apt.sh # staging.cpp puts its text here

# When Snowmelt is killed, this shell is, and then what it runs: apt would go on writing to a folder that is swept.
endsWithUs() { setpriv --pdeathsig KILL "$@"; }

suite=$(cat in/suite)
architecture=$(dpkg --print-architecture)
mkdir -p apt/lists/partial apt/archives/partial apt/trusted facts

chooseSources() {
    if [ -s in/sources ]; then
        cat in/sources
    elif [ -n "${SNOWMELT_DEBIAN_MIRROR:-}" ]; then
        case $SNOWMELT_DEBIAN_MIRROR in
            'deb '*) echo "$SNOWMELT_DEBIAN_MIRROR" ;;
            *) echo "deb $SNOWMELT_DEBIAN_MIRROR $suite main" ;;
        esac
    else
        hostSources
    fi
}

# As mmdebstrap has it when this machine knows no mirror for the suite.
defaultSources() {
    echo "deb http://deb.debian.org/debian $suite main"
    echo "deb http://deb.debian.org/debian $suite-updates main"
    echo "deb http://deb.debian.org/debian-security $suite-security main"
}

writeSettings() {
    {
        hostAptSettings
        echo 'Dir::Etc::main "/dev/null"; Dir::Etc::parts "/dev/null";'
        echo 'Dir::Etc::preferences "/dev/null"; Dir::Etc::preferencesparts "/dev/null";'
        echo "Dir::Etc::sourceparts \"$PWD/in/extra\"; Dir::Etc::sourcelist \"$PWD/facts/sources\";"
        echo "Dir::Etc::trustedparts \"$PWD/apt/trusted\";"
        echo "Dir::State \"$PWD/apt\"; Dir::State::lists \"$PWD/apt/lists\"; Dir::State::status \"$PWD/in/status\";"
        echo "Dir::Cache \"$PWD/apt\"; Dir::Cache::archives \"$PWD/apt/archives\"; Dir::Cache::pkgcache \"\";"
        echo 'Dir::Cache::srcpkgcache ""; APT::Install-Recommends "false"; APT::Sandbox::User "root";'
        echo 'APT::Update::Error-Mode "any"; Acquire::Languages "none"; Acquire::ForceHash "SHA256";'
        echo 'Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled "false";'
    } > apt/apt.conf
}

# The sets of packages mmdebstrap's variant "minbase" consists of, as mmdebstrap asks for them.
baseOf() {
    of="?or(?archive(^$suite\$),?codename(^$suite\$)),?architecture($architecture)"
    set -- "?narrow($of,?essential)" "?narrow($of,?priority(required))" apt
    printf '%s\n' "$@"
}

chooseSources > facts/sources
[ -s facts/sources ] || defaultSources > facts/sources
cp /etc/apt/trusted.gpg.d/*.gpg /etc/apt/trusted.gpg.d/*.asc /usr/share/keyrings/debian-archive-*.gpg apt/trusted/ 2>/dev/null || true
writeSettings
export APT_CONFIG="$PWD/apt/apt.conf"
: > facts/uris
: > facts/shown
{
    [ "$(cat in/tier)" != os ] || baseOf
    cat in/packages
} > facts/wanted
[ -s facts/wanted ] || exit 0
endsWithUs apt-get -q update
set --
while read -r wanted; do set -- "$@" "$wanted"; done < facts/wanted
endsWithUs apt-get -q -y --print-uris install -- "$@" > facts/answer || nameAll apt-cache
grep "^'" facts/answer > facts/uris || exit 0
# 'ADDRESS' name_version_architecture.deb SIZE SUM, where a version's colon is written %3a.
set --
# shellcheck disable=SC2013 # none has a space in it
for file in $(sed "s/^'[^']*' //" facts/uris | cut -d ' ' -f 1); do
    version=${file#*_}
    set -- "$@" "${file%%_*}=$(echo "${version%_*}" | sed 's/%3a/:/')"
done
apt-cache show "$@" > facts/shown
