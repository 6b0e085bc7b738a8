// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/completion.h"

#include <QMetaObject>
#include <QObject>

#include <memory>
#include <optional>

namespace snowmelt {

template <typename T>
Task<T> runBlocking(std::function<Result<T>()> work)
{
    auto home = std::make_shared<QObject>(); // lives in the calling thread: where the completion must fire
    auto result = std::make_shared<std::optional<Result<T>>>();
    Completion finished;
    QObject* receiver = home.get();
    blockingPool().start([work = std::move(work), result, receiver, finished]() mutable {
        result->emplace(work());
        QMetaObject::invokeMethod(
            receiver, [finished]() mutable { finished.fire(); }, Qt::QueuedConnection);
    });
    co_await finished;
    co_return std::move(result->value());
}

} // namespace snowmelt
