// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/compare_images.h"

#include "models/domain/drift/drift.h"
#include "models/domain/drift/version_order.h"
#include "models/domain/drift/withheld_text.h"
#include "models/domain/image/compare_image_parts.h"
#include "models/domain/line_diff.h"

#include <algorithm>

namespace snowmelt {

namespace {

using PackagesByName = QMap<QByteArray, PackageFact>;

PackagesByName byName(const Inventory& inventory)
{
    PackagesByName packages;
    for (const PackageFact& package : inventory.packages)
        packages.insert(package.name.toUtf8(), package);
    return packages;
}

ImageChange versionChange(const QString& was, const QString& is)
{
    const std::weak_ordering order = versionOrder(was, is);
    return order < 0 ? ImageChange::Newer : order > 0 ? ImageChange::Older : ImageChange::Changed;
}

ImageDifference packageChange(const QByteArray& name, const PackageFact& was, const PackageFact& is)
{
    ImageDifference change{ImagePart::Package, versionChange(was.version, is.version), name, was.version, is.version};
    if (was.version != is.version)
        change.fields.append(QStringLiteral("version"));
    if (was.architecture == is.architecture)
        return change;
    change.fields.append(QStringLiteral("architecture"));
    change.was += u' ' + was.architecture;
    change.is += u' ' + is.architecture;
    return change;
}

QList<ImageDifference> comparePorts(const Inventory& from, const Inventory& to)
{
    QList<ImageDifference> changes;
    const auto tell = [&changes](const QList<int>& ports, const QList<int>& others, ImageChange change) {
        for (const int port : ports)
            if (!others.contains(port))
                changes.append({ImagePart::Port, change, QByteArray::number(port), {}, {}});
    };
    tell(from.ports, to.ports, ImageChange::Removed);
    tell(to.ports, from.ports, ImageChange::Added);
    std::ranges::sort(changes, {}, [](const ImageDifference& one) { return one.key.toInt(); });
    return changes;
}

bool isRegular(const Inventory& inventory, const QByteArray& path)
{
    const auto found = inventory.files.constFind(path);
    return found != inventory.files.constEnd() && found->type == FileType::File;
}

} // namespace

QList<ImageDifference> comparePackages(const Inventory& from, const Inventory& to)
{
    const PackagesByName were = byName(from);
    const PackagesByName are = byName(to);
    PackagesByName all = were;
    all.insert(are);
    QList<ImageDifference> changes;
    for (auto package = all.cbegin(); package != all.cend(); ++package) {
        const QByteArray& name = package.key();
        if (!were.contains(name))
            changes.append({ImagePart::Package, ImageChange::Added, name, {}, package->version});
        else if (!are.contains(name))
            changes.append({ImagePart::Package, ImageChange::Removed, name, package->version, {}});
        else if (were[name] != are[name])
            changes.append(packageChange(name, were[name], are[name]));
    }
    return changes;
}

// Text by text, so that what is withheld on one side is withheld on the other in the same way.
QList<ImageDifference> compareRecipes(const QByteArray& from, const QByteArray& to)
{
    QList<ImageDifference> changes;
    int lineWas = 0;
    int lineIs = 0;
    const QString was = withoutSecrets(QString::fromUtf8(from));
    const QString is = withoutSecrets(QString::fromUtf8(to));
    const int allLines = int(was.count(u'\n') + is.count(u'\n')) + 2;
    for (const DiffLine& line : lineDiff(was, is, allLines)) {
        lineWas += line.kind == DiffLine::Kind::Added ? 0 : 1;
        lineIs += line.kind == DiffLine::Kind::Removed ? 0 : 1;
        if (line.kind == DiffLine::Kind::Removed)
            changes.append({ImagePart::Recipe, ImageChange::Removed, QByteArray::number(lineWas), line.text, {}});
        if (line.kind == DiffLine::Kind::Added)
            changes.append({ImagePart::Recipe, ImageChange::Added, QByteArray::number(lineIs), {}, line.text});
    }
    return changes;
}

QList<QByteArray> textsWanted(const Inventory& mine, const Inventory& other)
{
    QList<QByteArray> paths;
    for (auto file = mine.files.lowerBound(serviceFolder);
         file != mine.files.end() && file.key().startsWith(serviceFolder); ++file)
        paths.append(file.key());
    for (const ImageDifference& package : comparePackages(mine, other))
        for (const char* list : {".list", ".conffiles"})
            paths.append("/var/lib/dpkg/info/" + package.key + list);
    paths.removeIf([&mine](const QByteArray& path) { return !isRegular(mine, path); });
    return paths;
}

ImageDiff compareImages(const ImageContents& from, const ImageContents& to)
{
    ImageDiff diff{
        from.record,           to.record, comparePackages(from.inventory, to.inventory), from.recipe.has_value(),
        to.recipe.has_value(), {}};
    diff.differences += compareImageFiles(from, to, diff.differences);
    diff.differences += compareAccounts(from.inventory, to.inventory);
    diff.differences += comparePorts(from.inventory, to.inventory);
    diff.differences += compareServices(from, to);
    if (from.recipe && to.recipe)
        diff.differences += compareRecipes(*from.recipe, *to.recipe);
    return diff;
}

OutcomeKind outcomeOf(const ImageDiff& diff)
{
    if (!diff.differences.isEmpty())
        return OutcomeKind::Differences;
    const bool knowAll = (diff.recipeKnownFrom && diff.recipeKnownTo) || diff.from.digest == diff.to.digest;
    return knowAll ? OutcomeKind::Done : OutcomeKind::Incomplete;
}

} // namespace snowmelt
