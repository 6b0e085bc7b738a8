// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace snowmelt {

class FleetDocument;
class TimelineCanvas;

/// The timeline of the deployment under way or just ended, and in full what is told of the thing chosen on it.
class TimelineView final : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineView(FleetDocument* document, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void follow();
    void tell(const QString& told);

    FleetDocument* m_document;
    QStackedLayout* m_stack;
    TimelineCanvas* m_canvas;
    QLabel* m_told;
};

} // namespace snowmelt
