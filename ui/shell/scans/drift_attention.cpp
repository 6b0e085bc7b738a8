// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scans/drift_attention.h"

#include "models/document/fleet_document.h"
#include "ui/shell/frame/attention.h"
#include "ui/shell/frame/availability.h"

namespace snowmelt {

namespace {

constexpr int gatherMs = 3000;
constexpr qint64 pauseMs = 60'000; ///< between two calls

} // namespace

DriftAttention::DriftAttention(FleetDocument* document, QObject* parent) : QObject(parent), m_document(document)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &DriftAttention::tell);
    connect(document, &FleetDocument::opened, this, &DriftAttention::begin);
    connect(document, &FleetDocument::driftChanged, this, &DriftAttention::hear);
    begin();
}

void DriftAttention::begin()
{
    m_news = DriftNews();
    m_since = QDateTime::currentDateTimeUtc();
    m_soon.stop();
    m_told.invalidate();
}

/// Who scans by hand looks at what is found.
void DriftAttention::hear(const QString& node)
{
    const DriftReport* report = m_document->drift(node);
    const bool lost = m_document->unscanned(node);
    const bool differs = report && !report->differences.isEmpty();
    const bool byItself = m_document->scanSeconds() > 0 && !situationOf(*m_document).scanning;
    const bool older = !lost && (!report || report->scannedAt < m_since);
    if (!byItself || older)
        return lost ? void() : m_news.know(node, differs);
    const NodeState* state = m_document->fleet().findNode(node);
    const QString group = state ? state->group : QString();
    if (lost)
        m_news.lost(node, group);
    else
        m_news.found(node, group, differs);
    if (!m_news.isAny() || m_soon.isActive())
        return;
    const qint64 left = m_told.isValid() ? pauseMs - m_told.elapsed() : 0;
    m_soon.start(int(qMax<qint64>(gatherMs, left)));
}

void DriftAttention::tell()
{
    const std::optional<DesktopCall> call = m_news.take();
    if (!call)
        return;
    m_told.start();
    Q_EMIT needed(*call);
}

} // namespace snowmelt
