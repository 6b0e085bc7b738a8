// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

#include <QCoreApplication>

namespace snowmelt {

/// What the diagram prints and says, in the person's language.
class Captions
{
    Q_DECLARE_TR_FUNCTIONS(Diagram)

public:
    static QString clients();
    static QString title(const DiagramBox& box);
    /// What a container calls itself, the longest first: "web · blue · shop 1.0.0", "web · blue", "web · B", "web".
    static QStringList groupTitles(const DiagramBox& box);
    static QString sideLetter(Side side);
    static QString kind(const DiagramBox& box); ///< "group"; empty: clients
    static QString notCreated();
    /// Of what is declared and was not seen: made, or looked at, it will be.
    static QString planned(const DiagramBox& box);
    static QString planned(const ImageRef& image);

    static QString groupImages(const GroupFigure& group);
    static QString healthyCount(const GroupFigure& group);
    /// The longest first: "5 / 6 healthy, 1 not seen", "5 / 6 healthy", "5 / 6".
    static QStringList healthyCounts(const GroupFigure& group);
    /// Of a group, the longest first: how many are healthy, or how many there will be.
    static QStringList counts(const DiagramBox& box);
    static QString groupDetail(const DiagramBox& box); ///< what it runs, or how its side does, and where
    static QString zones(const DiagramBox& box);       ///< empty: it has none, or a box around it says so
    static QString driftedCount(int nodes);
    static QString sideState(const GroupFigure& side);

    static QString nodeDetail(const NodeFigure& node);                    ///< left, second line
    static QString nodeValue(const NodeFigure& node, const QString& age); ///< right, second line; may be empty
    /// "Δ4", "Δ0 ?" when something could not be seen, "Δ0 (+2)" with what rules hide; empty: nothing of it is known.
    static QString driftBadge(const NodeState& node);
    static bool isQuietBadge(const NodeState& node);  ///< nothing differs but what rules hide
    static QString driftSeen(const NodeState& node);  ///< "4 differences", "not all seen"
    static QString driftState(const NodeState& node); ///< the same with what rules hide: "no difference (+2 hidden)"
    static QStringList machineLines(const DiagramBox& box, const QString& age); ///< balancer, database
    static QString edgeLabel(const DiagramEdge& edge);
    static QString edgeLabelShort(const DiagramEdge& edge); ///< without words

    static QString zoomLine(double zoom, const QDateTime& observedAt, const QDateTime& now);
    static QString selectedCount(int parts);
    static QString toolTip(const DiagramBox& box); ///< rich text, everything foreign escaped
    static QString spoken(const DiagramBox& box);  ///< one sentence for a screen reader

    static QString nothingOpen();
    static QString nothingDeclared();
    static QString viewName(const QString& fleet);
    static QString viewHelp();
    static QString placingHelp();
    static QString minimapName();
    static QString minimapHint();

    static QString exportSubtitle(const QString& platform, const QDateTime& observedAt);
    static QString legendDrift();
    static QString legendSide(Side side);
    static QString legendIdle();
    static QString legendPlanned(bool given);

private:
    static QString dot(); ///< between two facts on one line
    static QString rate(double perSecond);
    static QStringList reachedCounts(const GroupFigure& group, int all);
    static QStringList facts(const DiagramBox& box);
    static QStringList stateFacts(const DiagramBox& box);
};

/// An observation older than this is no longer called live; below the first its age is not worth a word.
inline constexpr qint64 freshForMs = 5'000;
inline constexpr qint64 staleAfterMs = 10'000;

} // namespace snowmelt
