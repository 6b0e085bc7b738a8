// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/compare/moment_source.h"

#include <QObject>

namespace snowmelt {

class Session;

/// Gets what the moment of a choice is made of: at once from what is open, or from the journal. The latest asked for
/// wins.
class MomentLoader final : public QObject
{
    Q_OBJECT
public:
    MomentLoader(Session* session, QObject* parent);

    void load(const MomentChoice& choice);
    /// The fleet or its blueprint is another now. The journal is not read again.
    void follow();
    /// Each has what the other had, be it under way.
    void exchange(MomentLoader& other);

Q_SIGNALS:
    void loaded(const snowmelt::MomentSource& source);
    /// There is nothing to compare; why, and what to do.
    void failed(const QString& why);

private:
    void take(const OperationId& id, const Event& event);
    void settle(const OperationId& id, const Finished& finished);
    void tellNow();
    void tell();

    Session* m_session;
    MomentChoice m_choice;
    OperationId m_asking; ///< of the replay; empty: nothing is under way
    QList<Event> m_events;
    std::shared_ptr<const Replay> m_past; ///< null: not read, or it has no fleet
    Blueprint m_told;                     ///< what was told last was made of this
};

} // namespace snowmelt
