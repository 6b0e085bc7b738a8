// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"

namespace snowmelt {

/// What a trial may have made on a platform: written down before it makes it, gone when all of it is. The file is the
/// build's work folder with ".trial" after it: it is forsaken when nobody holds that folder any more.
struct TrialMark
{
    QString platform; ///< kind
    FleetKey fleet;
    QList<Digest> images; ///< brought to the platform, in this order
    bool operator==(const TrialMark&) const = default;
};

QByteArray renderTrialMark(const TrialMark& mark);
/// Nothing when it is none.
std::optional<TrialMark> parseTrialMark(const QByteArray& json);

QString trialMarkOf(const QString& work);
/// Files of marks whose build is gone. Blocking.
QStringList forsakenTrialMarks(const QString& home);

/// What all trials of this home note, also those that run. Blocking.
QList<TrialMark> trialMarks(const QString& home);

/// Removes the trial's node and network, and the images it brought unless they are kept or a node is made of one.
Task<Done> removeTrial(Platform* platform, TrialMark mark, bool keepImages, CallContext context);

inline const QString trialNode = QStringLiteral("trial-1");

} // namespace snowmelt
