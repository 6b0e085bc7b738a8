// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"

#include <QSet>

namespace snowmelt {

/// The three answers a reading is made of.
struct HaproxyAnswers
{
    QByteArray info;    ///< show info
    QByteArray servers; ///< show servers state
    QByteArray stat;    ///< show stat
};

/// nullopt: an answer lacks its table or a column the reading is made of.
std::optional<BalancerReading> parseHaproxyReading(const HaproxyAnswers& answers);

/// Is a check of this slot under way right now? Asked of `show servers state`, because `show stat` says nothing of
/// checks while a server is in maint.
bool checkInFlight(const QByteArray& servers, const QString& group, const QString& slot);

} // namespace snowmelt
