// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/image_store_actions.h"

#include "models/domain/json_event_fields.h"
#include "models/domain/read_json.h"

namespace snowmelt {

QJsonObject storeCheckJson(const std::optional<StoreVerified>& verified, const Finished& finished)
{
    QJsonObject json = readingJson(QStringLiteral("snowmelt.store-check/1"), finished);
    json.insert(QStringLiteral("check"), verified ? JsonWriter::write(verified->check) : QJsonValue());
    return json;
}

QJsonObject pruningJson(const std::optional<ImagesPruned>& pruned, const Finished& finished)
{
    QJsonObject json = readingJson(QStringLiteral("snowmelt.pruning/1"), finished);
    json.insert(QStringLiteral("pruning"), pruned ? JsonWriter::write(pruned->pruning) : QJsonValue());
    return json;
}

QJsonObject imageExportJson(const std::optional<ImageExported>& exported, const Finished& finished)
{
    QJsonObject json = readingJson(QStringLiteral("snowmelt.image-export/1"), finished);
    json.insert(QStringLiteral("image"), exported ? JsonWriter::write(exported->image) : QJsonValue());
    json.insert(QStringLiteral("files"), exported ? JsonWriter::write(exported->files) : QJsonValue());
    json.insert(QStringLiteral("bytes"), exported ? JsonWriter::write(exported->bytes) : QJsonValue());
    return json;
}

QJsonObject imageImportJson(const std::optional<ImageImported>& imported, const Finished& finished)
{
    QJsonObject json = readingJson(QStringLiteral("snowmelt.image-import/1"), finished);
    json.insert(QStringLiteral("image"), imported ? JsonWriter::write(imported->image) : QJsonValue());
    return json;
}

} // namespace snowmelt
