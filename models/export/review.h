// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"
#include "models/export/fleet_cost.h"
#include "models/export/paper.h"
#include "models/export/risks.h"

#include <QCoreApplication>

namespace snowmelt {

/// What a review is made of.
struct ReviewSubject
{
    Blueprint blueprint;
    FleetState fleet;         ///< default-made: as the blueprint says
    QList<DriftReport> drift; ///< as far as they are at hand; counts come with the nodes
};

/// The review of a fleet as a document: risks first, because they are what a review is for.
class Review
{
    Q_DECLARE_TR_FUNCTIONS(Review)

public:
    /// `subtitle` says when it was seen, as the picture's.
    static Paper of(const ReviewSubject& subject, const QString& subtitle);
    static QString riskText(const Risk& risk, bool given = false); ///< what is so
    /// What would mend it; may be empty. `given`: machines that were there before are not made or replaced.
    static QString riskAdvice(const Risk& risk, bool given = false);
    static QString severityText(Severity severity);

private:
    static PaperSection risks(const ReviewSubject& subject);
    static PaperSection parts(const ReviewSubject& subject);
    static PaperSection nodes(const ReviewSubject& subject);
    static PaperSection versions(const ReviewSubject& subject);
    static PaperSection drift(const ReviewSubject& subject);
    static PaperSection cost(const ReviewSubject& subject);
    static PaperSection unseen(const ReviewSubject& subject);
    static QString driftText(const NodeState& node);
    static QString zonesText(const QStringList& zones);
    static QString machineHealth(const NodeState* node, bool given);
    static QString groupHealth(const GroupState* group, bool given);
    static QString adviceForHosts(RiskKind kind);
};

} // namespace snowmelt
