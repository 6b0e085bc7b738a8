// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/json_fleet_fields.h"

/// Fields of a plan, of what is seen while it is carried out, and of its report; see json_archive.h.
namespace snowmelt {

template <typename Archive>
void describe(Archive& archive, Field<Archive, PlannedNode> value)
{
    archive("name", value.name);
    archive("slot", value.slot);
    archive("image", value.image);
    archive("digest", value.digest);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Step> value)
{
    archive("kind", value.kind);
    archive("commands", value.commands);
    archive("noReturn", value.noReturn);
    archive("undo", value.undo);
    archive("nodes", value.nodes);
    archive("serving", value.serving);
    archive("typicalMs", value.typicalMs);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, PlanCheck> value)
{
    archive("code", value.code);
    archive("verdict", value.verdict);
    archive("args", value.args);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Gates> value)
{
    archive("failedPercent", value.failedPercent);
    archive("latencyFactor", value.latencyFactor);
    archive("leastRequests", value.leastRequests);
    archive("checks", value.checks);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Prices> value)
{
    archive("currency", value.currency);
    archive("perNodeHour", value.perNodeHour);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Plan> value)
{
    archive("deployment", value.deployment);
    archive("strategy", value.strategy);
    archive("fleet", value.fleet);
    archive("group", value.group);
    archive("balancer", value.balancer);
    archive("from", value.from);
    archive("to", value.to);
    archive("toDigest", value.toDigest);
    archive("blue", value.blue);
    archive("green", value.green);
    archive("bakeSeconds", value.bakeSeconds);
    archive("healthSeconds", value.healthSeconds);
    archive("drainSeconds", value.drainSeconds);
    archive("steps", value.steps);
    archive("checks", value.checks);
    archive("gates", value.gates);
    archive("keepGreen", value.keepGreen);
    archive("prices", value.prices);
    archive("rebornBefore", value.rebornBefore);
    archive("toFollow", value.toFollow);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, SideTraffic> value)
{
    archive("requests", value.requests);
    archive("failed", value.failed);
    archive("rate", value.rate);
    archive("sessions", value.sessions);
    archive("meanMs", value.meanMs);
    archive("probes", value.probes);
    archive("probesFailed", value.probesFailed);
    archive("probeP50", value.probeP50);
    archive("probeP95", value.probeP95);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, TrafficCounted> value)
{
    archive("requests", value.requests);
    archive("failed", value.failed);
    archive("blue", value.blue);
    archive("green", value.green);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, DrainingNode> value)
{
    archive("node", value.node);
    archive("sessions", value.sessions);
    archive("oldestSeconds", value.oldestSeconds);
    archive("webSockets", value.webSockets);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, GateReading> value)
{
    archive("gate", value.gate);
    archive("measured", value.measured);
    archive("limit", value.limit);
    archive("known", value.known);
    archive("passes", value.passes);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, OpenDeployment> value)
{
    archive("plan", value.plan);
    archive("verb", value.verb);
    archive("person", value.person);
    archive("startedAt", value.startedAt);
    archive("step", value.step);
    archive("goingBack", value.goingBack);
    archive("died", value.died);
    archive("error", value.error);
    archive("serving", value.serving);
    archive("blueThere", value.blueThere);
    archive("greenThere", value.greenThere);
    archive("ways", value.ways);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, StepReport> value)
{
    archive("kind", value.kind);
    archive("end", value.end);
    archive("begunAt", value.begunAt);
    archive("ms", value.ms);
    archive("commands", value.commands);
    archive("observed", value.observed);
    archive("error", value.error);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ConfigEdit> value)
{
    archive("line", value.line);
    archive("text", value.text);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, EditReport> value)
{
    archive("at", value.at);
    archive("balancer", value.balancer);
    archive("edits", value.edits);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, AskedReport> value)
{
    archive("at", value.at);
    archive("person", value.person);
    archive("command", value.command);
    archive("seconds", value.seconds);
    archive("refused", value.refused);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, DeploymentReport> value)
{
    archive("operation", value.operation);
    archive("verb", value.verb);
    archive("person", value.person);
    archive("startedAt", value.startedAt);
    archive("endedAt", value.endedAt);
    archive("plan", value.plan);
    archive("outcome", value.outcome);
    archive("safety", value.safety);
    archive("error", value.error);
    archive("accepted", value.accepted);
    archive("rolledBack", value.rolledBack);
    archive("rolledBackAt", value.rolledBackAt);
    archive("leaseFrom", value.leaseFrom);
    archive("leaseReason", value.leaseReason);
    archive("steps", value.steps);
    archive("asked", value.asked);
    archive("edited", value.edited);
    archive("traffic", value.traffic);
    archive("switchMs", value.switchMs);
}

} // namespace snowmelt
