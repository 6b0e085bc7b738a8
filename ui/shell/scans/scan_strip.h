// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace snowmelt {

class FleetDocument;

/// The line below the fleet that says when nodes are scanned next by themselves, and who could not be.
class ScanStrip final : public QWidget
{
    Q_OBJECT
public:
    ScanStrip(FleetDocument* document, QWidget* parent);

private:
    void follow();

    FleetDocument* m_document;
    QLabel* m_schedule;
    QLabel* m_unreached;
};

} // namespace snowmelt
