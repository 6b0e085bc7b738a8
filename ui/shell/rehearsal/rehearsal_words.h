// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/rehearsal/capacity.h"
#include "ui/shell/rehearsal/start_state.h"

#include <QCoreApplication>

namespace snowmelt {

/// What a rehearsal says of a plan, in the person's language. Functions of values.
class RehearsalWords
{
    Q_DECLARE_TR_FUNCTIONS(Rehearsal)

public:
    static QString position(const Plan& plan, int step); ///< "step 4 of 8: Move traffic"
    static QString spokenStep(const Plan& plan, int step);
    static QString note(const Plan& plan, int step); ///< what bounds it and how it is undone, in a line
    static QString noReturn();                       ///< the point of no return, in words
    static QString typicalTime(const Step& step);    ///< "3.9 s"; empty: not known
    static QString commands(const Plan& plan, const QStringList& commands); ///< one a line, as a person can read them
    static QString capacity(const Capacity& capacity); ///< "never below 3 of 3 nodes, 6 while both exist"
    static QString forecast(const Plan& plan);         ///< time and cost, as far as they are known
    static qint64 batches(const Plan& plan);           ///< of a rebirth in batches, this one and those to follow
    static QString checkCount(const QList<PlanCheck>& checks);
    static QString startButton(const StartState& state);
    static QString startReason(const StartState& state); ///< what stands in the way, or what is accepted; may be empty

private:
    static QString limit(int seconds);
    static QString bounds(const Plan& plan, StepKind kind);
    static QString undo(const Plan& plan, const Step& step);
    static QString names(const QList<PlannedNode>& nodes);
    static QString gates(const Plan& plan);
};

} // namespace snowmelt
