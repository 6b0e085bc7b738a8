// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/trial/image_trials.h"

#include "backend/execution/blocking.h"

#include <QFile>

namespace snowmelt {

namespace {

const QString usual = QStringLiteral("podman");

bool bootsImages(Platform* platform)
{
    return platform && platform->inside() && platform->observe() && platform->provision() && platform->imageImport() &&
           platform->httpProbe() && platform->possessions();
}

} // namespace

ImageTrials::ImageTrials(QString home, Platforms platforms, TrialTiming timing)
    : m_home(std::move(home)), m_platforms(std::move(platforms)), m_timing(timing)
{
}

std::shared_ptr<TrialGate> ImageTrials::gateFor(const Blueprint& blueprint)
{
    Platform* platform = m_platforms(blueprint.platform.kind);
    return std::make_shared<ImageTrial>(bootsImages(platform) ? platform : m_platforms(usual), m_timing);
}

Task<Done> ImageTrials::sweepOne(QString file, CallContext context)
{
    QFile text(file);
    const auto mark = text.open(QIODevice::ReadOnly) ? parseTrialMark(text.readAll()) : std::nullopt;
    Platform* platform = mark ? m_platforms(mark->platform) : nullptr;
    if (platform) {
        const CallContext limited = context.within(m_timing.openLimit + m_timing.cleanupLimit);
        const Result<Done> opened = co_await platform->open(limited);
        if (!opened)
            co_return opened;
        const Result<Done> removed = co_await removeTrial(platform, *mark, false, limited);
        if (!removed)
            co_return removed;
    }
    QFile::remove(file);
    co_return Done{};
}

Task<Done> ImageTrials::sweep(CallContext context)
{
    const std::function<Result<QStringList>()> look = [home = m_home]() -> Result<QStringList> {
        return forsakenTrialMarks(home);
    };
    const Result<QStringList> forsaken = co_await runBlocking<QStringList>(look);
    if (!forsaken)
        co_return forsaken.as<Done>();
    for (const QString& mark : *forsaken) {
        const Result<Done> swept = co_await sweepOne(mark, context);
        if (!swept)
            co_return swept;
    }
    co_return Done{};
}

} // namespace snowmelt
