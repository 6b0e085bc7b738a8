// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/recovery.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace snowmelt {

struct WayOffer;

/// One open deployment: what was under way, how it stands, and the ways out with what each would do.
class RecoveryCard final : public QWidget
{
    Q_OBJECT
public:
    RecoveryCard(const OpenDeployment& open, QWidget* parent);
    const OpenDeployment& open() const { return m_open; }
    void setExpanded(bool expanded);
    bool isExpanded() const;
    /// The first card's safest way is the one primary button of the panel.
    void setLeads(bool leads);
    /// "14 min ago" grows.
    void tellTime();

Q_SIGNALS:
    void wayAsked(const QString& group, snowmelt::Way way);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeHead();
    void makeDetails(QWidget* parent);
    QWidget* makeWay(const WayOffer& offer);
    void nameDetails(bool expanded);

    OpenDeployment m_open;
    QLabel* m_who;
    QPushButton* m_details;
    QPushButton* m_safest = nullptr; ///< none while nothing can be known
    QWidget* m_steps;
};

} // namespace snowmelt
