// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image/store_care.h"

namespace snowmelt::sample {

inline ImageRecord build(const QString& ref, const QByteArray& content, int daysAgo, qint64 own)
{
    ImageRecord record;
    record.ref = *ImageRef::parse(ref);
    record.digest = Digest::ofBytes(content);
    record.builtAt = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC).addDays(-daysAgo);
    record.size = own + 190'000'000;
    record.ownSize = own;
    return record;
}

/// Two old builds that nothing needs, and one of each reason to stay.
inline Pruning pruning()
{
    using enum KeepReason;
    Pruning pruning;
    pruning.gone = {build(u"shop@1.0.0"_qs, "a", 40, 4'100'000), build(u"shop@1.0.0"_qs, "b", 31, 4'200'000)};
    pruning.kept = {{build(u"os/debian-12@12.1"_qs, "os", 50, 190'000'000), Newest, {}},
                    {build(u"foundation/web@1"_qs, "web", 45, 61'000'000), ParentOf, {u"shop@1.1.0"_qs}},
                    {build(u"shop@1.0.0"_qs, "c", 30, 4'200'000), NodeRuns, {u"web-2"_qs}},
                    {build(u"shop@1.0.0"_qs, "d", 12, 4'200'000), Recent, {}},
                    {build(u"shop@1.1.0"_qs, "e", 9, 4'300'000), WayBack, {u"web"_qs}},
                    {build(u"shop@1.1.0"_qs, "f", 8, 4'300'000), BuildRuns, {}}};
    pruning.blobs = 7;
    pruning.bytes = 8'300'000;
    return pruning;
}

/// As before, but a fleet's platform did not say what runs there.
inline Pruning pruningUnasked()
{
    Pruning pruning = sample::pruning();
    for (const ImageRecord& image : std::as_const(pruning.gone))
        pruning.kept.append({image, KeepReason::NotAsked, {u"podman"_qs}});
    pruning.gone.clear();
    pruning.blobs = 0;
    pruning.bytes = 0;
    return pruning;
}

/// A blob that two images need and whose bytes changed, one that is gone, and what a crash left.
inline StoreCheck damagedStore()
{
    const auto blob = [](const char* content) { return Digest::ofBytes(content).text(); };
    return {6,
            21,
            812'000'000,
            {{StoreFault::Damaged, blob("layer"), {u"foundation/web@1"_qs, u"shop@1.1.0"_qs}},
             {StoreFault::Missing, blob("inventory"), {u"shop@1.0.0"_qs}},
             {StoreFault::Unreadable, u"index.json"_qs, {}},
             {StoreFault::Unnamed, blob("left"), {}}}};
}

} // namespace snowmelt::sample
