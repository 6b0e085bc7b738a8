// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/probe_tally.h"
#include "models/domain/error.h"
#include "models/domain/planning/plan.h"
#include "models/domain/planning/traffic.h"

#include <optional>

namespace snowmelt {

/// A check of Gates::checks that a green failed twice in a row.
struct FailedCheck
{
    QString node;
    QString check; ///< as the gates have it
    QString said;  ///< verbatim
};

/// What gates are judged by.
struct GateFacts
{
    int greens = 0;
    int greensUp = 0; ///< by the balancer
    QString healthPath;
    ProbeTally::Unwell unwell;
    SideTraffic blue;  ///< probes: before the switch
    SideTraffic green; ///< since the switch
    int blueAnswers = 0;
    int greenAnswers = 0; ///< of our own probes, that the percentiles are made of
    std::optional<FailedCheck> failedCheck;
};

struct GateVerdict
{
    QList<GateReading> readings;  ///< of the gates that are on, "health" first
    std::optional<Error> tripped; ///< GateTripped {gate, measured, limit, node}
};

/// Pure. That a green is down by the balancer is no matter of this: greenStillUp() says it in more words.
GateVerdict judge(const Gates& gates, const GateFacts& facts);

/// Differences below this are noise, whatever the factor: two fast answers may differ tenfold.
constexpr int latencyFloorMs = 20;
/// Fewer answers of our own have no percentile to speak of.
constexpr int leastAnswers = 10;

} // namespace snowmelt
