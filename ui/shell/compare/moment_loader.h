// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/comparison/compare_fleets.h"
#include "ui/shell/compare/moment_choice.h"

namespace snowmelt {

class Session;

/// Gets the fleet of a choice: at once from what is open, or from the journal. The latest asked for wins.
class MomentLoader final : public QObject
{
    Q_OBJECT
public:
    MomentLoader(Session* session, QObject* parent);

    void load(const MomentChoice& choice);

Q_SIGNALS:
    void loaded(const snowmelt::FleetMoment& moment);
    /// The journal does not tell enough; why, and what to do.
    void failed(const QString& why);

private:
    void take(const OperationId& id, const Event& event);
    void settle(const OperationId& id, const Finished& finished);

    Session* m_session;
    MomentChoice m_choice;
    OperationId m_asking; ///< of the replay; empty: nothing is under way
    QList<Event> m_events;
};

} // namespace snowmelt
