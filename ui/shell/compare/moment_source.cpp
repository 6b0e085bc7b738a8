// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/compare/moment_source.h"

namespace snowmelt {

FleetMoment momentOf(const MomentSource& source)
{
    switch (source.kind) {
    case MomentChoice::Kind::Declared:
        return declaredMoment(source.blueprint, source.fleet);
    case MomentChoice::Kind::Now:
        break;
    case MomentChoice::Kind::Before:
        return recordedMoment(source.blueprint, source.past->at(0).fleet);
    case MomentChoice::Kind::After:
        return recordedMoment(source.blueprint, source.past->at(source.past->durationMs()).fleet);
    }
    return runningMoment(source.blueprint, source.fleet);
}

} // namespace snowmelt
