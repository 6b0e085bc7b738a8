// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/dialogs/dialog_frame.h"

namespace snowmelt {

class Session;

/// What leaving would do to what is under way, as a value.
struct Leaving
{
    int deployments = 0; ///< under way
    int stoppable = 0;   ///< operations that would turn round
    int turnable = 0;    ///< of them, deployments that blue would take back
    QString paused;      ///< groups whose deployments stand still
};
Leaving leavingNow(const Session& session);

/// Asked when a person leaves while operations run. Nothing is killed: they go on without the window, or they end
/// first, in good order, or the person stays. Emits keepAsked(), or readyToLeave() once nothing runs any more.
class CloseQuestion final : public DialogFrame
{
    Q_OBJECT
public:
    /// Keep: offer to let it go on without the window. Another fleet can only be opened once this one is at rest.
    enum class Offer { Keep, StopOnly };
    CloseQuestion(Session* session, Offer offer, QWidget* parent);

Q_SIGNALS:
    void keepAsked();
    void readyToLeave();

private:
    void makeKeep();
    void describe();
    void stopAndWait();
    void follow();

    Session* m_session;
    QLabel* m_text;
    QLabel* m_keepText = nullptr;
    bool m_waiting = false;
};

} // namespace snowmelt
