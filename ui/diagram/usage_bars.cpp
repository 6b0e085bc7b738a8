// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/usage_bars.h"

#include "models/document/fleet_document.h"
#include "models/layout/metrics.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/mode_key.h"
#include "ui/diagram/pencil.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

/// On a card of layout::cardSize: the feet of the letters end as far above a bar as the border begins below it.
constexpr double barRoom = 8;   ///< from the top of a bar to the border
constexpr double leastRoom = 7; ///< pixels
constexpr double barHeight = 3; ///< and no less pixels
constexpr double barGap = 8;
constexpr double barInset = 12;
constexpr int notchPitch = 4; ///< pixels

using Shares = QHash<QString, UsageShares>;

class BarLayer final : public DiagramLayer
{
public:
    BarLayer(const DiagramView* view, std::shared_ptr<const Shares> shares) : m_view(view), m_shares(std::move(shares))
    {
    }

    /// Only what is in sight: a fleet may have a hundred thousand.
    void paint(QPainter* painter, const DiagramStage& stage) override
    {
        if (m_shares->isEmpty())
            return;
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(Qt::NoPen);
        bool any = false;
        stage.scene.eachBox(stage.viewport.toDiagram(QRectF(QPointF(), stage.size)), [&](int box) {
            const auto own = m_shares->constFind(stage.scene.box(box).part);
            if (own == m_shares->cend() || !stage.scene.box(box).node())
                return;
            const QRectF rect = stage.viewport.toView(stage.scene.rect(box));
            const QRectF face = faceOf(stage.scene.mark(box).kind, rect, stage.viewport.zoom);
            any |= paintBar(painter, stage.theme, usageBar(face, 0), own->cpu, false);
            any |= paintBar(painter, stage.theme, usageBar(face, 1), own->memory, true);
        });
        if (any)
            paintKey(painter, stage, UsageBars::key(), ModeKeyLayer::textFor(stage, m_view->mode()).isEmpty() ? 1 : 2);
    }

private:
    /// The memory's has notches: which is which is seen without its place. Whether there is one.
    static bool paintBar(QPainter* painter, const Theme& theme, QRectF bar, double share, bool notched)
    {
        if (bar.isEmpty() || share < 0)
            return false;
        painter->fillRect(bar, theme.line);
        bar.setWidth(std::max(1.0, std::round(bar.width() * share)));
        painter->fillRect(bar, notched ? theme.sub : theme.ink);
        for (double x = bar.left() + notchPitch - 1; notched && x < bar.right(); x += notchPitch)
            painter->fillRect(QRectF(x, bar.top(), 1, bar.height()), theme.panel);
        return true;
    }

    const DiagramView* m_view; ///< has this layer
    std::shared_ptr<const Shares> m_shares;
};

} // namespace

UsageShares usageShares(const Utilisation& used)
{
    const bool bounded = used.memory >= 0 && used.memoryLimit > 0;
    return {used.cpu < 0 ? -1 : std::min(used.cpu, 1.0),
            bounded ? std::min(double(used.memory) / double(used.memoryLimit), 1.0) : -1};
}

QRectF usageBar(const QRectF& card, int bar)
{
    if (levelOf(card.size()) != Level::Card)
        return {};
    const double unit = std::min(card.width() / layout::cardSize.width(), card.height() / layout::cardSize.height());
    const double width = (card.width() - (2 * barInset + barGap) * unit) / 2;
    const double left = card.left() + barInset * unit + bar * (width + barGap * unit);
    const double height = std::max(barHeight, std::round(barHeight * unit));
    const double top = card.bottom() - std::max(barRoom * unit, leastRoom);
    return QRectF(QRectF(left, top, width, height).toRect());
}

UsageBars::UsageBars(FleetDocument* document, DiagramView* view)
    : QObject(view), m_document(document), m_view(view), m_shares(std::make_shared<Shares>())
{
    view->addLayer(std::make_unique<BarLayer>(view, m_shares));
    connect(document, &FleetDocument::fleetChanged, this, &UsageBars::follow);
}

QString UsageBars::key()
{
    return tr("bar: processor · notched bar: memory");
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
