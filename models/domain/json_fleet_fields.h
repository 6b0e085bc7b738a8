// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/json_archive.h"

/// Fields of a fleet, of its drift and of its images; see json_archive.h.
namespace snowmelt {

template <typename Archive>
void describe(Archive& archive, Field<Archive, Error> value)
{
    archive("code", value.code);
    archive("args", value.args);
    archive("detail", value.detail);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Endpoint> value)
{
    archive("host", value.host);
    archive("port", value.port);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Counted> value)
{
    archive("requests", value.requests);
    archive("failed", value.failed);
    archive("atMost", value.atMost);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, BalancerCheck> value)
{
    archive("status", value.status);
    archive("code", value.code);
    archive("description", value.description);
    archive("words", value.words);
    archive("ms", value.ms);
    archive("failed", value.failed);
    archive("up", value.up);
    archive("since", value.since);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Utilisation> value)
{
    archive("cpu", value.cpu);
    archive("memory", value.memory);
    archive("memoryLimit", value.memoryLimit);
    archive("at", value.at);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, NodeState> value)
{
    archive("name", value.name);
    archive("group", value.group);
    archive("role", value.role);
    archive("slot", value.slot);
    archive("side", value.side);
    archive("lifecycle", value.lifecycle);
    archive("health", value.health);
    archive("healthReason", value.healthReason);
    archive("image", value.image);
    archive("digest", value.digest);
    archive("deployment", value.deployment);
    archive("address", value.address);
    archive("ssh", value.ssh);
    archive("sshUser", value.sshUser);
    archive("sshJumps", value.sshJumps);
    archive("service", value.service);
    archive("bornAt", value.bornAt);
    archive("startedAt", value.startedAt);
    archive("share", value.share);
    archive("sessions", value.sessions);
    archive("requestRate", value.requestRate);
    archive("driftCount", value.driftCount);
    archive("driftComplete", value.driftComplete);
    archive("driftHidden", value.driftHidden);
    archive("counted", value.counted);
    archive("check", value.check);
    archive("utilisation", value.utilisation);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, GroupState> value)
{
    archive("name", value.name);
    archive("wanted", value.wanted);
    archive("blueprintImage", value.blueprintImage);
    archive("nodes", value.nodes);
    archive("requests", value.requests);
    archive("failed", value.failed);
    archive("countedSince", value.countedSince);
    archive("failedGone", value.failedGone);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, BalancerState> value)
{
    archive("node", value.node);
    archive("driver", value.driver);
    archive("version", value.version);
    archive("serves", value.serves);
    archive("entry", value.entry);
    archive("requestRate", value.requestRate);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, DatabaseState> value)
{
    archive("node", value.node);
    archive("engine", value.engine);
    archive("version", value.version);
    archive("connections", value.connections);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, FleetState> value)
{
    archive("fleetId", value.fleetId);
    archive("name", value.name);
    archive("platform", value.platform);
    archive("observedAt", value.observedAt);
    archive("balancers", value.balancers);
    archive("groups", value.groups);
    archive("databases", value.databases);
    archive("blind", value.blind);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, FieldChange> value)
{
    archive("field", value.field);
    archive("baseline", value.baseline);
    archive("actual", value.actual);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Difference> value)
{
    archive("section", value.section);
    archive("kind", value.kind);
    archive("key", value.key);
    archive("fields", value.fields);
    archive("baselineText", value.baselineText);
    archive("actualText", value.actualText);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Unseen> value)
{
    archive("section", value.section);
    archive("what", value.what);
    archive("reason", value.reason);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, LeftOut> value)
{
    archive("pattern", value.pattern);
    archive("reason", value.reason);
    archive("count", value.count);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, IgnoreRule> value)
{
    archive("section", value.section);
    archive("match", value.match);
    archive("field", value.field);
    archive("reason", value.reason);
    archive("until", value.until);
    archive("groups", value.groups);
    archive("pack", value.pack);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, HiddenDifference> value)
{
    archive("difference", value.difference);
    archive("rule", value.rule);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ExpiredRule> value)
{
    archive("rule", value.rule);
    archive("count", value.count);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Evidence> value)
{
    archive("kind", value.kind);
    archive("at", value.at);
    archive("text", value.text);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, LikelyCause> value)
{
    archive("kind", value.kind);
    archive("person", value.person);
    archive("evidence", value.evidence);
    archive("differences", value.differences);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, DriftReport> value)
{
    archive("node", value.node);
    archive("baselineImage", value.baselineImage);
    archive("baselineDigest", value.baselineDigest);
    archive("scannedAt", value.scannedAt);
    archive("differences", value.differences);
    archive("unseen", value.unseen);
    archive("leftOut", value.leftOut);
    archive("hidden", value.hidden);
    archive("expired", value.expired);
    archive("baselineAt", value.baselineAt);
    archive("causes", value.causes);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ComparedNode> value)
{
    archive("name", value.name);
    archive("seenAt", value.seenAt);
    archive("error", value.error);
    archive("unseen", value.unseen);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, NodeDifference> value)
{
    archive("node", value.node);
    archive("difference", value.difference);
    archive("changedAt", value.changedAt);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, GroupDifference> value)
{
    archive("section", value.section);
    archive("key", value.key);
    archive("asBaseline", value.asBaseline);
    archive("noMajority", value.noMajority);
    archive("differs", value.differs);
    archive("unseen", value.unseen);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, SharedCause> value)
{
    archive("kind", value.kind);
    archive("section", value.section);
    archive("nodes", value.nodes);
    archive("rows", value.rows);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, HiddenGroupDifference> value)
{
    archive("difference", value.difference);
    archive("rule", value.rule);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, GroupDrift> value)
{
    archive("group", value.group);
    archive("nodes", value.nodes);
    archive("baseline", value.baseline);
    archive("differences", value.differences);
    archive("causes", value.causes);
    archive("hidden", value.hidden);
    archive("expired", value.expired);
    archive("baselineAt", value.baselineAt);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, DatedDifference> value)
{
    archive("node", value.node);
    archive("group", value.group);
    archive("difference", value.difference);
    archive("absentAt", value.absentAt);
    archive("firstSeen", value.firstSeen);
    archive("lastSeen", value.lastSeen);
    archive("goneAt", value.goneAt);
    archive("causes", value.causes);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, DriftCount> value)
{
    archive("group", value.group);
    archive("at", value.at);
    archive("nodes", value.nodes);
    archive("differing", value.differing);
    archive("differences", value.differences);
    archive("hidden", value.hidden);
    archive("incomplete", value.incomplete);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, DriftHistory> value)
{
    archive("differences", value.differences);
    archive("counts", value.counts);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ImageRecord> value)
{
    archive("ref", value.ref);
    archive("digest", value.digest);
    archive("parent", value.parent);
    archive("tier", value.tier);
    archive("builtAt", value.builtAt);
    archive("size", value.size);
    archive("ownSize", value.ownSize);
    archive("packages", value.packages);
    archive("buildMs", value.buildMs);
    archive("stale", value.stale);
    archive("nodes", value.nodes);
    archive("serveMs", value.serveMs);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Orphan> value)
{
    archive("kind", value.kind);
    archive("name", value.name);
    archive("group", value.group);
    archive("deployment", value.deployment);
    archive("image", value.image);
    archive("bornAt", value.bornAt);
    archive("reason", value.reason);
    archive("size", value.size);
}

} // namespace snowmelt
