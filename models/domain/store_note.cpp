// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/store_note.h"

#include "models/domain/event_json.h"

#include <QJsonDocument>
#include <QMap>

namespace snowmelt {

namespace {

const QString errorKey = QStringLiteral("error");
const QString nodesKey = QStringLiteral("nodes");

const QMap<StoreGap, QString>& gapSources()
{
    static const QMap<StoreGap, QString> sources{{StoreGap::Looks, QStringLiteral("store/looks")},
                                                 {StoreGap::Salt, QStringLiteral("store/salt")},
                                                 {StoreGap::Drift, QStringLiteral("store/drift")},
                                                 {StoreGap::Earlier, QStringLiteral("store/earlier")},
                                                 {StoreGap::LastDrift, QStringLiteral("store/last drift")},
                                                 {StoreGap::Journal, QStringLiteral("store/journal")}};
    return sources;
}

} // namespace

LogLine logLine(const StoreNote& note)
{
    const QJsonObject json{{errorKey, toJson(note.error)}, {nodesKey, note.nodes}};
    return {gapSources().value(note.gap), QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact))};
}

std::optional<StoreNote> storeNote(const LogLine& line)
{
    const QList<StoreGap> gaps = gapSources().keys(line.source);
    if (gaps.isEmpty())
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(line.text.toUtf8()).object();
    return StoreNote{gaps.first(), errorFromJson(json.value(errorKey).toObject()), json.value(nodesKey).toInt()};
}

} // namespace snowmelt
