// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

#include <QLineF>
#include <QPointF>
#include <QRectF>

#include <variant>

namespace snowmelt {

/// A fleet as boxes and edges with positions, in diagram units (pixels at 100 %). Facts only; who paints finds the
/// words.

struct ClientsFigure
{
    double requestRate = 0; ///< per second, all balancers
    bool operator==(const ClientsFigure&) const = default;
};

struct BalancerFigure
{
    BalancerState state;
    bool operator==(const BalancerFigure&) const = default;
};

/// Made, not started yet, and an operation under way starts it: unknown because it is early, not because nobody could
/// ask.
bool isStarting(const NodeState& node);

/// A group, or one side of it while a deployment runs.
struct GroupFigure
{
    int nodes = 0;  ///< that exist
    int wanted = 0; ///< blueprint's size; for a side: its nodes
    int healthy = 0;
    int down = 0;
    int draining = 0;
    int starting = 0;
    int unseen = 0;     ///< could not be asked
    int reached = 0;    ///< were there before and answer; what they do nobody asks
    int drifted = 0;    ///< with at least one difference
    bool given = false; ///< its hosts were there before
    int sessions = 0;
    double share = 0;        ///< of the group's new traffic
    QList<ImageRef> images;  ///< that its nodes run, each once, in order of nodes
    ImageRef blueprintImage; ///< null: the blueprint does not know the group, or its hosts were there before

    int degraded() const { return nodes - healthy - down - draining - starting - unseen - reached; }
    void count(const NodeState& node); ///< one more that exists
    bool operator==(const GroupFigure&) const = default;
};

struct NodeFigure
{
    NodeState state;
    bool imageAsBlueprint = true; ///< runs what the blueprint says
    bool operator==(const NodeFigure&) const = default;
};

struct DatabaseFigure
{
    DatabaseState state;
    QString replicaOf{}; ///< the database it follows; empty: it is written to itself
    bool operator==(const DatabaseFigure&) const = default;
};

/// Only a blueprint knows of caches: no platform makes one.
struct CacheFigure
{
    QString engine;
    ImageRef image;
    bool operator==(const CacheFigure&) const = default;
};

struct ZoneFigure
{
    QString name;
    int parts = 0; ///< machines and groups in it
    bool operator==(const ZoneFigure&) const = default;
};

/// Node and Cell are both nodes: a cell is a small box in a field of many.
enum class BoxKind { Clients, Balancer, Group, Node, Cell, Database, Cache, Zone };

struct DiagramBox
{
    QString key;  ///< unique: the part, and ":blue" or ":green" for a side of a group, "+2" for its second container
    QString part; ///< what selecting it means: name of a node, group, balancer, database or cache, "clients", or
                  ///< "zone:" and a zone's name; empty: a node that is wanted but has no name yet
    BoxKind kind = BoxKind::Node;
    Side side = Side::None;
    bool planned = false; ///< in the blueprint, not created yet
    int container = -1;   ///< index of the box directly around it: a node's group, a group's or machine's zone
    QRectF rect;
    QString seat;           ///< what its place is called in an Arrangement; empty: it has none of its own
    QStringList zones;      ///< to be said on the box itself: no zone box around it says so
    bool placed = false;    ///< stands where a person put it
    bool collapsed = false; ///< a group without its nodes
    int continues = 0;      ///< n: the nth container more of a group whose own was full
    std::variant<ClientsFigure, BalancerFigure, GroupFigure, NodeFigure, DatabaseFigure, CacheFigure, ZoneFigure> facts;

    Health health() const;         ///< of the machine; a group's is the worst of its nodes
    bool reached() const;          ///< a host that was there before and answers, or a group of such alone
    const NodeState* node() const; ///< of any role; null: clients, groups, caches, zones
    template <typename Facts>
    const Facts* as() const
    {
        return std::get_if<Facts>(&facts);
    }
    bool operator==(const DiagramBox&) const = default;
};

/// Chain: from a balancer to a balancer or cache behind it. Pair: two balancers that stand in for one another, without
/// a direction. Replica: from a database to the one that follows it. Use: from a group to a database or cache.
enum class EdgeKind { Clients, Traffic, Use, Chain, Pair, Replica };

struct DiagramEdge
{
    int from = -1; ///< indices into Diagram::boxes
    int to = -1;
    EdgeKind kind = EdgeKind::Traffic;
    Side side = Side::None;
    bool planned = false;
    double share = 0;    ///< Traffic: of the group's, or of what its balancer passes on to groups; Clients: of all
    int sessions = 0;    ///< Traffic: open now at its end
    bool unseen = false; ///< the balancer could not be asked: nothing is known of it
    bool labelled = false;
    double width = 1; ///< grows with share
    /// From box to box: a start, and for each cubic piece two control points and its end, 3n + 1 in all.
    QList<QPointF> path;
    QPointF labelAt;     ///< centre
    QList<QLineF> walls; ///< pieces of other edges around labelAt: words that would lie on one are not printed there

    QPointF start() const { return path.value(0); }
    QPointF end() const { return path.isEmpty() ? QPointF() : path.constLast(); }
    /// Takes no new traffic: dotted, says how many sessions are left.
    bool idle() const { return kind == EdgeKind::Traffic && share <= 0; }
    bool operator==(const DiagramEdge&) const = default;
};

struct Diagram
{
    QString title;           ///< the fleet's name
    QDateTime observedAt;    ///< null: never
    bool given = false;      ///< its machines were there before: nobody makes or starts them
    QList<DiagramBox> boxes; ///< containers before what they contain; the order a keyboard walks
    QList<DiagramEdge> edges;
    QRectF bounds; ///< of everything with labels and a margin

    bool isEmpty() const { return boxes.isEmpty(); }
    int indexOf(const QString& part) const; ///< the first box of a part; -1: none
    int boxAt(const QPointF& point) const;  ///< innermost; -1: none
    bool operator==(const Diagram&) const = default;
};

} // namespace snowmelt
