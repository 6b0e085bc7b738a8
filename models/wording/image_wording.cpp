// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/image_wording.h"

#include "models/domain/drift/drift.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

namespace snowmelt {
namespace {

class ImageWording
{
    Q_DECLARE_TR_FUNCTIONS(ImageWording)

public:
    static QString part(ImagePart part);
    static QString change(ImageChange change);
    static QString trail(const RecipeTrail& trail);
    static QString unknown(const ImageDiff& diff);
    static QString size(qint64 difference);
    static QString filesOfPackages(int count) { return tr("%n file(s) of packages that differ", nullptr, count); }
    static QString count(int count) { return count == 0 ? tr("no difference") : differenceCount(count); }
    static QString aspect(const QString& field);
};

QString ImageWording::part(ImagePart part)
{
    switch (part) {
    case ImagePart::Package:
        return tr("Packages");
    case ImagePart::File:
        return tr("Files");
    case ImagePart::User:
        return tr("Users");
    case ImagePart::Group:
        return tr("User groups");
    case ImagePart::Port:
        return tr("Ports");
    case ImagePart::Service:
        return tr("Services");
    case ImagePart::Recipe:
        return tr("Recipe");
    }
    return {};
}

QString ImageWording::change(ImageChange change)
{
    switch (change) {
    case ImageChange::Added:
        return tr("added");
    case ImageChange::Removed:
        return tr("removed");
    case ImageChange::Newer:
        return tr("newer");
    case ImageChange::Older:
        return tr("older");
    case ImageChange::Changed:
        return tr("changed");
    }
    return {};
}

QString ImageWording::trail(const RecipeTrail& trail)
{
    switch (trail.kind) {
    case RecipeTrailKind::NotAsked:
        return {};
    case RecipeTrailKind::NoGit:
        return tr("Who changed the recipe is not known: git is not installed on this machine.");
    case RecipeTrailKind::NoRepository:
        return tr("Who changed the recipe is not known: it is not kept in git.");
    case RecipeTrailKind::Unreadable:
        return tr("Who changed the recipe is not known: git did not say.");
    case RecipeTrailKind::Between:
        return tr("Who changed the recipe, from git:");
    case RecipeTrailKind::Latest:
        break;
    }
    return trail.commits.isEmpty()
               ? tr("Who changed the recipe is not known: it is in no commit yet.")
               : tr("Not both recipes are in git as they were built. The last commits that touched it:");
}

QString ImageWording::unknown(const ImageDiff& diff)
{
    if (diff.recipeKnownFrom && diff.recipeKnownTo)
        return {};
    if (!diff.recipeKnownFrom && !diff.recipeKnownTo)
        return tr("Whether the recipes differ is not known: neither image was kept with its text.");
    const ImageRecord& without = diff.recipeKnownFrom ? diff.to : diff.from;
    return tr("Whether the recipes differ is not known: %1 was not kept with its text.").arg(imageText(without.ref));
}

QString ImageWording::size(qint64 difference)
{
    if (difference == 0)
        return tr("the same size");
    return (difference > 0 ? QStringLiteral("+") : QStringLiteral("−")) + sizeText(qAbs(difference));
}

QString ImageWording::aspect(const QString& field)
{
    if (field == u"command")
        return tr("command");
    return field == u"order" ? tr("order of start") : fieldText(field);
}

/// Of a version it is plain what differs.
QString aspectsOf(const ImageDifference& difference)
{
    QStringList aspects;
    if (difference.part != ImagePart::Package)
        for (const QString& field : difference.fields)
            aspects.append(ImageWording::aspect(field));
    return aspects.isEmpty() ? QString() : aspects.join(QStringLiteral(", ")) + QStringLiteral(": ");
}

QString shown(const QString& text)
{
    return displayText(text.toUtf8());
}

} // namespace

QString imagePartText(ImagePart part)
{
    return ImageWording::part(part);
}

QString imageChangeText(ImageChange change)
{
    return ImageWording::change(change);
}

QString imageChangeMark(ImageChange change)
{
    switch (change) {
    case ImageChange::Added:
        return QStringLiteral("+");
    case ImageChange::Removed:
        return QStringLiteral("−");
    case ImageChange::Newer:
        return QStringLiteral("▲");
    case ImageChange::Older:
        return QStringLiteral("▼");
    case ImageChange::Changed:
        break;
    }
    return QStringLiteral("~");
}

QString imageDifferenceText(const ImageDifference& difference)
{
    if (difference.change == ImageChange::Added)
        return shown(difference.is);
    if (difference.change == ImageChange::Removed)
        return shown(difference.was);
    const QString values = difference.was == difference.is
                               ? shown(difference.is)
                               : QString(shown(difference.was) + QStringLiteral(" → ") + shown(difference.is));
    return aspectsOf(difference) + values;
}

QString sizeDifferenceText(qint64 from, qint64 to)
{
    return ImageWording::size(to - from);
}

QString packageFilesText(int count)
{
    return count == 0 ? QString() : ImageWording::filesOfPackages(count);
}

QString recipeUnknownText(const ImageDiff& diff)
{
    return ImageWording::unknown(diff);
}

QString sentence(const RecipeTrail& trail)
{
    return ImageWording::trail(trail);
}

QString imageDifferenceCount(int count)
{
    return ImageWording::count(count);
}

} // namespace snowmelt
