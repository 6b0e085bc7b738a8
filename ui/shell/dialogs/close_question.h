// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/dialogs/dialog_frame.h"

namespace snowmelt {

class Session;

/// Asked when a person leaves while operations run. Nothing is killed: either they end first, in good order, or the
/// person stays. Emits readyToLeave() once nothing runs any more.
class CloseQuestion final : public DialogFrame
{
    Q_OBJECT
public:
    CloseQuestion(Session* session, QWidget* parent);

Q_SIGNALS:
    void readyToLeave();

private:
    bool canStop() const;
    void describe();
    void stopAndWait();
    void follow();

    Session* m_session;
    QLabel* m_text;
    bool m_waiting = false;
};

} // namespace snowmelt
