// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/planner.h"

namespace snowmelt {

/// The checks a person reads before the start, in the order in which they matter. A code is also the name by which a
/// person accepts a warning, so it never changes its meaning. Codes, args and verdicts:
///   openDeployment {group, what}                block: another one of this group has no end
///   balancerAnswers {balancer, version}         pass, block when it could not be asked (version empty)
///   balancerTooOld {balancer, version, oldest}  block
///   balancerLacks {balancer, commands}          block: its socket does not take what a swap sends
///   balancerAgrees {balancer}                   pass: config, runtime and, if there is one, state file say the same
///   balancerUnread {balancer, why}              block: they could not be compared
///   balancerDisagrees {balancer, slot, config, runtime}
///                                               block, one for each slot; an address is empty where none is served
///   stateFileDisagrees {balancer, slot, state file, runtime}
///                                               block, one for each slot
///   blueprintDisagrees {balancer, key, blueprint, config}
///                                               warn: "listen", "health"; the swap leaves them as they are
///   stateFileNamed {balancer, path}             warn: the config has the next start load it; the line is taken out
///   configEdited {balancer, line number, line}  warn, one for each line Snowmelt did not write; they stay
///   configLineGone {balancer, line}             warn, one for each line of Snowmelt's that is not there any more
///   slotsFree {free, needed}                    pass, block when short
///   imageBuilt {image} / imageNotBuilt {image}  pass / block
///   schemaFits {image, database, schema, from, to}
///                                               pass: of each database that the group uses
///   schemaOutside {image, database, schema, from, to}
///                                               block; of a rebirth warn: what serves already comes again
///   schemaUnknown {image, database, schema}     warn: the image does not say what it works with
///   schemaNotSaid {image, database}             warn: the image says it, and the blueprint does not
///   schemaNoWayBack {image, database, schema, from, to}
///                                               warn: what serves now does not work with it, so there is no way back
///   schemaWayBackUnknown {image, database, schema}
///                                               warn: what serves now does not say what it works with
///   addressesFree {free, needed}                pass, block when short; absent when not known
///   portTaken {endpoint}                        block, one for each
///   memoryFree {MiB free, MiB needed}           pass, block when short
///   diskFree {MiB free, MiB needed}             pass, block when short
///   headroomUnknown {}                          warn, when memory or disk could not be seen
///   healthyNow {healthy, of}                    pass, warn when not all; of a rebirth: those that stay
///   servingBeside {now, least}                  pass, block when short; of a rebirth in batches, when it was asked for
///   groupSizeOne {group}                        warn
///   manyMachines {green, now}                   warn, when green has so many more nodes than there are now
///   driftLost {node, count}                     warn, one for each node that leaves, or follows, with differences
///   driftUnknown {}                             warn, when a node that leaves was never or not fully scanned
QList<PlanCheck> planChecks(const PlanInput& input, const GroupState& group, const Plan& plan, int freeSlotCount);

} // namespace snowmelt
