// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/items/timeline.h"

#include <QList>
#include <QPointF>
#include <QString>

namespace snowmelt {

/// One line of a chart. Hue and dash say the side, and so does the letter at its end.
struct ChartLine
{
    Side side = Side::None; ///< None: both together, in ink
    bool thin = false;      ///< beside the main one of its side: our own probes
    QString label;          ///< at its end: "B 118"
    QList<QPointF> points;  ///< x: ms since the epoch, y: the value
};

enum class ChartKind { Requests, Failed, Latency, Sessions };

struct ChartData
{
    ChartKind kind = ChartKind::Requests;
    QString title;
    QString unit;
    QList<ChartLine> lines;
    QList<TimelineMark> marks;
    qint64 from = 0; ///< ms since the epoch
    qint64 to = 0;
    double top = 1;  ///< a round number no line goes above
    QString summary; ///< what the picture shows, in words
};

/// What a deployment's traffic was, in four pictures; empty before the second sample. Pure.
QList<ChartData> chartsOf(const DeploymentState& deployment);

/// At most `most` points: of each bucket in time its lowest and its highest, so that no peak is lost.
QList<QPointF> decimated(const QList<QPointF>& points, int most);

/// Round moments from `from` to `to`, in ms since the epoch: at most `most` of them, for a `most` of two and more.
QList<qint64> timeTicks(qint64 from, qint64 to, int most);

/// The next round number at or above `value`, a multiple of four so that the grid's numbers are round as well.
double roundTop(double value);

} // namespace snowmelt
