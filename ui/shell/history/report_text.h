// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/report.h"
#include "ui/shell/inspector/fact_list.h"

namespace snowmelt {

struct ReportStepText
{
    StepEnd end = StepEnd::NotBegun;
    QString title;
    QString state; ///< "done", "failed"
    QString began; ///< "09:41:07"
    QString took;  ///< "41 ms"; empty: not known
    QStringList observed;
    QStringList commands;
    QString trouble;
};

/// Something a person asked of it while it ran.
struct ReportAskedText
{
    QString at;
    QString what;
    QString refused; ///< why; empty: it was obeyed
};

/// What is said of a deployment that is over, as a value: the page and what is copied from it say the same.
struct ReportText
{
    QString title;
    std::optional<OutcomeKind> outcome;
    QString outcomeLine; ///< "Done", or that it has no end
    QString safety;
    QStringList trouble; ///< what happened, what to do next, and what the other side said
    QList<Fact> facts;   ///< who, when, how long, from, to
    QList<Fact> nodes;   ///< blue and green
    QList<ReportStepText> steps;
    QList<ReportAskedText> asked;
    QStringList edited;   ///< by hand while it ran, with the time it was noticed
    QStringList accepted; ///< warnings, as sentences
    QString failures;     ///< "0 failed of 1,862 requests"
    bool anyFailed = false;
    QList<QStringList> traffic; ///< rows of name, blue, green; the first is the head. Empty: nothing was counted
    QString switchLine;         ///< how long the traffic took to move
    QStringList unseen;         ///< what the counters cannot see
};

ReportText reportText(const DeploymentReport& report);

QString reportPlain(const ReportText& text);
QString reportMarkdown(const ReportText& text);

} // namespace snowmelt
