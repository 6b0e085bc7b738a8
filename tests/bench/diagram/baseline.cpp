// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/diagram/contender.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/health_style.h"
#include "ui/diagram/pencil.h"

#include <QCoreApplication>
#include <QGraphicsItem>
#include <QGraphicsView>
#include <QPainter>
#include <QScrollBar>
#include <QStaticText>
#include <QStyleOptionGraphicsItem>

#include <cmath>

namespace snowmelt::bench {

namespace {

constexpr double textFrom = 0.3; ///< zoom; smaller text would only cost

const Theme& theme()
{
    return Theme::light();
}

/// One pixmap per health, shared by all items.
const QPixmap& glyphOf(Health health)
{
    static QHash<Health, QPixmap> cache;
    QPixmap& pixmap = cache[health];
    if (pixmap.isNull())
        pixmap = healthIcon(health, theme()).pixmap(32, 32);
    return pixmap;
}

const QFont& fontOf(bool title)
{
    static const QFont large = textFont(TextSize::Large, QFont::DemiBold);
    static const QFont small = textFont(TextSize::Small);
    return title ? large : small;
}

/// A box as an item of its own. Texts are elided and laid out once, styles are kept, and what is too small is left out.
class BoxItem final : public QGraphicsItem
{
public:
    BoxItem(const DiagramBox& box, int index) : m_index(index)
    {
        setPos(box.rect.topLeft());
        m_rect = QRectF(QPointF(), box.rect.size());
        m_shape = silhouette(box.kind, m_rect, 1);
        setZValue(box.kind == BoxKind::Zone ? -3 : box.kind == BoxKind::Group ? -2 : 0);
        set(box);
    }
    void set(const DiagramBox& box)
    {
        m_kind = box.kind;
        m_health = box.health();
        m_style = box.kind == BoxKind::Group ? HealthStyle{} : styleOf(markOf(box), DiagramMode::Health, theme());
        if (box.kind == BoxKind::Group) {
            m_style.fill = theme().group;
            m_style.border = QPen(theme().control, 1.2);
        }
        const double room = m_rect.width() - 40;
        m_title.setText(QFontMetricsF(fontOf(true)).elidedText(Captions::title(box), Qt::ElideRight, room));
        m_detail.setText(QFontMetricsF(fontOf(false)).elidedText(detailOf(box), Qt::ElideRight, room));
        m_title.prepare({}, fontOf(true));
        m_detail.prepare({}, fontOf(false));
        update();
    }
    int index() const { return m_index; }
    QRectF boundingRect() const override { return m_rect.adjusted(-2, -2, 2, 2); }

    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override
    {
        painter->setPen(m_style.border);
        painter->setBrush(m_style.fill);
        painter->drawPath(m_shape);
        const bool legible = painter->worldTransform().m11() >= textFrom;
        if (m_kind == BoxKind::Cell) {
            painter->drawPixmap(QRectF(m_rect.center() - QPointF(7, 7), QSizeF(14, 14)), glyphOf(m_health),
                                QRectF(0, 0, 32, 32));
            return;
        }
        if (!legible)
            return;
        if (m_kind != BoxKind::Group)
            painter->drawPixmap(QRectF(12, 10, 16, 16), glyphOf(m_health), QRectF(0, 0, 32, 32));
        painter->setFont(fontOf(true));
        painter->setPen(theme().text);
        painter->drawStaticText(QPointF(34, 8), m_title);
        painter->setFont(fontOf(false));
        painter->setPen(theme().sub);
        painter->drawStaticText(QPointF(12, 34), m_detail);
    }

private:
    static QString detailOf(const DiagramBox& box)
    {
        if (const auto* group = box.as<GroupFigure>())
            return Captions::healthyCount(*group);
        if (const auto* node = box.as<NodeFigure>())
            return Captions::nodeDetail(*node);
        return {};
    }

