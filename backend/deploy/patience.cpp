// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/patience.h"

namespace snowmelt {

bool mayPass(const Error& error)
{
    switch (error.code) {
    case ErrorCode::BalancerSocketGone:
    case ErrorCode::PlatformUnavailable:
    case ErrorCode::SshUnreachable:
    case ErrorCode::SshSilent:
    case ErrorCode::SshBroken:
    case ErrorCode::RemoteCommandFailed:
    case ErrorCode::TimedOut:
        return true;
    default:
        return false;
    }
}

} // namespace snowmelt
