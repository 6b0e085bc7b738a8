// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/lock_wording.h"

#include "models/wording/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace snowmelt {
namespace {

class LockWording
{
    Q_DECLARE_TR_FUNCTIONS(LockWording)

public:
    static QString reason(const DueReason& reason);
    static QString lockReason(int packages);
    static QString due(const ImageDue& due);
    static QString expectation(const ImageDue& due);
    static QString change(const ImageDifference& change);
    static QString asked(const ImageDifference& change);
    static QString counted(ImageChange change, int count);
    static QString moved(const QList<ImageDifference>& changes);
};

QString LockWording::lockReason(int packages)
{
    if (packages == 0)
        return tr("its lock changed");
    return tr("%n package(s) of its lock differ", nullptr, packages);
}

QString LockWording::reason(const DueReason& reason)
{
    switch (reason.due) {
    case Due::NeverBuilt:
        return tr("it was never built");
    case Due::RecipeChanged:
        return tr("its recipe changed");
    case Due::FileChanged:
        return tr("%1 changed").arg(reason.args.value(0));
    case Due::ParentChanged:
        return tr("%1, on which it rests, changed").arg(imageText(reason.args.value(0)));
    case Due::ParentDue:
        return tr("%1, on which it rests, will be built anew").arg(imageText(reason.args.value(0)));
    case Due::LockChanged:
        return lockReason(reason.args.value(0).toInt());
    case Due::BuilderChanged:
        return tr("this Snowmelt builds in another way");
    case Due::Damaged:
        return tr("the store no longer has all of it");
    case Due::Asked:
        return tr("you asked for it from scratch");
    }
    return {};
}

QString LockWording::due(const ImageDue& due)
{
    if (due.reasons.isEmpty())
        return {};
    QStringList said;
    for (const DueReason& each : due.reasons)
        said.append(reason(each));
    const bool first = due.reasons.last().due == Due::NeverBuilt;
    const QString why = said.join(QStringLiteral("; "));
    return first ? tr("will be built: %1").arg(why) : tr("will be built anew: %1").arg(why);
}

QString LockWording::expectation(const ImageDue& due)
{
    if (due.reasons.isEmpty())
        return {};
    if (due.expectedFrom == 0)
        return tr("no earlier build says how long that takes");
    return tr("about %1, as %n earlier build(s) took", nullptr, due.expectedFrom).arg(durationText(due.expectedMs));
}

/// What the recipe asks for and what that does to the packages are not the same: the package may have been there.
QString LockWording::asked(const ImageDifference& change)
{
    const QString what = QString::fromUtf8(change.key);
    return change.change == ImageChange::Added ? tr("the recipe asks for %1").arg(what)
                                               : tr("the recipe does not ask for %1 any more").arg(what);
}

QString LockWording::change(const ImageDifference& change)
{
    if (change.part == ImagePart::Recipe)
        return asked(change);
    const QString what = QString::fromUtf8(change.key) + u' ';
    if (change.change == ImageChange::Changed)
        return what + tr("%1, other bytes").arg(change.is);
    const QString arrow = change.was.isEmpty() || change.is.isEmpty() ? QString() : QStringLiteral(" → ");
    return what + change.was + arrow + change.is;
}

QString LockWording::counted(ImageChange change, int count)
{
    switch (change) {
    case ImageChange::Added:
        return tr("%n package(s) added", nullptr, count);
    case ImageChange::Removed:
        return tr("%n package(s) removed", nullptr, count);
    case ImageChange::Newer:
        return tr("%n package(s) newer", nullptr, count);
    case ImageChange::Older:
        return tr("%n package(s) older", nullptr, count);
    case ImageChange::Changed:
        return tr("%n package(s) with other bytes", nullptr, count);
    }
    return {};
}

QString LockWording::moved(const QList<ImageDifference>& changes)
{
    QStringList said;
    for (const ImageChange kind :
         {ImageChange::Added, ImageChange::Removed, ImageChange::Newer, ImageChange::Older, ImageChange::Changed}) {
        const auto count = std::count_if(changes.begin(), changes.end(), [kind](const ImageDifference& change) {
            return change.part == ImagePart::Package && change.change == kind;
        });
        if (count > 0)
            said.append(counted(kind, static_cast<int>(count)));
    }
    const bool recipe = std::any_of(changes.begin(), changes.end(),
                                    [](const ImageDifference& change) { return change.part == ImagePart::Recipe; });
    if (recipe)
        said.append(tr("the recipe asks for something else"));
    return said.isEmpty() ? tr("nothing moved") : said.join(QStringLiteral(", "));
}

} // namespace

QString sentence(const DueReason& reason)
{
    return LockWording::reason(reason);
}

QString dueText(const ImageDue& due)
{
    return LockWording::due(due);
}

QString expectationText(const ImageDue& due)
{
    return LockWording::expectation(due);
}

QString lockChangeText(const ImageDifference& change)
{
    return LockWording::change(change);
}

QString lockMoveText(const QList<ImageDifference>& changes)
{
    return LockWording::moved(changes);
}

} // namespace snowmelt
