// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/editing/new_blueprint.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace snowmelt {

namespace {

/// Of what the file is called, what may be a name: a letter, then letters, digits and hyphens, 31 at most.
QString fleetNameOf(const QString& path)
{
    constexpr int longest = 31;
    static const QRegularExpression others(QStringLiteral("[^a-z0-9]+"));
    static const QRegularExpression ahead(QStringLiteral("^[^a-z]+"));
    static const QRegularExpression behind(QStringLiteral("-+$"));
    QString name = QFileInfo(path).completeBaseName().toLower().replace(others, QStringLiteral("-"));
    name = name.remove(ahead).left(longest).remove(behind);
    return name.isEmpty() ? QStringLiteral("fleet") : name;
}

/// Everything in the lab's folder but what lies directly in it, its blueprint.
QList<NewFleet::Copy> copiesOf(const QDir& lab, const QDir& fleet)
{
    QList<NewFleet::Copy> copies;
    QDirIterator files(lab.path(), QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString from = files.next();
        const QString relative = lab.relativeFilePath(from);
        if (relative.contains(u'/'))
            copies.append({from, fleet.filePath(relative)});
    }
    std::sort(copies.begin(), copies.end(), [](const auto& a, const auto& b) { return a.to < b.to; });
    return copies;
}

QByteArray imagesText(const QList<ImageSource>& images)
{
    QMap<QString, QStringList> versions;
    for (const ImageSource& image : images)
        versions[image.ref.name].append(u'"' + image.ref.version + QStringLiteral("\": ") + image.recipe);
    QByteArray text = "images:\n";
    for (auto image = versions.cbegin(); image != versions.cend(); ++image)
        text += "  " + image.key().toUtf8() + ": {versions: {" + image->join(QStringLiteral(", ")).toUtf8() + "}}\n";
    return text;
}

/// Makes the folder and those above it that are missing, and notes in `made` which it made.
bool makeFolder(const QString& path, QStringList& made)
{
    const QFileInfo folder(path);
    if (folder.isDir())
        return true;
    if (!makeFolder(folder.absolutePath(), made) || !QDir().mkdir(path))
        return false;
    made.append(path);
    return true;
}

} // namespace

NewFleet newFleet(const QString& path, const Blueprint* lab)
{
    NewFleet fleet;
    fleet.text = "snowmelt: 1\nname: " + fleetNameOf(path).toUtf8() + "\nplatform: {kind: podman}\n";
    if (!lab)
        return fleet;
    const auto copies = copiesOf(QFileInfo(lab->path).absoluteDir(), QFileInfo(path).absoluteDir());
    const auto isInTheWay = [](const NewFleet::Copy& copy) { return QFileInfo::exists(copy.to); };
    if (copies.isEmpty() || std::any_of(copies.begin(), copies.end(), isInTheWay))
        return fleet;
    fleet.copies = copies;
    fleet.text += imagesText(lab->images);
    return fleet;
}

bool makeCopies(const QList<NewFleet::Copy>& copies)
{
    QStringList folders; // in the order they were made
    QStringList files;
    for (const auto& [from, to] : copies) {
        if (makeFolder(QFileInfo(to).absolutePath(), folders) && QFile::copy(from, to)) { // replaces nothing
            files.append(to);
            continue;
        }
        for (const QString& file : std::as_const(files))
            QFile::remove(file);
        std::for_each(folders.crbegin(), folders.crend(), [](const QString& folder) { QDir().rmdir(folder); });
        return false;
    }
    return true;
}

} // namespace snowmelt
