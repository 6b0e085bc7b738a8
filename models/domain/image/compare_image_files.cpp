// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/compare_parts.h"
#include "models/domain/image/compare_image_parts.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace snowmelt {

namespace {

const QByteArray packageLists = QByteArrayLiteral("/var/lib/dpkg/info/");

/// A name of the number; the number where nobody has one.
template <typename Facts, typename Number>
QString ownerName(const Facts& facts, int id, Number number)
{
    for (const auto& fact : facts)
        if (fact.*number == id)
            return fact.name;
    return QString::number(id);
}

// dpkg lists "/bin/x" where /bin is a link to usr/bin.
QByteArray throughTopLink(const QByteArray& path, const Inventory& inventory)
{
    const qsizetype end = path.indexOf('/', 1);
    const auto top = inventory.files.constFind(path.left(end));
    if (end < 0 || top == inventory.files.constEnd() || top->type != FileType::Link)
        return path;
    return (top->target.startsWith('/') ? QByteArray() : QByteArray("/")) + top->target + path.mid(end);
}

/// What the packages brought that differ.
class PackageFileOwners
{
public:
    void claim(const QByteArray& package, const ImageContents& image)
    {
        const QByteArray base = packageLists + package;
        m_packages.insert(package);
        for (const QByteArray& path : image.texts.value(base + ".list").split('\n'))
            m_packageOf.insert(throughTopLink(path, image.inventory), package);
        for (const QByteArray& path : image.texts.value(base + ".conffiles").split('\n'))
            m_configuration.insert(throughTopLink(path, image.inventory));
    }
    // dpkg asks before it touches configuration, and a folder is many packages': a change there is somebody's.
    QString ownerOf(const ImageDifference& change, bool isFolder) const
    {
        const bool byHand = change.change == ImageChange::Changed &&
                            (isFolder || m_configuration.contains(change.key) || !isContentAlone(change));
        return byHand ? QString() : QString::fromUtf8(ownerOfPath(change.key));
    }

private:
    static bool isContentAlone(const ImageDifference& change)
    {
        static const QStringList brought{QStringLiteral("content"), QStringLiteral("size"), QStringLiteral("target")};
        return std::ranges::all_of(change.fields, [](const QString& field) { return brought.contains(field); });
    }
    /// dpkg's own notes of a package, "libssl3:amd64.md5sums", are in no list.
    QByteArray ownerOfPath(const QByteArray& path) const
    {
        const qsizetype dot = path.lastIndexOf('.');
        const QByteArray package = path.mid(packageLists.size(), dot - packageLists.size());
        if (path.startsWith(packageLists) && dot > packageLists.size() && m_packages.contains(package))
            return package;
        return m_packageOf.value(path);
    }

    QHash<QByteArray, QByteArray> m_packageOf;
    QSet<QByteArray> m_configuration;
    QSet<QByteArray> m_packages;
};

std::optional<ImageDifference> fileDifference(const QByteArray& path, const ImageContents& from,
                                              const ImageContents& to)
{
    const auto was = from.inventory.files.constFind(path);
    const auto is = to.inventory.files.constFind(path);
    if (was == from.inventory.files.constEnd())
        return ImageDifference{ImagePart::File, ImageChange::Added, path, {}, fileFactText(*is, to.inventory)};
    const QString before = fileFactText(*was, from.inventory);
    if (is == to.inventory.files.constEnd())
        return ImageDifference{ImagePart::File, ImageChange::Removed, path, before, {}};
    const QStringList fields = differingFields(*was, *is, from.inventory, to.inventory);
    if (fields.isEmpty())
        return std::nullopt;
    return ImageDifference{ImagePart::File, ImageChange::Changed, path, before, fileFactText(*is, to.inventory),
                           fields};
}

bool isFolder(const Inventory& inventory, const QByteArray& path)
{
    const auto found = inventory.files.constFind(path);
    return found != inventory.files.constEnd() && found->type == FileType::Directory;
}

QList<QByteArray> allPaths(const Inventory& from, const Inventory& to)
{
    QList<QByteArray> paths;
    const QList<QByteArray> were = from.files.keys();
    const QList<QByteArray> are = to.files.keys();
    std::ranges::set_union(were, are, std::back_inserter(paths));
    return paths;
}

} // namespace

QString fileFactText(const FileFact& fact, const Inventory& inventory)
{
    if (fact.type == FileType::Link)
        return QStringLiteral("→ ") + displayText(fact.target);
    QStringList words;
    if (fact.type != FileType::File)
        words.append(fileTypeName(fact.type));
    words += {octalMode(fact.mode), ownerName(inventory.users, fact.uid, &UserFact::uid),
              ownerName(inventory.groups, fact.gid, &GroupFact::gid)};
    if (fact.type == FileType::File)
        words.append(QString::number(fact.size) + QStringLiteral(" B"));
    return words.join(u' ');
}

QStringList differingFields(const FileFact& was, const FileFact& is, const Inventory& from, const Inventory& to)
{
    if (was.type != is.type)
        return {QStringLiteral("type")};
    const bool isLink = was.type == FileType::Link;
    const bool isFile = was.type == FileType::File;
    QStringList fields;
    const auto add = [&fields](const char* field, bool differs) {
        if (differs)
            fields.append(QString::fromLatin1(field));
    };
    const auto owner = [](const FileFact& fact, const Inventory& inventory) {
        return std::pair(fact.uid, ownerName(inventory.users, fact.uid, &UserFact::uid));
    };
    const auto group = [](const FileFact& fact, const Inventory& inventory) {
        return std::pair(fact.gid, ownerName(inventory.groups, fact.gid, &GroupFact::gid));
    };
    add("target", isLink && was.target != is.target);
    add("mode", !isLink && was.mode != is.mode); // a link has none of its own
    add("owner", owner(was, from) != owner(is, to));
    add("group", group(was, from) != group(is, to));
    add("size", isFile && was.size != is.size);
    // Without both hashes nobody knows that it is the same.
    add("content", isFile && (was.sha256 != is.sha256 || was.sha256.isEmpty()));
    return fields;
}

QList<ImageDifference> compareImageFiles(const ImageContents& from, const ImageContents& to,
                                         const QList<ImageDifference>& packages)
{
    PackageFileOwners owners;
    for (const ImageDifference& package : packages)
        for (const ImageContents* image : {&from, &to})
            owners.claim(package.key, *image);
    QList<ImageDifference> changes;
    for (const QByteArray& path : allPaths(from.inventory, to.inventory)) {
        if (isToldAsService(path, from, to))
            continue;
        auto change = fileDifference(path, from, to);
        if (!change)
            continue;
        change->package = owners.ownerOf(*change, isFolder(from.inventory, path) || isFolder(to.inventory, path));
        changes.append(*change);
    }
    return changes;
}

} // namespace snowmelt
