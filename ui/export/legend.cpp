// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/legend.h"

#include "models/wording/host_wording.h"
#include "models/wording/wording.h"
#include "ui/diagram/captions.h"

#include <QPainter>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr double glyphSize = 16;

template <typename Test>
bool anyBox(const Diagram& diagram, Test test)
{
    return std::any_of(diagram.boxes.begin(), diagram.boxes.end(), test);
}

template <typename Test>
bool anyEdge(const Diagram& diagram, Test test)
{
    return std::any_of(diagram.edges.begin(), diagram.edges.end(), test);
}

LegendEntry glyphEntry(const QString& text, const std::function<HealthStyle(const Theme&)>& styleIn)
{
    return {text, [styleIn](const Pencil& p, const QRectF& r) {
                const HealthStyle style = styleIn(p.theme);
                paintIcon(p.painter, style.icon, QRectF(r.left() + 4, r.top(), glyphSize, glyphSize), style.ink);
            }};
}

LegendEntry lineEntry(const QString& text, double width, const QList<qreal>& dashes, QColor Theme::*ink)
{
    return {text, [width, dashes, ink](const Pencil& p, const QRectF& r) {
                QPen pen(p.theme.*ink, width, Qt::SolidLine, Qt::FlatCap);
                pen.setDashPattern(dashes);
                p.painter->setPen(pen);
                p.painter->drawLine(QPointF(r.left(), r.center().y()), QPointF(r.right(), r.center().y()));
            }};
}

void addStates(const Diagram& diagram, QList<LegendEntry>& entries)
{
    for (const Health health : {Health::Healthy, Health::Degraded, Health::Down, Health::Draining, Health::Unknown}) {
        if (anyBox(diagram,
                   [&](const DiagramBox& b) { return b.node() && !b.planned && b.health() == health && !b.reached(); }))
            entries << glyphEntry(healthText(health), [health](const Theme& t) { return healthStyle(health, t); });
    }
    if (anyBox(diagram, [](const DiagramBox& b) { return b.node() && b.reached(); }))
        entries << glyphEntry(reachedText(), reachedStyle);
    if (anyBox(diagram, [](const DiagramBox& b) { return b.planned; }))
        entries << glyphEntry(Captions::legendPlanned(diagram.given), plannedStyle);
}

bool isDrifted(const DiagramBox& box)
{
    return box.node() && box.node()->driftCount.value_or(0) > 0;
}

bool isPartlyScanned(const DiagramBox& box)
{
    const NodeFigure* node = box.as<NodeFigure>();
    return node && !box.planned && node->state.driftCount.value_or(0) == 0 &&
           !(node->state.driftCount && node->state.driftComplete);
}

bool runsAnotherImage(const DiagramBox& box)
{
    const NodeFigure* node = box.as<NodeFigure>();
    return node && !box.planned && !node->imageAsBlueprint;
}

/// A cell as this mode draws it, with what it says in it.
LegendEntry cellEntry(const QString& text, DiagramMode mode, const SceneMark& mark, const QString& said,
                      QColor Theme::*ink)
{
    return {text, [mode, mark, said, ink](const Pencil& p, const QRectF& r) {
                const HealthStyle style = styleOf(mark, mode, p.theme);
                p.painter->setPen(style.border);
                p.painter->setBrush(style.fill);
                p.painter->drawRect(QRectF(r.left() + 4, r.top(), glyphSize, glyphSize));
                p.text.draw(p.painter, {r.left() + 4 + glyphSize / 2, r.center().y() + 4}, glyphSize, said,
                            {TextSize::Small, QFont::Bold, p.theme.*ink}, Qt::AlignHCenter);
            }};
}

SceneMark healthyNode(DriftMark drift, bool otherImage)
{
    SceneMark mark;
    mark.health = Health::Healthy;
    mark.drift = drift;
    mark.otherImage = otherImage;
    return mark;
}

void addSides(const Diagram& diagram, QList<LegendEntry>& entries)
{
    for (const Side side : {Side::Blue, Side::Green}) {
        if (!anyBox(diagram, [&](const DiagramBox& b) { return b.side == side; }))
            continue;
        entries << LegendEntry{Captions::legendSide(side), [side](const Pencil& p, const QRectF& r) {
                                   paintPill(p, r.right(), r.center().y(),
                                             side == Side::Blue ? QStringLiteral("B") : QStringLiteral("G"),
                                             p.theme.onInk, sideColor(side, p.theme));
                               }};
    }
}

} // namespace

class LegendText
{
    Q_DECLARE_TR_FUNCTIONS(Legend)

public:
    static QString pair() { return tr("a pair of balancers"); }
    static QString replica() { return tr("replica of a database"); }
    static QString partly() { return tr("not scanned, or not all seen"); }
    static QString otherImage() { return tr("another image than the blueprint says"); }
    static QString unseen() { return tr("its balancer could not be asked"); }
};

namespace {

/// What the nodes show besides their health.
void addDrift(const Diagram& diagram, DiagramMode mode, QList<LegendEntry>& entries)
{
    const bool drifted = anyBox(diagram, isDrifted);
    if (drifted && mode == DiagramMode::Drift)
        entries << cellEntry(Captions::legendDrift(), mode, healthyNode(DriftMark::Drifted, false), QStringLiteral("2"),
                             &Theme::drift);
    else if (drifted)
        entries << LegendEntry{Captions::legendDrift(), [](const Pencil& p, const QRectF& r) {
                                   paintPill(p, r.right(), r.center().y(), QStringLiteral("Δ"), p.theme.drift,
                                             p.theme.driftTint);
                               }};
    if (mode == DiagramMode::Drift && anyBox(diagram, isPartlyScanned))
        entries << cellEntry(LegendText::partly(), mode, healthyNode(DriftMark::Unscanned, false), QStringLiteral("?"),
                             &Theme::sub);
    if (mode == DiagramMode::Image && anyBox(diagram, runsAnotherImage))
        entries << cellEntry(LegendText::otherImage(), mode, healthyNode(DriftMark::Clean, true), QStringLiteral("≠"),
                             &Theme::text);
}

} // namespace

QList<LegendEntry> legendOf(const Diagram& diagram, DiagramMode mode)
{
    QList<LegendEntry> entries;
    addStates(diagram, entries);
    addDrift(diagram, mode, entries);
    addSides(diagram, entries);
    if (anyEdge(diagram, [](const DiagramEdge& e) { return e.idle() && !e.planned && !e.unseen; }))
        entries << lineEntry(Captions::legendIdle(), 1.6, {2, 2.6}, &Theme::sub);
    if (anyEdge(diagram, [](const DiagramEdge& e) { return e.unseen && !e.planned; }))
        entries << lineEntry(LegendText::unseen(), 1.2, {1, 3}, &Theme::sub);
    if (anyEdge(diagram, [](const DiagramEdge& e) { return e.kind == EdgeKind::Pair && !e.planned; }))
        entries << lineEntry(LegendText::pair(), 1.2, {4, 3}, &Theme::control);
    if (anyEdge(diagram, [](const DiagramEdge& e) { return e.kind == EdgeKind::Replica && !e.planned; }))
        entries << lineEntry(LegendText::replica(), 1.2, {7, 3}, &Theme::sub);
    return entries;
}

} // namespace snowmelt
