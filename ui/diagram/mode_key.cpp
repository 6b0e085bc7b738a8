// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/mode_key.h"

#include "models/layout/metrics.h"
#include "ui/diagram/diagram_view.h"

#include <QCoreApplication>
#include <QPainter>

namespace snowmelt {

namespace {

constexpr double zoomTop = 30; ///< pixels from the bottom of the view to the top of the line that tells the zoom
constexpr double keyPitch = 26;
constexpr double keyHeight = 22;
constexpr double keyInset = 10;
constexpr double widestKey = 0.7; ///< of the view

class KeyText
{
    Q_DECLARE_TR_FUNCTIONS(ModeKey)

public:
    static QString health(Level level, bool given)
    {
        if (level == Level::Dot)
            return tr("strong: degraded · larger: down · lower half: draining · hollow: not seen");
        if (level != Level::Chip)
            return {};
        return given ? tr("number: of the host · Δ: its differences") : tr("number: of the node · Δ: its differences");
    }
    static QString drift(Level level)
    {
        return level == Level::Dot ? tr("left half: drifted · hollow: not all seen")
                                   : tr("number: differences · ?: not all seen");
    }
    static QString image(Level level)
    {
        switch (level) {
        case Level::Dot:
            return tr("strongest: not the blueprint's image");
        case Level::Cell:
            return tr("bold border: not the blueprint's image");
        case Level::Chip:
        case Level::Card:
            break;
        }
        return tr("number: version of the image · bold border: not the blueprint's");
    }
};

} // namespace

QString modeKey(DiagramMode mode, Level level, bool given)
{
    switch (mode) {
    case DiagramMode::Health:
        return KeyText::health(level, given);
    case DiagramMode::Drift:
        return KeyText::drift(level);
    case DiagramMode::Image:
        break;
    }
    return KeyText::image(level);
}

QString ModeKeyLayer::textFor(const DiagramStage& stage, DiagramMode mode)
{
    const Level level = levelOf(layout::cellSize * stage.viewport.zoom);
    const bool keyed = level != Level::Card && stage.scene.hasCells();
    return keyed ? modeKey(mode, level, stage.scene.diagram().given) : QString();
}

QRectF keyPlace(const QSizeF& view, double textWidth, int row)
{
    const double width = textWidth + 2 * keyInset;
    if (width > widestKey * view.width())
        return {};
    return {view.width() - metric::unit - width, view.height() - zoomTop - row * keyPitch, width, keyHeight};
}

void paintKey(QPainter* painter, const DiagramStage& stage, const QString& line, int row)
{
    const TextPainter::Style style{TextSize::Small, QFont::Normal, stage.theme.sub};
    const double width = stage.text.widthOf(painter, line, style) + 1;
    const QRectF pill = keyPlace(stage.size, width, row);
    if (line.isEmpty() || pill.isNull())
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(stage.theme.canvas);
    painter->drawRoundedRect(pill, metric::controlRadius, metric::controlRadius);
    stage.text.draw(painter, {pill.right() - keyInset, pill.center().y() + 4}, width, line, style, Qt::AlignRight);
}

void ModeKeyLayer::paint(QPainter* painter, const DiagramStage& stage)
{
    paintKey(painter, stage, textFor(stage, m_view->mode()), 1);
}

} // namespace snowmelt
