// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <functional>

namespace snowmelt {

/// A command's streams while they flow, in place of what ExecRequest and ExecResult hold whole. Called on the backend
/// thread, between two turns of its event loop: quick.
struct SshFlow
{
    /// What follows the request's script. Asked for whenever there is room.
    struct Input
    {
        enum class Kind { Bytes, Later, End };
        Kind kind = Kind::End;
        QByteArray bytes{}; ///< of Kind::Bytes: at least one
    };
    std::function<Input()> input; ///< empty: nothing follows, the command sees its end
    std::chrono::milliseconds askAgain{
        0}; ///< who said Later is asked again then, if not before; 0: only when there are news
    /// Empty: kept in the result, up to the request's limit. False: it cannot be taken, the channel is closed and the
    /// result is truncated.
    std::function<bool(const QByteArray&)> out;
    std::function<bool(const QByteArray&)> err;
};

} // namespace snowmelt
