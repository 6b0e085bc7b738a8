// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/failures.h"

/// Failed requests, who failed them, and what a balancer's check says, in the person's language.
namespace snowmelt {

/// A local time to hold against logs: "14:02:31" today, else "2026-11-20 14:02"; empty when null.
QString momentText(const QDateTime& at, const QDateTime& now);

QString failureCountText(const Failures& failures); ///< "42 of 1,000 requests failed (4.2 %)", "No request failed"
/// "counted since 09:14:02", and of how many requests when none failed; empty when nobody counted.
QString countedSinceText(const Failures& failures, const QDateTime& now);
QString goneText(qint64 failed);               ///< "3 on nodes that are gone"
QString noNodeText(qint64 failed);             ///< "7 without a node: the balancer answered them itself"
QString countedText(const Counted& counted);   ///< "40 of 90 failed", "at most 40 of 90 failed", "none of 90 failed"
QString atMostHint();                          ///< why it says "at most"
QString checkText(const BalancerCheck& check); ///< "L7STS 503 · Layer7 wrong status · in 2 ms"
/// "down since 14:02:31"; without a time "down".
QString healthSinceText(Health health, const QDateTime& since, const QDateTime& now);

} // namespace snowmelt
