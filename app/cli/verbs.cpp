// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb.h"

namespace snowmelt {

QList<Verb> allVerbs()
{
    return {checkVerb(),   upVerb(),           downVerb(),    statusVerb(),      watchVerb(),     scanVerb(),
            diffVerb(),    driftHistoryVerb(), imagesVerb(),  recipeVerb(),      imageDiffVerb(), buildVerb(),
            updateVerb(),  papersVerb(),       signVerb(),    planVerb(),        swapVerb(),      rollbackVerb(),
            pauseVerb(),   continueVerb(),     abortVerb(),   extendDrainVerb(), rebirthVerb(),   resumeVerb(),
            orphansVerb(), reportVerb(),       historyVerb(), exportVerb()};
}

std::optional<Verb> findVerb(const QString& name)
{
    for (const Verb& verb : allVerbs()) {
        if (verb.name == name)
            return verb;
    }
    return std::nullopt;
}

} // namespace snowmelt
