// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

#include <QCoreApplication>
#include <QStringList>

namespace snowmelt {

/// What a box looks like in a format that has no pencil of ours: by its line first, by hue only besides.
enum class FigureMark { Healthy, Degraded, Down, Draining, Unknown, Planned, Reached };
FigureMark figureMark(const DiagramBox& box);

/// Colours as "#rrggbb"; the defaults are those of light paper.
struct ExportInk
{
    bool dark = false;
    QString paper = QStringLiteral("#fafbfd");
    QString text = QStringLiteral("#18212e");
    QString sub = QStringLiteral("#4f5b6c");
    QString line = QStringLiteral("#98a2b3");
    QString group = QStringLiteral("#f1f3f7");
    QString blue = QStringLiteral("#1d4fb8");
    QString blueTint = QStringLiteral("#eaf0fc");
    QString green = QStringLiteral("#0e7a55");
    QString greenTint = QStringLiteral("#e3f4ec");
    struct Tone
    {
        QString line;
        QString fill;
    };
    Tone healthy{QStringLiteral("#98a2b3"), QStringLiteral("#ffffff")};
    Tone degraded{QStringLiteral("#9a4a05"), QStringLiteral("#fdf0da")};
    Tone down{QStringLiteral("#b42318"), QStringLiteral("#fce9e7")};

    const Tone& of(FigureMark mark) const;
    QString sideLine(Side side) const; ///< of a container, or of its traffic
    QString sideFill(Side side) const;
};

/// What every file says about itself.
struct ExportHead
{
    QString platform;
    QDateTime date; ///< in the zone whose day is printed; null: not said
    ExportInk ink{};
};

/// A longer name is cut in its middle where nothing wraps it.
inline constexpr int longestLabel = 64;

/// What files of text say about boxes and edges, in the person's language.
class FigureText
{
    Q_DECLARE_TR_FUNCTIONS(FigureText)

public:
    /// The name, then what is worth a line each. `folded`: a group whose nodes are not listed.
    static QStringList lines(const DiagramBox& box, bool folded = false);
    static QString name(const DiagramBox& box);
    static QString edge(const DiagramEdge& edge); ///< empty: nothing to say
    /// `given`: of a fleet whose machines were there before.
    static QString mark(FigureMark mark, bool given = false);
    static QString mood(const DiagramBox& box);       ///< "healthy", "down: connection refused", "not created yet"
    static QString driftBadge(const NodeState& node); ///< "Δ4", "Δ4?", "Δ?": not scanned; empty: none
    /// What a box that stands for all of these is called: "300 groups, web-1 … web-300".
    static QString several(BoxKind kind, const QStringList& names);
    /// "podman · seen 2026-03-04 09:54 UTC · exported 2026-03-05 UTC"
    static QString subtitle(const Diagram& diagram, const ExportHead& head);

private:
    static QStringList groupLines(const GroupFigure& group, bool folded);
    static QString drift(const NodeState& node);
    static bool isGiven(const DiagramBox& box);
};

} // namespace snowmelt
