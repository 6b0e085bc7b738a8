// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/scene/dots.h"

#include <QImage>
#include <QPainter>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr double leastPixels = 3;
constexpr int few = 512;     ///< rectangles: for them an image of the whole view would cost more than they do
constexpr int frameFrom = 4; ///< lines; a smaller frame would have no inside

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto channel = [share](int x, int y) { return int(x + (y - x) * share); };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

/// Of an image of 32 bits a pixel.
void fill(QImage& image, const QRect& rect, QRgb color)
{
    const QRect inside = rect & image.rect();
    for (int y = inside.top(); y <= inside.bottom(); ++y)
        std::fill_n(reinterpret_cast<QRgb*>(image.scanLine(y)) + inside.left(), inside.width(), color);
}

} // namespace

Dots::Dots(const Theme& theme, DiagramMode mode, double ratio)
    : m_mode(mode), m_line(std::max(1, qRound(ratio))), m_least(std::max(1, qRound(leastPixels * ratio)))
{
    m_colors[Paper] = theme.panel;
    m_colors[Well] = mixed(theme.line, theme.control, theme.dark ? 0.45 : 0.4);
    m_colors[Dimmed] = mixed(theme.group, theme.line, 0.7);
    m_colors[Sub] = theme.sub;
    m_colors[Faint] = theme.control;
    m_colors[Other] = theme.ink;
    m_colors[Drift] = theme.drift;
    m_colors[Amber] = theme.amber;
    m_colors[AmberTint] = theme.amberTint;
    m_colors[Red] = theme.red;
}

void Dots::put(Ink ink, const QRect& rect)
{
    m_above[ink] << rect;
}

void Dots::hollow(Ink ink, Ink inner, const QRect& rect, int line)
{
    m_below[ink] << rect;
    const QRect inside = rect.adjusted(line, line, -line, -line);
    if (inside.isValid() && std::min(rect.width(), rect.height()) >= frameFrom * line)
        m_above[inner] << inside;
}

QRect Dots::visible(const QRect& rect) const
{
    QRect grown(0, 0, std::max(rect.width(), m_least), std::max(rect.height(), m_least));
    grown.moveTopLeft(rect.topLeft() +
                      QPoint((rect.width() - grown.width()) / 2, (rect.height() - grown.height()) / 2));
    return grown;
}

void Dots::addIll(const SceneMark& mark, const QRect& rect)
{
    const QRect shown = visible(rect);
    switch (mark.health) {
    case Health::Down:
        return put(Red, shown.adjusted(-m_line, -m_line, m_line, m_line));
    case Health::Degraded:
        return hollow(Amber, AmberTint, shown, 2 * m_line);
    case Health::Draining:
        put(Well, rect);
        return m_above[Sub].push_back(
            QRect(rect.left(), rect.top() + rect.height() / 2, rect.width(), rect.height() - rect.height() / 2));
    case Health::Unknown:
        return hollow(Sub, Paper, rect, m_line);
    case Health::Healthy:
        break;
    }
}

/// Whole, it would be a degraded one to an eye without colours.
void Dots::addDrifted(const QRect& rect)
{
    put(Well, rect);
    put(Drift, {rect.topLeft(), QSize(rect.width() - rect.width() / 2, rect.height())});
}

void Dots::add(const SceneMark& mark, const QRect& rect, bool dimmed)
{
    if (dimmed)
        return put(Dimmed, rect);
    if (mark.planned)
        return hollow(Faint, Paper, rect, m_line);
    if (!mark.quiet())
        return addIll(mark, rect);
    if (m_mode == DiagramMode::Drift && mark.drift == DriftMark::Drifted)
        return addDrifted(rect);
    if (m_mode == DiagramMode::Drift && mark.drift != DriftMark::Clean)
        return hollow(Sub, Paper, rect, m_line);
    if (m_mode == DiagramMode::Image && mark.otherImage)
        return put(Other, rect);
    put(Well, rect);
}

template <typename Visit>
void Dots::each(Visit visit) const
{
    for (const auto* layer : {&m_below, &m_above})
        for (size_t ink = 0; ink < InkCount; ++ink)
            for (const QRect& rect : (*layer)[ink])
                visit(m_colors[ink], rect);
}

void Dots::paint(QPainter* painter, const QRect& region) const
{
    QRect bounds;
    int count = 0;
    each([&](const QColor&, const QRect& rect) {
        bounds |= rect;
        ++count;
    });
    bounds &= region;
    if (bounds.isEmpty())
        return;
    if (count <= few) {
        const bool smooth = painter->testRenderHint(QPainter::Antialiasing);
        painter->setRenderHint(QPainter::Antialiasing, false);
        each([painter](const QColor& color, const QRect& rect) { painter->fillRect(rect, color); });
        painter->setRenderHint(QPainter::Antialiasing, smooth);
        return;
    }
    QImage image(bounds.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    each([&](const QColor& color, const QRect& rect) { fill(image, rect.translated(-bounds.topLeft()), color.rgb()); });
    painter->drawImage(bounds.topLeft(), image);
}

} // namespace snowmelt
