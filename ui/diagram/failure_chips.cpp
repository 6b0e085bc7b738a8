// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/failure_chips.h"

#include "models/document/fleet_document.h"
#include "models/domain/failures.h"
#include "ui/diagram/diagram_view.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace snowmelt {

namespace {

constexpr double failureChipHeight = 20;
constexpr double failureChipInset = 8;
constexpr double smallestBalancer = 48; ///< pixels across

using Texts = QHash<QString, QString>;

QFont chipFont()
{
    return textFont(TextSize::Small, QFont::DemiBold);
}

class ChipLayer final : public DiagramLayer
{
public:
    explicit ChipLayer(std::shared_ptr<const Texts> texts) : m_texts(std::move(texts)) {}

    void paint(QPainter* painter, const DiagramStage& stage) override
    {
        for (auto chip = m_texts->cbegin(); chip != m_texts->cend(); ++chip) {
            const int box = stage.scene.firstOf(chip.key());
            if (box >= 0)
                paintChip(painter, stage, chipPlace(stage.viewport.toView(stage.scene.rect(box)), chip.value()),
                          chip.value());
        }
    }

private:
    static void paintChip(QPainter* painter, const DiagramStage& stage, const QRectF& place, const QString& text)
    {
        if (place.isEmpty() || !place.intersects(QRectF(QPointF(), stage.size)))
            return;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(stage.theme.red, 1));
        painter->setBrush(stage.theme.redTint);
        painter->drawRoundedRect(place, failureChipHeight / 2, failureChipHeight / 2);
        painter->setPen(stage.theme.red);
        painter->setFont(chipFont());
        painter->drawText(place, Qt::AlignCenter, text);
    }
    std::shared_ptr<const Texts> m_texts;
};

} // namespace

QRectF chipPlace(const QRectF& balancer, const QString& text)
{
    if (balancer.width() < smallestBalancer)
        return {};
    const double width = QFontMetricsF(chipFont()).horizontalAdvance(text) + 2 * failureChipInset;
    QRectF place(0, 0, width, failureChipHeight);
    place.moveCenter({balancer.center().x(), balancer.bottom()});
    return place.toRect();
}

FailureChips::FailureChips(FleetDocument* document, DiagramView* view)
    : QObject(view), m_document(document), m_view(view), m_texts(std::make_shared<Texts>())
{
    view->addLayer(std::make_unique<ChipLayer>(m_texts));
    view->installEventFilter(this);
    connect(document, &FleetDocument::opened, this, &FailureChips::follow);
    connect(document, &FleetDocument::fleetChanged, this, &FailureChips::follow);
    follow();
}

void FailureChips::follow()
{
    Texts texts;
    for (const BalancerState& balancer : m_document->fleet().balancers) {
        const Failures failures = failuresOf(m_document->fleet(), balancer.node.name);
        if (failures.failed > 0)
            texts.insert(balancer.node.name, tr("%1 failed").arg(QLocale().toString(failures.failed)));
    }
    if (texts == *m_texts)
        return;
    *m_texts = texts;
    m_view->update();
}

QRect FailureChips::chipOf(const QString& balancer) const
{
    const auto text = m_texts->constFind(balancer);
    const int box = text == m_texts->cend() ? -1 : m_view->scene().firstOf(balancer);
    return box < 0 ? QRect() : chipPlace(m_view->viewport().toView(m_view->scene().rect(box)), *text).toRect();
}

QString FailureChips::chipAt(const QPointF& position) const
{
    for (auto chip = m_texts->cbegin(); chip != m_texts->cend(); ++chip)
        if (chipOf(chip.key()).contains(position.toPoint()))
            return chip.key();
    return {};
}

/// Before the view itself: a click on a chip neither selects the balancer nor begins to drag.
bool FailureChips::eventFilter(QObject*, QEvent* event)
{
    const auto* mouse = dynamic_cast<QMouseEvent*>(event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        m_pressed = mouse->button() == Qt::LeftButton ? chipAt(mouse->position()) : QString();
        return !m_pressed.isEmpty();
    case QEvent::MouseButtonRelease:
        if (m_pressed.isEmpty())
            return false;
        if (const QString pressed = std::exchange(m_pressed, {}); chipAt(mouse->position()) == pressed)
            Q_EMIT clicked(pressed);
        return true;
    case QEvent::MouseMove:
        if (mouse->buttons())
            return !m_pressed.isEmpty();
        if (chipAt(mouse->position()).isEmpty())
            return false; // there the view has its own cursor
        m_view->setCursor(Qt::PointingHandCursor);
        return true;
    case QEvent::ToolTip: {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (chipAt(help->pos()).isEmpty())
            return false;
        QToolTip::showText(help->globalPos(), tr("Shows which nodes failed, since when, and with which check."),
                           m_view);
        return true;
    }
    default:
        return false;
    }
}

} // namespace snowmelt
