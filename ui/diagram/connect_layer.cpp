// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/connect_layer.h"

#include "ui/diagram/connect_handle.h"
#include "ui/diagram/diagram_painter.h"
#include "ui/diagram/hover_card.h"
#include "ui/theme/wrapping.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr double connectWidth = 2;
constexpr double metWidth = 3; ///< around the part it would end at
constexpr double originWidth = 1.5;
constexpr double endRadius = 3.5;
constexpr int plusInset = metric::unit / 2; ///< from the rim of a handle to the arms of its plus
constexpr int widestWords = 40 * metric::unit;

void paintHandle(QPainter* painter, const Theme& theme, const QRect& place, bool under)
{
    painter->setPen(QPen(theme.ink, 1));
    painter->setBrush(under ? theme.ink : theme.panel);
    painter->drawEllipse(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5));
    const QRect arms = place.adjusted(plusInset, plusInset, -plusInset, -plusInset);
    const QColor ink = under ? theme.onInk : theme.ink;
    painter->fillRect(QRect(arms.left(), arms.center().y(), arms.width(), 1), ink);
    painter->fillRect(QRect(arms.center().x(), arms.top(), 1, arms.height()), ink);
}

void paintEnd(QPainter* painter, const DiagramStage& stage, const QString& part, double width,
              Qt::PenStyle style = Qt::SolidLine)
{
    painter->save();
    painter->setTransform(stage.viewport.transform(), true);
    DiagramPainter::paintRing(painter, stage.scene, part, screenPen(painter, stage.theme.ink, width, style));
    painter->restore();
}

/// Of the one under the mouse it is shown what it belongs to: a handle beside a node is its group's.
void paintHandles(QPainter* painter, const DiagramStage& stage, const ConnectPicture& picture)
{
    for (const QString& key : picture.handles) {
        const int box = stage.scene.boxOfKey(key);
        const QRect place = box < 0 ? QRect() : handlePlace(stage.viewport.toView(stage.scene.rect(box)), stage.size);
        if (place.isNull())
            continue;
        if (key == picture.under)
            paintEnd(painter, stage, stage.scene.box(box).part, originWidth);
        paintHandle(painter, stage.theme, place, key == picture.under);
    }
}

bool isInSight(const DiagramStage& stage, const QString& part)
{
    const QRectF seen = stage.viewport.toDiagram(QRectF(QPointF(), stage.size));
    const QList<int> boxes = stage.scene.boxesOf(part);
    return std::any_of(boxes.begin(), boxes.end(), [&](int box) { return seen.intersects(stage.scene.rect(box)); });
}

void paintEnds(QPainter* painter, const DiagramStage& stage, const ConnectLine& line)
{
    paintEnd(painter, stage, line.from, originWidth);
    for (const QString& part : line.targets)
        if (part != line.over && isInSight(stage, part))
            paintEnd(painter, stage, part, connectWidth, Qt::DashLine);
    if (line.isLegal())
        paintEnd(painter, stage, line.over, metWidth);
}

void paintWay(QPainter* painter, const DiagramStage& stage, const ConnectLine& line)
{
    const QPointF start = stage.viewport.toView(line.start);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(stage.theme.ink, connectWidth, Qt::DashLine));
    painter->drawPath(heldThread(start, line.end));
    painter->setPen(Qt::NoPen);
    painter->setBrush(stage.theme.ink);
    painter->drawEllipse(start, endRadius, endRadius);
    painter->drawEllipse(line.end, endRadius, endRadius);
}

/// What the words must not lie on: the mouse, and the part it is over where that leaves room for them.
QRect keptClear(const DiagramStage& stage, const ConnectLine& line)
{
    QRect mouse(0, 0, 2 * metric::unit, 2 * metric::unit);
    mouse.moveCenter(line.end.toPoint());
    for (const int box : stage.scene.boxesOf(line.over)) {
        const QRect place = stage.viewport.toView(stage.scene.rect(box)).toAlignedRect();
        if (place.contains(mouse.center()) && 2 * place.width() < stage.size.width())
            return place.united(mouse);
    }
    return mouse;
}

/// A refusal has the ink that it has in the dialog.
void paintMeaning(QPainter* painter, const DiagramStage& stage, const ConnectLine& line)
{
    if (line.words.isEmpty())
        return;
    const QFont font = textFont(TextSize::Normal);
    const QFontMetrics metrics(font);
    const int widest = std::min(widestWords, stage.size.width() - 4 * metric::unit);
    const int flags = wrapFlags(metrics, line.words, widest);
    const QSize words = metrics.boundingRect(QRect(0, 0, widest, stage.size.height()), flags, line.words).size();
    const QSize card = words + QSize(2 * metric::unit + 1, metric::unit + 1);
    const QRect tip = cardPlace(keptClear(stage, line), card, QRect({}, stage.size));
    painter->setPen(QPen(stage.theme.control, 1));
    painter->setBrush(stage.theme.panel);
    painter->drawRoundedRect(QRectF(tip).adjusted(0.5, 0.5, -0.5, -0.5), metric::controlRadius, metric::controlRadius);
    painter->setFont(font);
    painter->setPen(line.isLegal() ? stage.theme.text : stage.theme.amber);
    painter->drawText(tip.adjusted(metric::unit, metric::unit / 2, 0, 0), flags, line.words);
}

} // namespace

void ConnectLayer::paint(QPainter* painter, const DiagramStage& stage)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_picture->line) {
        paintEnds(painter, stage, *m_picture->line);
        paintWay(painter, stage, *m_picture->line);
        paintMeaning(painter, stage, *m_picture->line);
    } else if (!stage.held) {
        paintHandles(painter, stage, *m_picture);
    }
    painter->restore();
}

} // namespace snowmelt
