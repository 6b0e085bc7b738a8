// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

#include <QHash>
#include <QObject>
#include <QRectF>

#include <memory>

namespace snowmelt {

class DiagramView;
class FleetDocument;

/// How full two bars are, 0 … 1: processor and memory. -1: not known, no bar.
struct UsageShares
{
    double cpu = -1;
    double memory = -1;
    bool operator==(const UsageShares&) const = default;
};
/// A processor and more is a full bar; memory counts against the node's limit, and without one there is no bar.
UsageShares usageShares(const Utilisation& used);
/// Where the bars of a card are, or of the face of a machine: side by side between its last line and its lower edge. 0
/// is the processor's, 1 the memory's. Null: it is too small for words. Pixels; pure.
QRectF usageBar(const QRectF& card, int bar);

/// What each node uses, as two bars on its card, while they are wanted; a line over the zoom's says which is which.
class UsageBars final : public QObject
{
    Q_OBJECT
public:
    UsageBars(FleetDocument* document, DiagramView* view);
    void setShown(bool shown);
    static QString key(); ///< which bar is which, in one line

private:
    void follow();

    FleetDocument* m_document;
    DiagramView* m_view;
    bool m_shown = false;
    std::shared_ptr<QHash<QString, UsageShares>> m_shares; ///< by node; shared with what paints them
};

} // namespace snowmelt
