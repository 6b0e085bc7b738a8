// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QString>

#include <functional>

namespace snowmelt {

/// One thing that goes wrong, as a value: a script of faults is a list of these.
struct SimulatedFault
{
    enum class Kind {
        Fail,      ///< answers `error`
        Hang,      ///< answers nothing until cancel or deadline, as when the other side or Snowmelt itself is gone
        Slow,      ///< answers after `slowMs` of simulated time
        Happening, ///< the call is well, but `happening` befalls the world meanwhile
    };

    QString call;         ///< empty: any; "list", "exec", "create", "start", "stop", "destroy", "ensureNetwork",
                          ///< "removeNetwork", "removeVolumes", "hasImage", "importImage", "get"
    QString subject;      ///< node (exec, create, start, stop, destroy) or "host:port" (get); empty: any
    QString containing;   ///< exec only: what command and script must contain; empty: anything
    int nth = 1;          ///< which matching call, counted from 1; 0: each of them
    bool onwards = false; ///< each one after it too, as when Snowmelt itself is gone
    Kind kind = Kind::Fail;
    bool afterAct = false; ///< the world has changed all the same: an answer lost on its way
    Error error{ErrorCode::PlatformUnavailable, {QStringLiteral("simulation")}, QStringLiteral("scripted fault")};
    int slowMs = 0;
    std::function<void()> happening{};
};

} // namespace snowmelt
