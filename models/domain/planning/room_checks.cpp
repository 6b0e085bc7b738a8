// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/room_checks.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qint64 mebibyte = 1024 * 1024;
/// A node of the lab's smallest image (init, sshd, a web server) uses about this much before its first request. A fleet
/// whose nodes say what they use is counted with what they say when that is more.
constexpr qint64 leastNodeMemory = 64 * mebibyte;
/// Layers are shared between nodes; this is what one writes itself: birth files, logs, /run and what its overlay needs.
constexpr qint64 leastNodeDisk = 32 * mebibyte;

QString inMebibytes(qint64 bytes)
{
    return QString::number((bytes + mebibyte - 1) / mebibyte);
}

PlanCheck enough(const QString& code, qint64 free, qint64 needed)
{
    return {
        code, free < needed ? Verdict::Block : Verdict::Pass, {QString::number(free / mebibyte), inMebibytes(needed)}};
}

QList<PlanCheck> headroomChecks(const PlanInput& input, qint64 nodes)
{
    if (!input.headroom)
        return {};
    const Headroom& room = *input.headroom;
    QList<PlanCheck> checks;
    if (room.memory >= 0)
        checks.append(enough(u"memoryFree"_qs, room.memory, nodes * std::max(room.nodeMemory, leastNodeMemory)));
    // An image that must be brought first is unpacked beside the archive it comes in.
    const qint64 image = input.imageThere ? 0 : 2 * input.image.size;
    if (room.disk >= 0)
        checks.append(enough(u"diskFree"_qs, room.disk, nodes * leastNodeDisk + image));
    if (room.memory < 0 || room.disk < 0)
        checks.append({u"headroomUnknown"_qs, Verdict::Warn, {}});
    return checks;
}

} // namespace

QList<PlanCheck> roomChecks(const PlanInput& input, const Plan& plan)
{
    QList<PlanCheck> checks;
    if (input.addressesFree >= 0)
        checks.append({u"addressesFree"_qs,
                       input.addressesFree < plan.green.size() ? Verdict::Block : Verdict::Pass,
                       {QString::number(input.addressesFree), QString::number(plan.green.size())}});
    for (const QString& endpoint : input.portsTaken)
        checks.append({u"portTaken"_qs, Verdict::Block, {endpoint}});
    return checks + headroomChecks(input, plan.green.size());
}

} // namespace snowmelt
