// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/export_sheet.h"

#include "models/wording/wording.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/pencil.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <functional>

namespace snowmelt {

namespace {

constexpr double margin = 24;
constexpr double titleHeight = 64;
constexpr double legendColumn = 264;
constexpr double legendRow = 24;
constexpr double smallestWidth = 2 * margin + 2 * legendColumn;

template <typename Test>
bool any(const QList<DiagramBox>& boxes, Test test)
{
    return std::any_of(boxes.begin(), boxes.end(), test);
}

} // namespace

struct ExportSheet::Entry
{
    QString text;
    std::function<void(const Pencil&, const QRectF&)> mark; ///< draws into a rectangle of 24 × 16
};

ExportSheet::ExportSheet(Diagram diagram, QString platform, const Theme& theme)
    : m_diagram(std::move(diagram)), m_platform(std::move(platform)), m_theme(theme)
{
    const double width = std::max(m_diagram.bounds.width(), smallestWidth);
    const int columns = int((width - 2 * margin) / legendColumn);
    const double rows = std::ceil(double(legend().size()) / columns);
    m_size = {width, titleHeight + m_diagram.bounds.height() + rows * legendRow + 2 * margin};
}

/// Only what the picture shows: a quiet fleet has a short legend.
QList<ExportSheet::Entry> ExportSheet::legend() const
{
    QList<Entry> entries;
    for (Health health : {Health::Healthy, Health::Degraded, Health::Down, Health::Draining, Health::Unknown}) {
        const bool shown =
            any(m_diagram.boxes, [&](const DiagramBox& b) { return b.node() && !b.planned && b.health() == health; });
        if (shown)
            entries << Entry{healthText(health), [health](const Pencil& p, const QRectF& r) {
                                 const HealthStyle style = healthStyle(health, p.theme);
                                 paintIcon(p.painter, style.icon, QRectF(r.left() + 4, r.top(), 16, 16), style.ink);
                             }};
    }
    if (any(m_diagram.boxes, [](const DiagramBox& b) { return b.planned; }))
        entries << Entry{Captions::legendPlanned(), [](const Pencil& p, const QRectF& r) {
                             const HealthStyle style = plannedStyle(p.theme);
                             paintIcon(p.painter, style.icon, QRectF(r.left() + 4, r.top(), 16, 16), style.ink);
                         }};
    if (any(m_diagram.boxes, [](const DiagramBox& b) { return b.node() && b.node()->driftCount.value_or(0) > 0; }))
        entries << Entry{Captions::legendDrift(), [](const Pencil& p, const QRectF& r) {
                             paintPill(p, r.right(), r.center().y(), QStringLiteral("Δ"), p.theme.drift,
                                       p.theme.driftTint);
                         }};
    for (Side side : {Side::Blue, Side::Green}) {
        if (any(m_diagram.boxes, [&](const DiagramBox& b) { return b.side == side; }))
            entries << Entry{Captions::legendSide(side), [side](const Pencil& p, const QRectF& r) {
                                 paintPill(p, r.right(), r.center().y(), side == Side::Blue ? u"B"_qs : u"G"_qs,
                                           p.theme.onInk, sideColor(side, p.theme));
                             }};
    }
    const bool idle = std::any_of(m_diagram.edges.begin(), m_diagram.edges.end(),
                                  [](const DiagramEdge& e) { return e.idle() && !e.planned && !e.unseen; });
    if (idle)
        entries << Entry{Captions::legendIdle(), [](const Pencil& p, const QRectF& r) {
                             QPen pen(p.theme.sub, 1.6);
                             pen.setDashPattern({2, 2.6});
                             p.painter->setPen(pen);
                             p.painter->drawLine(QPointF(r.left(), r.center().y()), QPointF(r.right(), r.center().y()));
                         }};
    return entries;
}

void ExportSheet::paintTitle(QPainter* painter)
{
    TextPainter& text = m_painter.text();
    const double room = m_size.width() - 2 * margin;
    text.draw(painter, {margin, margin + 14}, room, m_diagram.title, {TextSize::Title, QFont::Bold, m_theme.text});
    text.draw(painter, {margin, margin + 36}, room, Captions::exportSubtitle(m_platform, m_diagram.observedAt),
              {TextSize::Normal, QFont::Normal, m_theme.sub});
}

void ExportSheet::paintLegend(QPainter* painter)
{
    const Pencil pencil{painter, m_theme, m_painter.text(), DiagramMode::Health, {}};
    const int columns = int((m_size.width() - 2 * margin) / legendColumn);
    const double top = titleHeight + m_diagram.bounds.height() + margin;
    painter->setPen(QPen(m_theme.line, 1));
    painter->drawLine(QPointF(margin, top - margin / 2), QPointF(m_size.width() - margin, top - margin / 2));
    const QList<Entry> entries = legend();
    for (int i = 0; i < entries.size(); ++i) {
        const QPointF at(margin + (i % columns) * legendColumn, top + (i / columns) * legendRow);
        entries[i].mark(pencil, QRectF(at, QSizeF(24, 16)));
        m_painter.text().draw(painter, at + QPointF(32, 12), legendColumn - 40, entries[i].text,
                              {TextSize::Small, QFont::Normal, m_theme.sub});
    }
}

void ExportSheet::paint(QPainter* painter)
{
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter->fillRect(QRectF(QPointF(), m_size), m_theme.canvas);
    paintTitle(painter);
    painter->save();
    const double left = (m_size.width() - m_diagram.bounds.width()) / 2;
    painter->translate(QPointF(left, titleHeight) - m_diagram.bounds.topLeft());
    m_painter.paint(painter, m_diagram, {&m_theme, DiagramMode::Health, m_diagram.observedAt});
    painter->restore();
    paintLegend(painter);
}

} // namespace snowmelt
