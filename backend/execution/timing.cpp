// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/timing.h"

#include "backend/execution/completion.h"
#include "backend/execution/interruption.h"

#include <QTimer>

namespace snowmelt {

Task<Done> pause(std::chrono::milliseconds time, CallContext context)
{
    Completion over;
    QTimer timer;
    timer.setSingleShot(true);
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, &timer, [over]() mutable { over.fire(); });
    timer.start(time);
    const Interruption interruption(context, [over]() mutable { over.fire(); });
    co_await over;
    if (interruption.happened())
        co_return interruption.as<Done>(QStringLiteral("pause"));
    co_return Done{};
}

} // namespace snowmelt
