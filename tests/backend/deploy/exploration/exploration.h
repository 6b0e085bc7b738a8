// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/plan.h"
#include "tests/backend/deploy/exploration/recipe.h"

#include <QStringList>

namespace snowmelt::test {

/// What came of a recipe. Promises, besides those of WorldWatch, which are looked at all the time:
///
///   traffic   no request fails but by a node that a fault killed
///   told      what is said to be safe is what is so
///   settled   the next start, when nothing is in its way, ends what is open: one side stands whole, the other is gone
///   restart   a restart of the balancer changes nothing about who serves
///   tidy      no slot of a closed deployment points at a node that is gone, nor does it after a restart
///   others    what a hand wrote beside the group's slots is still there
///   open      who does not end a deployment says that both sides stand
///   done      without any trouble it is done
struct Explored
{
    QString broken; ///< "serving: 2 of 3 …"; empty: every promise was kept
    QString story;  ///< the events, line by line, and how the world stands
    int starts = 0; ///< of Snowmelt
};

Explored explore(const Recipe& recipe);

/// Where a deployment without any trouble is at which call.
struct Course
{
    struct Stretch
    {
        StepKind step = StepKind::Check;
        int first = 0; ///< call
        int last = 0;  ///< before the step is told done
    };
    int calls = 0;
    QList<Stretch> steps;
    Stretch stretch(StepKind step) const;
};
Course courseOf(Setting setting);

} // namespace snowmelt::test
