// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/trial/trial_mark.h"

#include "backend/image/work_folder.h"
#include "backend/platform/possessions.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace snowmelt {

namespace {

const QString markEnd = QStringLiteral(".trial");

QStringList filesIn(const QString& home)
{
    const QDir builds(home + QStringLiteral("/build"));
    QStringList files;
    for (const QString& name : builds.entryList({u'*' + markEnd}, QDir::Files))
        files.append(builds.filePath(name));
    return files;
}

/// One that a node is made of meanwhile is that node's.
Task<Done> removeImage(Platform* platform, Digest image, CallContext context)
{
    Possession possession;
    possession.kind = OrphanKind::Image;
    possession.id = image.hex();
    const Result<Done> removed = co_await platform->possessions()->remove(possession, context);
    if (removed.failed() && removed.error().code == ErrorCode::EngineRefused)
        co_return Done{};
    co_return removed;
}

} // namespace

QByteArray renderTrialMark(const TrialMark& mark)
{
    QJsonArray images;
    for (const Digest& image : mark.images)
        images.append(image.text());
    const QJsonObject object{{QStringLiteral("platform"), mark.platform},
                             {QStringLiteral("fleet"), mark.fleet.id},
                             {QStringLiteral("name"), mark.fleet.name},
                             {QStringLiteral("images"), images}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<TrialMark> parseTrialMark(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    TrialMark mark;
    mark.platform = object.value(u"platform").toString();
    mark.fleet = {object.value(u"fleet").toString(), object.value(u"name").toString()};
    const QJsonArray images = object.value(u"images").toArray();
    for (const QJsonValue& image : images)
        if (const auto digest = Digest::parse(image.toString()))
            mark.images.append(*digest);
    if (mark.platform.isEmpty() || mark.fleet.id.isEmpty() || mark.fleet.name.isEmpty())
        return std::nullopt;
    return mark;
}

QString trialMarkOf(const QString& work)
{
    return work + markEnd;
}

QStringList forsakenTrialMarks(const QString& home)
{
    QStringList marks = filesIn(home);
    marks.removeIf([&home](const QString& file) {
        return WorkFolder::isInUse(home, QFileInfo(file).fileName().chopped(markEnd.size()));
    });
    return marks;
}

QList<TrialMark> trialMarks(const QString& home)
{
    QList<TrialMark> marks;
    for (const QString& name : filesIn(home)) {
        QFile file(name);
        const auto mark = file.open(QIODevice::ReadOnly) ? parseTrialMark(file.readAll()) : std::nullopt;
        if (mark)
            marks.append(*mark);
    }
    return marks;
}

Task<Done> removeTrial(Platform* platform, TrialMark mark, bool keepImages, CallContext context)
{
    const Result<Done> destroyed = co_await platform->provision()->destroy(mark.fleet, trialNode, context);
    if (!destroyed)
        co_return destroyed;
    const Result<Done> networkGone = co_await platform->provision()->removeNetwork(mark.fleet, context);
    if (!networkGone || keepImages)
        co_return networkGone;
    std::ranges::reverse(mark.images); // children before their parents
    for (const Digest& image : mark.images) {
        const Result<Done> removed = co_await removeImage(platform, image, context);
        if (!removed)
            co_return removed;
    }
    co_return Done{};
}

} // namespace snowmelt
