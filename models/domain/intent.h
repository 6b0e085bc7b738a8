// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/ids.h"
#include "models/domain/image/paper.h"
#include "models/domain/planning/control.h"
#include "models/domain/planning/recovery.h"

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
    bool utilisation = false; ///< ask what each node uses as well; Unsupported where the platform cannot say
};
/// Look until cancelled: FleetObserved whenever something changed.
struct WatchIntent
{
    int scanSeconds = 0; ///< scan every node this often; 0: never
};
struct ScanIntent
{
    QStringList nodes;   ///< empty: all
    QDateTime since{};   ///< compare with the last look before this (UTC), not with the birth image; null: the image
    bool full = false;   ///< hash every file anew, whatever is remembered of the last look
    bool accept = false; ///< what is seen now is the baseline of later scans; of nodes that have no birth image
};
/// What differs among nodes that should be alike. Looks at each once, all at the same time.
struct DiffIntent
{
    QString group{};     ///< all nodes of this group, or, when it is empty,
    QStringList nodes{}; ///< these, two or more
    QString baseline{};  ///< one of them; empty: what most of them have
};
/// What earlier scans saw. Asks no node.
struct DriftHistoryIntent
{
    QStringList nodes{}; ///< empty: all
    QString group{};     ///< empty: all
    bool gone = false;   ///< also what is not there any more
};
struct ImagesIntent
{
};
struct BuildIntent
{
    ImageRef image;
    bool fromScratch = false;
    bool prove = false;      ///< build it twice in different surroundings and say what differs; keeps neither build
    bool keepFailed = false; ///< the root of a tier whose command fails stays for a look; not when proving
    QString host{};          ///< built there over SSH, "[user@]host[:port]"; empty: on this machine
};
/// Moves the locks of an image and of the images it rests on to what its sources have now.
struct UpdateLockIntent
{
    ImageRef image;
    bool write = false; ///< false: only say what would change
};
/// What changed from one built image to another.
struct ImageDiffIntent
{
    QString from; ///< "shop@1.0.0", or the beginning of a digest
    QString to;
};
/// Reads all of the image store.
struct VerifyImagesIntent
{
};
/// Builds that nothing needs any more.
struct PruneImagesIntent
{
    bool remove = false; ///< false: only say what would go
    int keep = 2;        ///< of each version, so many of the last builds stay in any case
};
struct ExportImageIntent
{
    ImageRef image;
    ImageFormat format = ImageFormat::OciArchive;
    QString file;
};
/// Takes an image into the store from an OCI archive that Snowmelt wrote.
struct ImportImageIntent
{
    QString file;
};
/// One of the papers of a built image.
struct PaperIntent
{
    ImageRef image;
    PaperKind paper = PaperKind::Spdx;
};
struct SignImageIntent
{
    ImageRef image;
    QString key; ///< file of a private or public ssh key; ssh-agent may hold the private one
};
/// What a person chooses about a deployment beyond its target.
struct DeployOptions
{
    int drainSeconds = 120; ///< how long blue's sessions may last
    int healthSeconds = 60; ///< how long green may take until it is healthy
    Gates gates{};
    bool keepGreen = false;
    QStringList accepted{}; ///< codes of the plan's warnings the person has seen and accepts; others stop the start
};
/// A rebirth of more than one node: the nodes after the first, and how many go at a time.
struct RebirthRound
{
    QStringList then{};   ///< of the same group, in the order in which they are reborn
    int atOnce = 1;       ///< at most; fewer when there are not so many free slots, or too few nodes would be left
    int leastServing = 0; ///< of the nodes that are not being replaced, so many at least take traffic; 0: not asked for
    bool operator==(const RebirthRound&) const = default;
};
/// What a swap, or with `node` a rebirth, would do: of a round its first batch. Changes nothing.
struct PlanIntent
{
    QString group;
    ImageRef to;
    int bakeSeconds = 0;
    DeployOptions options{};
    QString node{};
    RebirthRound round{};
};
struct SwapIntent
{
    QString group;
    ImageRef to;
    int bakeSeconds = 0;
    DeployOptions options{};
};
/// Tells the running deployment of this group something. Works from any process. RollBack and Abort end when the
/// deployment has ended, the others when it has heard.
struct ControlIntent
{
    QString group;
    Command command = Command::RollBack;
    int seconds = 0; ///< of ExtendDrain
};
/// Replaces the node, and those of the round batch by batch, by fresh ones of the same image. Each batch is planned
/// when the one before it is done; the first that does not end well is the last.
struct RebirthIntent
{
    QString node;
    DeployOptions options{};
    RebirthRound round{};
};
/// Deployments nobody works on. Without a way: tells them. With one: takes it for the group's.
struct ResumeIntent
{
    QString group{}; ///< empty: the only one
    std::optional<Way> way{};
};
/// What Snowmelt made for this fleet and nothing refers to. Removes the named ones after looking once more.
struct OrphansIntent
{
    QStringList remove{};
};
/// What a deployment did, from the journal.
struct ReportIntent
{
    OperationId deployment{}; ///< empty: the latest
};
/// The journaled events of an operation, one Recorded each.
struct ReplayIntent
{
    OperationId operation{};
};
struct HistoryIntent
{
    int limit = 50;
};

using Intent = std::variant<UpIntent, DownIntent, StatusIntent, WatchIntent, ScanIntent, DiffIntent, DriftHistoryIntent,
                            ImagesIntent, BuildIntent, PlanIntent, SwapIntent, ControlIntent, RebirthIntent,
                            ResumeIntent, OrphansIntent, ReportIntent, ReplayIntent, HistoryIntent, UpdateLockIntent,
                            ImageDiffIntent, VerifyImagesIntent, PruneImagesIntent, ExportImageIntent,
                            ImportImageIntent, PaperIntent, SignImageIntent>;

/// The command-line spelling: "swap".
QString verbOf(const Intent& intent);
/// What it is about, for people: "web → shop@1.1.0"; empty when the whole fleet.
QString subjectOf(const Intent& intent);

struct Request
{
    Blueprint blueprint;
    Intent intent;
    QString takeOver{}; ///< why the lease is taken from its holder; empty: it is not
};

} // namespace snowmelt
