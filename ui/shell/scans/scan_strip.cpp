// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scans/scan_strip.h"

#include "models/document/fleet_document.h"
#include "ui/shell/scans/scan_words.h"
#include "ui/shell/style/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>

namespace snowmelt {

namespace {

/// "Scanning now" and times that pass.
constexpr int tickMs = 5000;

} // namespace

ScanStrip::ScanStrip(FleetDocument* document, QWidget* parent)
    : QWidget(parent), m_document(document), m_schedule(makeLabel({}, TextSize::Small, QFont::Normal, Ink::Sub, this)),
      m_unreached(makeLabel({}, TextSize::Small, QFont::DemiBold, Ink::Amber, this))
{
    setObjectName(QStringLiteral("scanStrip"));
    setAutoFillBackground(true);
    m_schedule->setObjectName(QStringLiteral("scanSchedule"));
    m_unreached->setObjectName(QStringLiteral("scanUnreached"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * metric::unit, 4, 2 * metric::unit, 4);
    row->setSpacing(2 * metric::unit);
    row->addWidget(m_schedule);
    row->addWidget(m_unreached);
    row->addStretch(1);
    connect(document, &FleetDocument::opened, this, &ScanStrip::follow);
    connect(document, &FleetDocument::scansDueChanged, this, &ScanStrip::follow);
    auto* clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, &ScanStrip::follow);
    clock->start(tickMs);
    follow();
}

void ScanStrip::follow()
{
    const int seconds = m_document->scanSeconds();
    setVisible(m_document->isOpen() && seconds > 0);
    if (seconds <= 0)
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QList<ScanDue>& scans = m_document->scansDue();
    m_schedule->setText(ScanWords::schedule(seconds, scans, now));
    const QString unreached = ScanWords::unreached(scans, now);
    m_unreached->setText(unreached);
    m_unreached->setToolTip(ScanWords::unreachedNames(scans));
    m_unreached->setVisible(!unreached.isEmpty());
}

} // namespace snowmelt
