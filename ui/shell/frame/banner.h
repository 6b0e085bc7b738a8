// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QPushButton;

namespace snowmelt {

class FleetDocument;
struct DeploymentState;

/// What the banner says, as a value.
struct BannerText
{
    QString title;
    QString detail; ///< phase, what next, point of no return; after the end its cause, or what is safe
    QString count;  ///< "0 failed of 1,862 requests"
};
BannerText bannerText(const DeploymentState& deployment);

/// The strip above the diagram while a deployment runs and, until dismissed, after it ended. It is of the selection's;
/// others that run are counted, and one click away.
class Banner final : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(FleetDocument* document, QWidget* parent = nullptr);
    bool isWanted() const { return m_wanted; }

Q_SIGNALS:
    void shownChanged(bool shown);
    void dismissed(const snowmelt::OperationId& deployment);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    void showDeployment(const DeploymentState& deployment);
    void showOthers(const DeploymentState& deployment);
    void dismiss();
    void showNext();

    FleetDocument* m_document;
    QLabel* m_title;
    QLabel* m_detail;
    QLabel* m_count;
    QPushButton* m_others;
    QPushButton* m_dismiss;
    QSet<OperationId> m_dismissed;
    bool m_wanted = false;
};

} // namespace snowmelt
