// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/json_fleet_fields.h"

/// Fields of what is said about images; see json_archive.h.
namespace snowmelt {

template <typename Archive>
void describe(Archive& archive, Field<Archive, ImageDifference> value)
{
    archive("part", value.part);
    archive("change", value.change);
    archive("key", value.key);
    archive("was", value.was);
    archive("is", value.is);
    archive("fields", value.fields);
    archive("package", value.package);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, RecipeCommit> value)
{
    archive("hash", value.hash);
    archive("at", value.at);
    archive("author", value.author);
    archive("subject", value.subject);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, RecipeTrail> value)
{
    archive("kind", value.kind);
    archive("commits", value.commits);
    archive("detail", value.detail);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ImageDiff> value)
{
    archive("from", value.from);
    archive("to", value.to);
    archive("differences", value.differences);
    archive("recipeKnownFrom", value.recipeKnownFrom);
    archive("recipeKnownTo", value.recipeKnownTo);
    archive("trail", value.trail);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, DueReason> value)
{
    archive("due", value.due);
    archive("args", value.args);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, StoreDamage> value)
{
    archive("fault", value.fault);
    archive("blob", value.blob);
    archive("images", value.images);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, StoreCheck> value)
{
    archive("images", value.images);
    archive("blobs", value.blobs);
    archive("bytes", value.bytes);
    archive("damage", value.damage);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, KeptImage> value)
{
    archive("image", value.image);
    archive("reason", value.reason);
    archive("args", value.args);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Pruning> value)
{
    archive("gone", value.gone);
    archive("kept", value.kept);
    archive("blobs", value.blobs);
    archive("bytes", value.bytes);
    archive("removed", value.removed);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ImageDue> value)
{
    archive("image", value.image);
    archive("reasons", value.reasons);
    archive("expectedMs", value.expectedMs);
    archive("expectedFrom", value.expectedFrom);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, LockMoved> value)
{
    archive("image", value.image);
    archive("changes", value.changes);
    archive("written", value.written);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ImageProved> value)
{
    archive("image", value.image);
    archive("differences", value.differences);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ImagesCompared> value)
{
    archive("diff", value.diff);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, StoreVerified> value)
{
    archive("check", value.check);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ImagesPruned> value)
{
    archive("pruning", value.pruning);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ImageExported> value)
{
    archive("image", value.image);
    archive("files", value.files);
    archive("bytes", value.bytes);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ImageImported> value)
{
    archive("image", value.image);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, PaperMade> value)
{
    archive("image", value.image);
    archive("paper", value.paper);
    archive("text", value.text);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ImageSigned> value)
{
    archive("image", value.image);
    archive("signer", value.signer);
    archive("fingerprint", value.fingerprint);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, TestRun> value)
{
    archive("name", value.name);
    archive("ms", value.ms);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ImageTried> value)
{
    archive("image", value.image);
    archive("tests", value.tests);
}

} // namespace snowmelt
