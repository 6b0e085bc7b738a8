// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/compare/compare_worker.h"

#include "ui/diagram/scene/layout_worker.h"

#include <utility>

namespace snowmelt {

bool ComparisonRequest::isLong() const
{
    const auto takesLong = [](const MomentSource& source) {
        return LayoutRequest{source.blueprint, source.fleet, {}, {}}.isLong();
    };
    return takesLong(before) || takesLong(after);
}

std::shared_ptr<const ComparedPicture> compared(const ComparisonRequest& request, const ComparisonStop& stop)
{
    const auto stopped = [&stop] { return stop && stop(); };
    const FleetMoment before = momentOf(request.before);
    if (stopped())
        return nullptr;
    const FleetMoment after = momentOf(request.after);
    if (stopped())
        return nullptr;
    FleetComparison comparison = compareFleets(before, after, stop);
    return stopped() ? nullptr : pictureOf(std::move(comparison), request.arrangement, stop);
}

CompareWorker::~CompareWorker()
{
    cancel();
}

void CompareWorker::request(ComparisonRequest request)
{
    m_waiting = std::move(request);
    if (!m_side.busy())
        begin();
}

void CompareWorker::cancel()
{
    m_waiting.reset();
    if (m_stop)
        m_stop->store(true);
    m_side.forget();
}

void CompareWorker::begin()
{
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_side.ask([this, stop = m_stop, request = *std::exchange(m_waiting, std::nullopt)]() -> SideWorker::Answer {
        const auto picture = compared(request, [stop] { return stop->load(); });
        return [this, picture] { finish(picture); };
    });
}

void CompareWorker::finish(const std::shared_ptr<const ComparedPicture>& picture)
{
    if (m_waiting)
        begin();
    Q_EMIT ready(picture);
}

} // namespace snowmelt
