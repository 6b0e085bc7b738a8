// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/json_deployment_fields.h"
#include "models/domain/json_image_fields.h"

/// Fields of the bodies of events; see json_archive.h.
namespace snowmelt {

template <typename Archive>
void describe(Archive& archive, Field<Archive, Started> value)
{
    archive("verb", value.verb);
    archive("fleet", value.fleet);
    archive("subject", value.subject);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Progress> value)
{
    archive("phase", value.phase);
    archive("args", value.args);
    archive("done", value.done);
    archive("total", value.total);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, LogLine> value)
{
    archive("source", value.source);
    archive("text", value.text);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, FleetObserved> value)
{
    archive("fleet", value.fleet);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, NodeScanned> value)
{
    archive("report", value.report);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, NodeUnseen> value)
{
    archive("node", value.node);
    archive("error", value.error);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, NodesCompared> value)
{
    archive("drift", value.drift);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, DriftHistoryRead> value)
{
    archive("history", value.history);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ScanDue> value)
{
    archive("node", value.node);
    archive("at", value.at);
    archive("failures", value.failures);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ScansDue> value)
{
    archive("scans", value.scans);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, AccessPrompt> value)
{
    archive("text", value.text);
    archive("echo", value.echo);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, AccessQuestion> value)
{
    archive("id", value.id);
    archive("kind", value.kind);
    archive("node", value.node);
    archive("host", value.host);
    archive("user", value.user);
    archive("subject", value.subject);
    archive("fingerprint", value.fingerprint);
    archive("file", value.file);
    archive("instruction", value.instruction);
    archive("prompts", value.prompts);
    archive("again", value.again);
    archive("keepable", value.keepable);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, QuestionAsked> value)
{
    archive("question", value.question);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, QuestionClosed> value)
{
    archive("question", value.question);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ImagesListed> value)
{
    archive("images", value.images);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ImageBuilt> value)
{
    archive("image", value.image);
    archive("reused", value.reused);
    archive("locked", value.locked);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, PlanMade> value)
{
    archive("plan", value.plan);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, StepBegun> value)
{
    archive("step", value.step);
    archive("kind", value.kind);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, StepDone> value)
{
    archive("step", value.step);
    archive("kind", value.kind);
    archive("ms", value.ms);
    archive("observed", value.observed);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, StepFailed> value)
{
    archive("step", value.step);
    archive("kind", value.kind);
    archive("error", value.error);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, RollingBack> value)
{
    archive("from", value.from);
    archive("reason", value.reason);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, WarningsAccepted> value)
{
    archive("codes", value.codes);
    archive("person", value.person);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, LeaseTaken> value)
{
    archive("holder", value.holder);
    archive("since", value.since);
    archive("until", value.until);
    archive("from", value.from);
    archive("reason", value.reason);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Controlled> value)
{
    archive("command", value.command);
    archive("person", value.person);
    archive("seconds", value.seconds);
    archive("refused", value.refused);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ConfigEdited> value)
{
    archive("balancer", value.balancer);
    archive("edits", value.edits);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Paused> value)
{
    archive("step", value.step);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Continued> value)
{
    archive("step", value.step);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, DrainSeen> value)
{
    archive("nodes", value.nodes);
    archive("secondsLeft", value.secondsLeft);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, GatesSeen> value)
{
    archive("gates", value.gates);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, OpenDeploymentsSeen> value)
{
    archive("open", value.open);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, OrphansSeen> value)
{
    archive("orphans", value.orphans);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ReportMade> value)
{
    archive("report", value.report);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Recorded> value)
{
    archive("event", value.event);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, HistoryEntry> value)
{
    archive("operation", value.operation);
    archive("verb", value.verb);
    archive("fleet", value.fleet);
    archive("subject", value.subject);
    archive("person", value.person);
    archive("startedAt", value.startedAt);
    archive("endedAt", value.endedAt);
    archive("outcome", value.outcome);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, HistoryListed> value)
{
    archive("entries", value.entries);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Finished> value)
{
    archive("outcome", value.outcome);
    archive("safety", value.safety);
    archive("error", value.error);
    archive("ms", value.ms);
}

} // namespace snowmelt
