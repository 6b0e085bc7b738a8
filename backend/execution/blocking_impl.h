// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/completion.h"
#include "backend/execution/handover.h"

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
    auto inPool = [work = std::move(work), result, receiver, finished] {
        result->emplace(work());
        auto done = [finished]() mutable { finished.fire(); };
        QMetaObject::invokeMethod(receiver, parcel<struct FromPool>(std::move(done)), Qt::QueuedConnection);
    };
    blockingPool().start(parcel<struct ToPool>(std::move(inPool)));
    co_await finished;
    co_return std::move(result->value());
}

} // namespace snowmelt
