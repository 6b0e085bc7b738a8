// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/scans/drift_news.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace snowmelt {

class FleetDocument;
struct DesktopCall;

/// Hears what scans that are made by themselves find, and calls once for what is new, a little later, so that what
/// comes together is told together.
class DriftAttention final : public QObject
{
    Q_OBJECT
public:
    explicit DriftAttention(FleetDocument* document, QObject* parent = nullptr);

Q_SIGNALS:
    void needed(const snowmelt::DesktopCall& call);

private:
    void begin();
    void hear(const QString& node);
    void tell();

    FleetDocument* m_document;
    DriftNews m_news;
    QDateTime m_since; ///< what was scanned before is nothing new
    QTimer m_soon;
    QElapsedTimer m_told;
};

} // namespace snowmelt
