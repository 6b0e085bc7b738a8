// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/images/prune_question.h"

#include "models/wording/store_wording.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

constexpr qsizetype namedBuilds = 12;

class PruneWords
{
    Q_DECLARE_TR_FUNCTIONS(PruneWords)

public:
    static Question question(const Pruning& pruning);

private:
    static QStringList names(const QList<ImageRecord>& gone);
};

QStringList PruneWords::names(const QList<ImageRecord>& gone)
{
    QStringList names;
    for (const ImageRecord& image : gone.mid(0, namedBuilds))
        names += tr("%1, %2, own size %3").arg(imageText(image.ref), image.digest.shortHex(), sizeText(image.ownSize));
    if (const qsizetype more = gone.size() - namedBuilds; more > 0)
        names += tr("and %n more, as they are listed", nullptr, int(more));
    return names;
}

Question PruneWords::question(const Pruning& pruning)
{
    const int builds = int(pruning.gone.size());
    const QString title = builds > 0 ? tr("Remove %n build(s)", nullptr, builds)
                                     : tr("Remove %n file(s) that nothing names", nullptr, pruning.blobs);
    return {QStringLiteral("pruneDialog"),
            title,
            pruningText(pruning) + u' ' +
                tr("It is decided once more then: what a node runs, a way back leads to or a build needs by that time "
                   "stays."),
            names(pruning.gone),
            builds > 0 ? tr("A build that was removed comes back only by building it again or importing it.")
                       : QString(),
            tr("&Remove"),
            {}};
}

} // namespace

Question pruneQuestion(const Pruning& pruning)
{
    return PruneWords::question(pruning);
}

} // namespace snowmelt
