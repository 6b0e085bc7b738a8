// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/ids.h"

#include <QStringList>

#include <variant>

namespace snowmelt {

struct UpIntent
{
};
struct DownIntent
{
    bool volumes = false;
};
/// Look once. Finishes with Differences when the fleet is not what the blueprint says.
struct StatusIntent
{
};
/// Look until cancelled: FleetObserved whenever something changed.
struct WatchIntent
{
};
struct ScanIntent
{
    QStringList nodes; ///< empty: all
};
struct ImagesIntent
{
};
struct BuildIntent
{
    ImageRef image;
    bool fromScratch = false;
};
struct PlanIntent
{
    QString group;
    ImageRef to;
    int bakeSeconds = 0;
};
struct SwapIntent
{
    QString group;
    ImageRef to;
    int bakeSeconds = 0;
};
/// Give a baking deployment of this group its blue back. Works from any process.
struct RollbackIntent
{
    QString group;
};
struct RebirthIntent
{
    QString node;
};
struct HistoryIntent
{
    int limit = 50;
};

using Intent = std::variant<UpIntent, DownIntent, StatusIntent, WatchIntent, ScanIntent, ImagesIntent, BuildIntent,
                            PlanIntent, SwapIntent, RollbackIntent, RebirthIntent, HistoryIntent>;

/// The command-line spelling: "swap".
QString verbOf(const Intent& intent);
/// What it is about, for people: "web → shop@1.1.0"; empty when the whole fleet.
QString subjectOf(const Intent& intent);

struct Request
{
    Blueprint blueprint;
    Intent intent;
};

} // namespace snowmelt
