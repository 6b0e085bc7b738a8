// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/documents.h"

#include "models/domain/code_names.h"
#include "models/domain/event_json.h"
#include "models/domain/read_json.h"

#include <QJsonArray>

namespace snowmelt {
namespace {

template <typename T>
QJsonArray arrayOf(const QList<T>& list)
{
    QJsonArray array;
    for (const T& item : list)
        array.append(toJson(item));
    return array;
}

} // namespace

QJsonObject driftHistoryJson(const std::optional<DriftHistory>& history, const Finished& finished)
{
    QJsonObject json = readingJson(QStringLiteral("snowmelt.drift-history/1"), finished);
    json.insert(QStringLiteral("history"), history ? QJsonValue(toJson(*history)) : QJsonValue());
    return json;
}

QJsonObject openDeploymentsJson(const QList<OpenDeployment>& open, const Finished& finished)
{
    QJsonObject json = readingJson(QStringLiteral("snowmelt.resume/1"), finished);
    json.insert(QStringLiteral("open"), arrayOf(open));
    return json;
}

QJsonObject orphansJson(const QList<Orphan>& orphans, const Finished& finished)
{
    QJsonObject json = readingJson(QStringLiteral("snowmelt.orphans/1"), finished);
    json.insert(QStringLiteral("orphans"), arrayOf(orphans));
    return json;
}

QJsonObject reportJson(const std::optional<DeploymentReport>& report, const Finished& finished)
{
    QJsonObject json = readingJson(QStringLiteral("snowmelt.report/1"), finished);
    json.insert(QStringLiteral("report"), report ? QJsonValue(toJson(*report)) : QJsonValue());
    return json;
}

QJsonObject paperJson(const std::optional<PaperMade>& paper, const QString& file, const Finished& finished)
{
    QJsonObject json = readingJson(QStringLiteral("snowmelt.paper/1"), finished);
    json.insert(QStringLiteral("image"), paper ? QJsonValue(paper->image.text()) : QJsonValue());
    json.insert(QStringLiteral("kind"), paper ? QJsonValue(codeName(paper->paper)) : QJsonValue());
    if (file.isEmpty())
        json.insert(QStringLiteral("text"), paper ? QJsonValue(QString::fromUtf8(paper->text)) : QJsonValue());
    else
        json.insert(QStringLiteral("file"), file);
    return json;
}

QJsonObject imageDiffJson(const std::optional<ImageDiff>& diff, const Finished& finished)
{
    QJsonObject json = readingJson(QStringLiteral("snowmelt.image-diff/1"), finished);
    json.insert(QStringLiteral("diff"), diff ? QJsonValue(toJson(*diff)) : QJsonValue());
    return json;
}

} // namespace snowmelt
