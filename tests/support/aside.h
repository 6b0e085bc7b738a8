// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/lab.h"

#include <future>

namespace snowmelt::test {

/// Runs something that waits on a thread of its own while this thread's event loop turns: a test of the window must
/// not itself block it.
template <typename Work>
auto aside(Work work, std::chrono::milliseconds limit = std::chrono::minutes(3))
{
    auto answer = std::async(std::launch::async, std::move(work));
    Lab::until([&] { return answer.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }, limit);
    return answer.get();
}

} // namespace snowmelt::test
