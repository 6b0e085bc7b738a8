// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/blocking.h"
#include "backend/execution/call_context.h"
#include "backend/image/layer_packer.h"

namespace snowmelt {

template <typename T>
Task<T> runStoppable(std::function<Result<T>(StopFlag)> work, CallContext context)
{
    auto stop = std::make_shared<std::atomic_bool>(false);
    const int watch = context.cancel.onCancel([stop] { *stop = true; });
    const std::function<Result<T>()> bound = [work, stop] { return work(stop); };
    auto result = co_await runBlocking<T>(bound);
    context.cancel.forget(watch);
    co_return result;
}

} // namespace snowmelt
