// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/waiting.h"

#include "backend/execution/completion.h"
#include "backend/execution/interruption.h"

#include <QTimer>

namespace snowmelt {

Task<Done> idle(DeploymentPtr d, std::chrono::milliseconds time, CallContext context)
{
    Completion over;
    QTimer timer;
    timer.setSingleShot(true);
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, &timer, [over]() mutable { over.fire(); });
    timer.start(time);
    const CancelToken told = d->control->nextCommand();
    const int toldId = told.onCancel([over]() mutable { over.fire(); });
    const Interruption interruption(context, [over]() mutable { over.fire(); });
    co_await over;
    told.forget(toldId);
    if (interruption.happened())
        co_return interruption.as<Done>(QStringLiteral("pause"));
    co_return Done{};
}

} // namespace snowmelt
