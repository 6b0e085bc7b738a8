// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/finding/fleet_filter.h"
#include "ui/shell/finding/side_worker.h"

namespace snowmelt {

class DiagramView;
class FleetDocument;

/// Keeps a view dimmed by what a person chose, through every change of the fleet. Of a large fleet what is chosen shows
/// at once, and a moment later what that means: it is worked out beside the GUI thread.
class Filtering final : public QObject
{
    Q_OBJECT
public:
    Filtering(const FleetDocument* document, DiagramView* view, QObject* parent);

    const FleetFilter& chosen() const { return m_chosen; }
    const FilterOutcome& outcome() const { return m_outcome; }
    const FilterCounts& counts() const { return m_counts; }
    QList<ImageRef> images() const; ///< to choose from: those that run, and those chosen

    void choose(const FleetFilter& filter);
    void setImage(const ImageRef& image, bool wanted);
    void focusOn(const QStringList& parts); ///< empty: leaves the focus
    void showAll();

Q_SIGNALS:
    void changed();

private:
    void open();
    void follow();
    void take(const FilterAnswer& answer);

    const FleetDocument* m_document;
    DiagramView* m_view;
    FleetFilter m_chosen;
    FilterOutcome m_outcome;
    FilterCounts m_counts;
    QList<ImageRef> m_images; ///< that run
    SideWorker m_aside;
};

} // namespace snowmelt
