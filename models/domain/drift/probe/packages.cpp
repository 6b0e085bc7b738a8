// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/piece.h"

#include <algorithm>

namespace snowmelt {

namespace {

// Where the records are says which tool keeps them: any of the tools may be installed besides.
constexpr auto packagesText = R"sh(
apk=/lib/apk/db/installed
[ -e "$apk" ] || apk=/usr/lib/apk/db/installed
if [ -s /var/lib/dpkg/status ]; then
    timeout 60 dpkg-query -W -f '${db:Status-Abbrev}\t${binary:Package}\t${Version}\t${Architecture}\t${db-fsys:Last-Modified}\n'
elif [ -e "$apk" ]; then
    echo apk
    timeout 60 sed -n -e 's/^[PVA]:/&/p' -e '/^$/p' "$apk"
elif [ -d /var/lib/rpm ] || [ -d /usr/lib/sysimage/rpm ]; then
    echo rpm
    timeout 60 rpm -qa --nosignature --nodigest --qf '%{NAME}\t%|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\t%{ARCH}\t%{INSTALLTIME}\n'
else
    echo "no package records were found" >&2
    (exit 127)
fi
)sh";

constexpr auto newPackagesText = R"sh(
timeout 60 dpkg-query -W -f '${db:Status-Abbrev}\t${binary:Package}\t${Version}\n' |
while IFS='	' read -r state name version; do
    case $state in i*) ;; *) continue ;; esac
    case $packages in
    *"
$name $version
"*) ;;
    *) printf '%s\n' "$name" ;;
    esac
done |
timeout 60 sh -c '
while read -r name; do
    printf "= %s\n" "$name"
    cat "/var/lib/dpkg/info/$name.list"
    [ -e "/var/lib/dpkg/info/$name.conffiles" ] || continue
    printf "%s %s\n" - "$name"
    cat "/var/lib/dpkg/info/$name.conffiles"
done
exit 0'
)sh";

bool readDpkg(const QByteArray& body, ProbeFacts& facts)
{
    for (const QByteArray& line : nonEmptyLines(body)) {
        const QList<QByteArray> words = line.split('\t'); // state, name, version, architecture, time
        if (words.size() < 4 || words.size() > 5 || words.at(0).size() < 2)
            return false;
        const char state = words.at(0).at(1); // what it is, not what it was asked to be
        if (state == 'n' || state == 'c')
            continue; // not installed; only configuration left
        PackageFact package{QString::fromUtf8(words.at(1)), QString::fromUtf8(words.at(2)),
                            QString::fromUtf8(words.at(3))};
        if (state != 'i')
            package.version += u" (" + QString::fromUtf8(words.at(0)).trimmed() + u')';
        if (const auto time = wholeNumber(words.value(4)))
            facts.packageTimes.insert(package.name, *time);
        facts.packages.append(package);
    }
    return true;
}

// Some are there in several versions or architectures: kernels, libraries for 32 bits.
void addTo(QMap<QString, PackageFact>& packages, const PackageFact& package)
{
    const auto join = [](const QString& some, const QString& more) {
        QStringList all = some.split(u' ', Qt::SkipEmptyParts) + QStringList{more};
        all.sort();
        all.removeDuplicates();
        return all.join(u' ');
    };
    PackageFact& known = packages[package.name];
    known = {package.name, join(known.version, package.version), join(known.architecture, package.architecture)};
}

bool readRpm(const QByteArray& body, ProbeFacts& facts)
{
    QMap<QString, PackageFact> packages;
    for (const QByteArray& line : nonEmptyLines(body)) {
        const QList<QByteArray> words = line.split('\t'); // name, version, architecture, time
        if (words.size() != 4 || words.at(0).isEmpty() || words.at(1).isEmpty())
            return false;
        const QString name = QString::fromUtf8(words.at(0));
        addTo(packages, {name, QString::fromUtf8(words.at(1)), QString::fromUtf8(words.at(2))});
        if (const auto time = wholeNumber(words.at(3)))
            facts.packageTimes.insert(name, qMax(*time, facts.packageTimes.value(name)));
    }
    facts.packages = packages.values();
    return true;
}

// Records of P:, V: and A: lines, parted by empty ones. They do not say when a package was installed.
bool readApk(const QByteArray& body, ProbeFacts& facts)
{
    QMap<QString, PackageFact> packages;
    PackageFact package;
    const auto finish = [&packages, &package] {
        const bool whole = package.name.isEmpty() == package.version.isEmpty();
        if (whole && !package.name.isEmpty())
            addTo(packages, package);
        package = {};
        return whole;
    };
    for (const QByteArray& line : body.split('\n')) {
        if (line.isEmpty()) {
            if (!finish())
                return false;
            continue;
        }
        const QString value = QString::fromUtf8(line.mid(2));
        if (line.startsWith("P:"))
            package.name = value;
        else if (line.startsWith("V:"))
            package.version = value;
        else if (line.startsWith("A:"))
            package.architecture = value;
        else
            return false;
    }
    const bool ended = finish();
    facts.packages = packages.values();
    return ended;
}

QString readInstalled(const QByteArray& body, ProbeFacts& facts)
{
    const bool understood = body.startsWith("apk\n")   ? readApk(body.mid(4), facts)
                            : body.startsWith("rpm\n") ? readRpm(body.mid(4), facts)
                                                       : readDpkg(body, facts);
    std::ranges::sort(facts.packages, {}, &PackageFact::name);
    return understood ? QString() : nonsense();
}

QString readPackageFiles(const QByteArray& body, ProbeFacts& facts)
{
    QString package;
    bool isConfiguration = false;
    for (const QByteArray& line : nonEmptyLines(body)) {
        if (line.startsWith("= ") || line.startsWith("- ")) {
            package = QString::fromUtf8(line.mid(2));
            isConfiguration = line.startsWith('-');
            facts.packageFiles[package];
        } else if (package.isEmpty()) {
            return nonsense();
        } else if (line.startsWith('/')) {
            PackageFiles& files = facts.packageFiles[package];
            (isConfiguration ? files.configuration : files.paths).insert(line);
        }
    }
    return {};
}

} // namespace

QList<ProbePiece> packagePieces()
{
    return {
        {"packages", DriftSection::Packages, ProbePiece::OnItsOwn, packagesText, readInstalled, 200'000},
        {"newpackages", DriftSection::Packages, ProbePiece::OnItsOwn, newPackagesText, readPackageFiles, 1'000'000}};
}

} // namespace snowmelt
