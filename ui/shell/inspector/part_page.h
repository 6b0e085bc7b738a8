// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/frame/availability.h"

#include <QWidget>

class QPushButton;
class QTabWidget;

namespace snowmelt {

class DriftPage;
class FactList;
class FleetDocument;
class PanelHead;

/// The inspector of one server: a node, a balancer or a database. Tabs Overview, Drift, Image.
class PartPage final : public QWidget
{
    Q_OBJECT
public:
    explicit PartPage(FleetDocument* document, QWidget* parent = nullptr);
    void setPart(const QString& part);
    void follow();
    /// Why each cannot be done now; empty: it can.
    void setBlocked(const QString& rebirth, const QString& scan);
    /// The buttons at the foot, of a host that was there before: Scan and Look; else none, and the rebirth.
    void offer(const QList<WindowAct>& acts);

Q_SIGNALS:
    void scanAsked(const QString& node);
    void lookAsked();
    void driftHistoryAsked(const QString& node);
    void rebirthAsked(const QString& node);

private:
    QWidget* makeFacts(FactList*& list);
    FleetDocument* m_document;
    QString m_part;
    PanelHead* m_head;
    QTabWidget* m_tabs;
    FactList* m_overview;
    FactList* m_image;
    DriftPage* m_drift;
    QWidget* m_foot;
    QPushButton* m_rebirth;
    QPushButton* m_scan;
    QPushButton* m_look;
};

} // namespace snowmelt
