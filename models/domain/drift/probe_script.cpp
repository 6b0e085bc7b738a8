// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/left_out.h"
#include "models/domain/drift/probe.h"
#include "models/domain/drift/probe_frames.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <array>

namespace snowmelt {

namespace {

// Names and versions as Debian policy allows them; anything else has no place in a script.
bool isPlain(const QString& text)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9.+:~_-]{1,200}\\z"));
    return plain.match(text).hasMatch();
}

QByteArray knownPackages(const QList<PackageFact>& packages)
{
    QByteArray lines = "\n";
    for (const PackageFact& package : packages) {
        if (isPlain(package.name) && isPlain(package.version))
            lines += package.name.toLatin1() + ' ' + package.version.toLatin1() + '\n';
    }
    return lines;
}

QByteArray knownAccountFiles(const QMap<QByteArray, QByteArray>& files)
{
    QByteArray words = " ";
    for (auto file = files.cbegin(); file != files.cend(); ++file)
        words += file.key() + ':' + file.value() + ' ';
    return words;
}

QByteArray pruned()
{
    QByteArray text;
    for (const QByteArray& folder : leftOutFolders())
        text += (text.isEmpty() ? QByteArray() : QByteArray(" -o ")) + "-path " + shellQuoted(folder);
    return text;
}

// The whole is a function, so that nothing runs before all of it has arrived, and nothing reads the rest of it as
// input.
constexpr auto probeText = R"sh(
LC_ALL=C
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
root=ROOT
packages=PACKAGES
accounts=ACCOUNTS

list_package() {
    printf '= %s\n' "$1"
    cat "/var/lib/dpkg/info/$1.list"
    [ -e "/var/lib/dpkg/info/$1.conffiles" ] || return 0
    printf '%s %s\n' - "$1"
    cat "/var/lib/dpkg/info/$1.conffiles"
}

new_packages() {
    timeout 60 dpkg-query -W -f '${db:Status-Abbrev}\t${binary:Package}\t${Version}\n' |
    while IFS='	' read -r state name version; do
        case $state in i*) ;; *) continue ;; esac
        case $packages in
        *"
$name $version
"*) ;;
        *) list_package "$name" ;;
        esac
    done
}

account_lines() {
    for file in ACCOUNTFILES; do
        [ -f "$file" ] && [ ! -L "$file" ] || continue
        hash=$(sha256sum < "$file")
        case $accounts in *" $file:${hash%% *} "*) continue ;; esac
        [ "$(wc -l < "$file")" -le 2000 ] || continue
        while IFS= read -r line || [ -n "$line" ]; do
            hash=$(printf '%s\n%s' NONCE "$line" | sha256sum)
            printf '%s\t%s\t%s\n' "$file" "${line%%:*}" "${hash%% *}"
        done < "$file"
    done
}

probe() {
    renice -n 10 $$ > /dev/null 2>&1
    ionice -c 3 -p $$ > /dev/null 2>&1
    begin packages
    timeout 60 dpkg-query -W -f '${db:Status-Abbrev}\t${binary:Package}\t${Version}\t${Architecture}\n'
    end packages
    begin newpackages
    new_packages
    end newpackages
    begin users
    timeout 20 cut -d : -f 1,3- /etc/passwd
    end users
    begin groups
    timeout 20 cut -d : -f 1,3- /etc/group
    end groups
    begin accounts
    account_lines
    end accounts
    begin sockets
    timeout 30 ss -H -ltnup
    end sockets
    begin files
    timeout 180 find "$root" -xdev -printf '%y%m\t%U\t%G\t%s\t%D\t%p\0%l\0'
    end files
    begin hashes
    timeout 600 find "$root" -xdev '(' PRUNED ')' -prune -o -type f -print0 |
        timeout 600 xargs -0 -r -n 256 sha256sum -z --
    end hashes
}
probe < /dev/null
exit 0
)sh";

} // namespace

const QList<QByteArray>& accountFilePaths()
{
    static const QList<QByteArray> paths{"/etc/passwd",  "/etc/shadow", "/etc/group",
                                         "/etc/gshadow", "/etc/subuid", "/etc/subgid"};
    return paths;
}

QByteArray makeNonce()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words).toHex();
}

QByteArray probeScript(const ProbeRequest& request)
{
    QByteArray script = probeText;
    script.replace("ROOT", shellQuoted(request.root));
    script.replace("PRUNED", pruned());
    script.replace("NONCE", request.nonce);
    script.replace("ACCOUNTFILES", accountFilePaths().join(' '));
    script.replace("ACCOUNTS", shellQuoted(knownAccountFiles(request.accountFiles)));
    script.replace("PACKAGES", shellQuoted(knownPackages(request.packages)));
    return script.prepend(frameFunctions(request.nonce));
}

} // namespace snowmelt