    int m_index;
    QRectF m_rect;
    QPainterPath m_shape;
    BoxKind m_kind = BoxKind::Node;
    Health m_health = Health::Unknown;
    HealthStyle m_style;
    QStaticText m_title, m_detail;
};

class EdgeItem final : public QGraphicsPathItem
{
public:
    EdgeItem() { setZValue(-1); }
    void set(const DiagramEdge& edge)
    {
        QPainterPath path(edge.start());
        for (qsizetype i = 1; i + 2 < edge.path.size(); i += 3)
            path.cubicTo(edge.path[i], edge.path[i + 1], edge.path[i + 2]);
        setPath(path);
        setPen(QPen(theme().sub, edge.width));
    }
};

class Baseline final : public Contender
{
public:
    Baseline() : m_view(&m_scene)
    {
        m_scene.setItemIndexMethod(QGraphicsScene::BspTreeIndex);
        m_scene.setBackgroundBrush(theme().canvas);
        m_view.setRenderHint(QPainter::Antialiasing);
        m_view.setOptimizationFlags(QGraphicsView::DontSavePainterState | QGraphicsView::DontAdjustForAntialiasing);
        m_view.setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
        m_view.setTransformationAnchor(QGraphicsView::AnchorViewCenter);
        m_view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_view.setFrameShape(QFrame::NoFrame);
        m_view.resize(viewSize);
        m_view.show();
        QCoreApplication::processEvents();
    }

    void show(std::shared_ptr<const Diagram> diagram) override
    {
        // What was there stays: only new boxes become new items, and lines that lead elsewhere are repainted.
        const QRectF bounds = diagram->bounds;
        const double room = std::max(bounds.width(), bounds.height());
        m_scene.setSceneRect(bounds.adjusted(-room, -room, room, room));
        for (int i = 0; i < diagram->boxes.size(); ++i) {
            BoxItem*& item = m_items[diagram->boxes[i].key];
            if (item) {
                item->setPos(diagram->boxes[i].rect.topLeft());
                continue;
            }
            item = new BoxItem(diagram->boxes[i], i);
            m_scene.addItem(item);
        }
        for (qsizetype i = 0; i < diagram->edges.size(); ++i) {
            if (i == m_edges.size()) {
                m_edges << new EdgeItem;
                m_scene.addItem(m_edges.last());
            }
            m_edges[i]->set(diagram->edges[i]);
        }
        m_diagram = std::move(diagram);
        QCoreApplication::processEvents();
    }
    void look(double zoom, const QPointF& centre) override
    {
        m_view.setTransform(QTransform::fromScale(zoom, zoom));
        m_view.centerOn(centre);
        redraw();
    }
    void pan(const QPoint& pixels) override
    {
        m_view.horizontalScrollBar()->setValue(m_view.horizontalScrollBar()->value() - pixels.x());
        m_view.verticalScrollBar()->setValue(m_view.verticalScrollBar()->value() - pixels.y());
        QCoreApplication::processEvents();
    }
    void zoom(double factor) override
    {
        m_view.scale(factor, factor);
        QCoreApplication::processEvents();
    }
    void redraw() override { m_view.viewport()->repaint(); }
    int pick(const QPoint& pixel) override
    {
        auto* item = dynamic_cast<BoxItem*>(m_view.itemAt(pixel));
        return item ? item->index() : -1;
    }
    /// Knows what differs without looking, as a view does that is told of each node.
    void change(std::shared_ptr<const Diagram> diagram) override
    {
        for (int i = 0; i < diagram->boxes.size(); ++i)
            if (!(markOf(diagram->boxes[i]) == markOf(m_diagram->boxes[i])))
                m_items.value(diagram->boxes[i].key)->set(diagram->boxes[i]);
        m_diagram = std::move(diagram);
        QCoreApplication::processEvents();
    }

private:
    QGraphicsScene m_scene;
    QGraphicsView m_view;
    QHash<QString, BoxItem*> m_items;
    QList<EdgeItem*> m_edges;
    std::shared_ptr<const Diagram> m_diagram;
};

} // namespace

std::unique_ptr<Contender> makeBaseline()
{
    return std::make_unique<Baseline>();
}

} // namespace snowmelt::bench
