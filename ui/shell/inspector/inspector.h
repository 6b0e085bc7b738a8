// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/control.h"
#include "ui/shell/frame/availability.h"

#include <QSet>
#include <QStackedWidget>

namespace snowmelt {

class DeploymentPage;
class FactsPage;
class FleetDocument;
class PartPage;
struct DeploymentState;

/// The right dock: what is selected, or the deployment, or the fleet as a whole.
class Inspector final : public QStackedWidget
{
    Q_OBJECT
public:
    explicit Inspector(FleetDocument* document, QWidget* parent = nullptr);
    void showImage(const ImageRef& image);
    void showFleet();
    /// The deployment that ended is no longer what its group's inspector is about.
    void dismiss(const OperationId& deployment);

Q_SIGNALS:
    void upAsked();
    void buildAsked(const snowmelt::ImageRef& image);
    void swapAsked(const QString& group);
    void scanAsked(const QStringList& nodes); ///< empty: all
    void lookAsked();
    void differencesAsked(); ///< of the group that is selected
    void driftHistoryAsked(const QString& node);
    void rebirthAsked(const QString& node);
    void rebirthOfAsked(const QStringList& nodes);
    void told(const QString& group, snowmelt::Command command, int seconds);
    void swapToAsked(const QString& group, const snowmelt::ImageRef& to);

private:
    void follow();
    void showSelection(const QString& part);
    bool concerns(const DeploymentState* deployment, const QString& part) const;
    QWidget* pageFor(const QString& part);
    void fillFleet();
    void fillImage();
    void fillGroup(const QString& group);
    void fillAbsent(const QString& part);
    void offer(const QList<WindowAct>& acts);
    QString offerText(WindowAct act) const;
    QString whyNotOffered(WindowAct act) const;
    void press(WindowAct act);
    void fillGivenGroup(const GroupState& group);
    QStringList subjects() const;

    FleetDocument* m_document;
    PartPage* m_part;
    FactsPage* m_facts;
    DeploymentPage* m_deployment;
    ImageRef m_image;
    QString m_shown;
    QSet<OperationId> m_dismissed;
    QList<WindowAct> m_offers; ///< what the buttons of the facts do
};

} // namespace snowmelt
