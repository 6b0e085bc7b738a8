// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/intent.h"

#include <QObject>

namespace snowmelt {

/// The one door between what shows (ui/, app/cli/) and what acts (backend/). Everything that takes time goes through
/// it, so the window and the command line cannot differ in what they can do.
///
/// start() and cancel() return at once and may be called from the thread the object lives in only. Events of an
/// operation arrive in order on that thread: first Started, last Finished, exactly one each, nothing after Finished.
class Operations : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~Operations() override = default;

    virtual OperationId start(const Request& request) = 0;
    /// Acknowledged by progress or Finished within 500 ms; clean-up goes on visibly until Finished. Unknown or finished
    /// ids are ignored.
    virtual void cancel(const OperationId& id) = 0;

    /// To a QuestionAsked of this operation. One that is closed already is ignored.
    virtual void answer(const OperationId& id, const AccessAnswer& answer) = 0;

Q_SIGNALS:
    void event(const snowmelt::Event& event);
};

} // namespace snowmelt
