// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/expectation.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qsizetype countedBuilds = 5; // what was long ago was another recipe, or another machine

QList<ImageRecord> timedOf(const QList<ImageRecord>& built, const auto& counts)
{
    QList<ImageRecord> timed;
    std::ranges::copy_if(built, std::back_inserter(timed),
                         [&counts](const ImageRecord& record) { return record.buildMs > 0 && counts(record); });
    return timed;
}

} // namespace

Expectation expectedBuild(const QList<ImageRecord>& built, const ImageRef& image)
{
    QList<ImageRecord> timed = timedOf(built, [&image](const ImageRecord& record) { return record.ref == image; });
    if (timed.isEmpty())
        timed = timedOf(built, [&image](const ImageRecord& record) { return record.ref.name == image.name; });
    if (timed.isEmpty())
        return {};
    std::ranges::sort(timed, std::ranges::greater{}, &ImageRecord::builtAt);
    timed = timed.mid(0, countedBuilds);
    std::ranges::sort(timed, {}, &ImageRecord::buildMs);
    return {timed[timed.size() / 2].buildMs, static_cast<int>(timed.size())};
}

} // namespace snowmelt
