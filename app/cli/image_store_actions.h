// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/operation_run.h"

namespace snowmelt {

/// What `images` does besides listing: --verify, --prune, --export and --import.

QList<Option> imageStoreOptions();
/// Which of them makes no sense with which; empty: all do.
QString imageStoreFault(const Arguments& arguments);
/// The exit status of what was asked for; nullopt: none of these.
std::optional<int> runImageStoreAction(const Call& call);

/// Follows one operation to its end: on a terminal with its progress, which --json leaves out.
Reading follow(const Call& call, const Intent& intent);

int verifyImages(const Call& call);
int pruneImages(const Call& call);
int exportStoredImage(const Call& call);
int importStoredImage(const Call& call);

/// Documents in the shape of models/domain/read_json.h; what could not be had is null.
/// snowmelt.store-check/1: "check".
QJsonObject storeCheckJson(const std::optional<StoreVerified>& verified, const Finished& finished);
/// snowmelt.pruning/1: "pruning".
QJsonObject pruningJson(const std::optional<ImagesPruned>& pruned, const Finished& finished);
/// snowmelt.image-export/1: "image", "files", "bytes".
QJsonObject imageExportJson(const std::optional<ImageExported>& exported, const Finished& finished);
/// snowmelt.image-import/1: "image".
QJsonObject imageImportJson(const std::optional<ImageImported>& imported, const Finished& finished);

} // namespace snowmelt
