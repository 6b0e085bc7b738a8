// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/fleet_document.h"
#include "models/document/fold_fleet.h"

namespace snowmelt {

/// What the document knows, and how each event changes it.
struct FleetDocument::Private
{
    explicit Private(FleetDocument* document) : q(document) {}

    FleetDocument* q;
    bool open = false;
    bool edited = false;
    Blueprint blueprint;
    FleetState observed; ///< as the world said
    FleetState fleet;    ///< with sides and drift
    DriftNotes notes;
    QList<ScanDue> scans;
    int scanSeconds = 0;
    QMap<QString, GroupDrift> compared; ///< by what was asked for
    QList<ImageRecord> images;
    QList<HistoryEntry> history;
    QList<OpenDeployment> openDeployments;
    QList<Orphan> orphans;
    QList<OpenQuestion> questions;
    QList<OperationState> operations;
    QList<OperationState> quiet;        ///< running reads of the window's own
    QList<DeploymentState> deployments; ///< one a group
    QString selection;

    OperationState* find(const OperationId& id);
    void begin(const Event& event, const Started& started);
    void foldIntoOperation(const Event& event);
    void settleQuiet(const OperationId& id, const Finished& finished);
    void foldIntoDeployment(const Event& event);
    bool isComingUp() const;
    void annotate();
    void dropDeadSelection();

    void take(const Event& event, const FleetObserved& body);
    void take(const Event& event, const NodeScanned& body);
    void take(const Event& event, const NodeUnseen& body);
    void take(const Event& event, const ScansDue& body);
    void take(const Event& event, const NodesCompared& body);
    void take(const Event& event, const DriftHistoryRead& body);
    void take(const Event& event, const ImagesListed& body);
    void take(const Event& event, const ImagesCompared& body);
    void take(const Event& event, const StoreVerified& body);
    void take(const Event& event, const ImagesPruned& body);
    void take(const Event& event, const ImageBuilt& body);
    void take(const Event& event, const HistoryListed& body);
    void take(const Event& event, const OpenDeploymentsSeen& body);
    void take(const Event& event, const OrphansSeen& body);
    void take(const Event& event, const ReportMade& body);
    void take(const Event& event, const Recorded& body);
    void take(const Event& event, const PlanMade& body);
    void take(const Event& event, const Finished& body);
    template <typename Other>
    void take(const Event&, const Other&)
    {
    }
};

} // namespace snowmelt
