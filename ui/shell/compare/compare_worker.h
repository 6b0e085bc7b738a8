// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/compare/compared_picture.h"
#include "ui/shell/compare/moment_source.h"
#include "ui/shell/finding/side_worker.h"

#include <QObject>

#include <atomic>
#include <optional>

namespace snowmelt {

struct ComparisonRequest
{
    MomentSource before;
    MomentSource after;
    Arrangement arrangement{}; ///< places that hold for both

    bool isLong() const; ///< would take longer than a frame
};

/// Both moments, compared and laid out. Null: given up.
std::shared_ptr<const ComparedPicture> compared(const ComparisonRequest& request, const ComparisonStop& stop = {});

/// The same aside, for fleets that take longer than a frame.
class CompareWorker final : public QObject
{
    Q_OBJECT
public:
    explicit CompareWorker(QObject* parent = nullptr) : QObject(parent) {}
    ~CompareWorker() override;

    /// One under way ends first, and of those that wait the latest wins: observations that come faster than comparisons
    /// end would else never be seen.
    void request(ComparisonRequest request);
    void cancel(); ///< what was asked for is not wanted any more

Q_SIGNALS:
    void ready(const std::shared_ptr<const snowmelt::ComparedPicture>& picture);

private:
    void begin();
    void finish(const std::shared_ptr<const ComparedPicture>& picture);

    std::optional<ComparisonRequest> m_waiting;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< of the one under way
    SideWorker m_side;
};

} // namespace snowmelt
