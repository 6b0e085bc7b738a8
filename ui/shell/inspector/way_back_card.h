// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QWidget>

class QLabel;
class QLayout;
class QPushButton;

namespace snowmelt {

struct DeploymentState;

/// Whether going back is possible, how fast, until when; what blue was; what two environments cost. Always shown. At
/// its foot: what a person can do about a deployment that has ended.
class WayBackCard final : public QWidget
{
    Q_OBJECT
public:
    explicit WayBackCard(QWidget* parent = nullptr);
    /// `troubled`: the node the failure names; empty: none.
    void follow(const DeploymentState& deployment, const QString& troubled);
    /// Why a new deployment cannot be begun now; empty: it can.
    void setBlocked(const QString& why);

Q_SIGNALS:
    /// A swap to the version that served before, or once more to the one that failed.
    void swapAsked(const QString& group, const snowmelt::ImageRef& to);
    void lookAsked(const QString& node);

private:
    QLayout* makeButtons();
    void showCost(const DeploymentState& deployment);
    void showButtons(const DeploymentState& deployment);

    QLabel* m_title;
    QLabel* m_speed;
    QLabel* m_detail;
    QLabel* m_blue;
    QLabel* m_costTitle;
    QLabel* m_cost;
    QPushButton* m_look;
    QPushButton* m_again;
    QPushButton* m_swapBack;
    QString m_group;
    QString m_troubled;
    ImageRef m_back;
    ImageRef m_failed;
};

} // namespace snowmelt
