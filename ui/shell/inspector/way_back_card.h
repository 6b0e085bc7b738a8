// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace snowmelt {

struct DeploymentState;

/// Whether going back is possible, how fast, until when; what blue was; what two environments cost. Always shown.
class WayBackCard final : public QWidget
{
    Q_OBJECT
public:
    explicit WayBackCard(QWidget* parent = nullptr);
    void follow(const DeploymentState& deployment);
    /// Why a new deployment cannot be begun now; empty: it can.
    void setBlocked(const QString& why);

Q_SIGNALS:
    void swapBackAsked(const QString& group, const snowmelt::ImageRef& to);

private:
    void showCost(const DeploymentState& deployment);

    QLabel* m_title;
    QLabel* m_speed;
    QLabel* m_detail;
    QLabel* m_blue;
    QLabel* m_costTitle;
    QLabel* m_cost;
    QPushButton* m_swapBack;
    QString m_group;
    ImageRef m_to;
};

} // namespace snowmelt
