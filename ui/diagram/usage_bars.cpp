// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/usage_bars.h"

#include "models/document/fleet_document.h"
#include "ui/diagram/diagram_view.h"

#include <QPainter>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr double barHeight = 2;
constexpr double barGap = 1;
constexpr double barMargin = 2; ///< below: above are the feet of the letters
constexpr double barInset = 10;
constexpr double smallestBarred = 56; ///< pixels across

using Shares = QHash<QString, UsageShares>;

class BarLayer final : public DiagramLayer
{
public:
    explicit BarLayer(std::shared_ptr<const Shares> shares) : m_shares(std::move(shares)) {}

    /// Only what is in sight: a fleet may have a hundred thousand.
    void paint(QPainter* painter, const DiagramStage& stage) override
    {
        if (m_shares->isEmpty())
            return;
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(Qt::NoPen);
        stage.scene.eachBox(stage.viewport.toDiagram(QRectF(QPointF(), stage.size)), [&](int box) {
            const auto own = m_shares->constFind(stage.scene.box(box).part);
            if (own == m_shares->cend() || !stage.scene.box(box).node())
                return;
            const QRectF card = stage.viewport.toView(stage.scene.rect(box));
            paintBar(painter, stage.theme, usageBar(card, 0), own->cpu);
            paintBar(painter, stage.theme, usageBar(card, 1), own->memory);
        });
    }

private:
    static void paintBar(QPainter* painter, const Theme& theme, QRectF bar, double share)
    {
        if (bar.isEmpty() || share < 0)
            return;
        painter->fillRect(bar, theme.grid);
        bar.setWidth(std::max(1.0, bar.width() * share));
        painter->fillRect(bar, theme.ink);
    }
    std::shared_ptr<const Shares> m_shares;
};

} // namespace

UsageShares usageShares(const Utilisation& used)
{
    const bool bounded = used.memory >= 0 && used.memoryLimit > 0;
    return {used.cpu < 0 ? -1 : std::min(used.cpu, 1.0),
            bounded ? std::min(double(used.memory) / double(used.memoryLimit), 1.0) : -1};
}

QRectF usageBar(const QRectF& card, int row)
{
    if (card.width() < smallestBarred)
        return {};
    const double top = card.bottom() - barMargin - 2 * barHeight - barGap + row * (barHeight + barGap);
    return QRectF(card.left() + barInset, top, card.width() - 2 * barInset, barHeight).toAlignedRect();
}

UsageBars::UsageBars(FleetDocument* document, DiagramView* view)
    : QObject(view), m_document(document), m_view(view), m_shares(std::make_shared<Shares>())
{
    view->addLayer(std::make_unique<BarLayer>(m_shares));
    connect(document, &FleetDocument::fleetChanged, this, &UsageBars::follow);
}

void UsageBars::setShown(bool shown)
{
    m_shown = shown;
    follow();
}

void UsageBars::follow()
{
    Shares shares;
    if (m_shown) {
        for (const NodeState* node : m_document->fleet().allNodes())
            if (node->utilisation)
                shares.insert(node->name, usageShares(*node->utilisation));
    }
    if (shares == *m_shares)
        return;
    *m_shares = shares;
    m_view->update();
}

} // namespace snowmelt
