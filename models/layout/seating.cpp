// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/seating.h"

#include "models/layout/containers.h"
#include "models/layout/fresh.h"
#include "models/layout/metrics.h"
#include "models/layout/rect_index.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace snowmelt::layout {

namespace {

constexpr double farthest = 1e6; ///< from the origin; nobody places anything farther away

constexpr double largest = 1e5; ///< a container of 100,000 nodes is a fifth of it

bool isSane(const QPointF& point)
{
    return std::abs(point.x()) <= farthest && std::abs(point.y()) <= farthest; // false for NaN
}

/// The room a seat gives a block: at least what the block needs, unless the seat is nonsense.
std::optional<QRectF> seatOf(const Block& block, const Arrangement& arrangement)
{
    const auto seat = arrangement.seats.constFind(block.seat);
    if (block.seat.isEmpty() || seat == arrangement.seats.cend() || arrangement.placed.contains(block.seat))
        return {};
    const bool absurd = seat->width() > largest || seat->height() > largest;
    return QRectF(seat->topLeft(), absurd ? block.room : seat->size());
}

class Seating
{
public:
    Seating(Chart& chart, const Parts& parts, const Arrangement& arrangement)
        : m_chart(chart), m_parts(parts), m_arrangement(arrangement)
    {
    }

    void run()
    {
        m_seated.fill(false, m_chart.blocks.size());
        keepSeats();
        avoidPlaced();
        settleOverflow();
        for (int i = 0; i < m_chart.blocks.size(); ++i)
            if (!m_seated[i] && !isPlaced(i))
                seatAnew(i);
    }

private:
    bool isPlaced(int block) const { return m_arrangement.placed.contains(m_chart.blocks[block].seat); }
    bool stands(int block) const { return m_seated[block] || isPlaced(block); }
    bool isFree(const QRectF& rect, int forBlock, double gap) const;
    void take(int block, const QPointF& at);
    void keepSeats();
    void avoidPlaced();
    void settleOverflow();
    bool grow(int block);
    void goOnElsewhere(int full);
    void seatAnew(int block);
    std::optional<QRectF> besideItsGroup(int block) const;
    std::optional<QRectF> nextTo(const Block& fellow, int block) const;
    QList<double> leftsFor(int block) const;
    QList<double> leftsAmong(const QList<int>& standing, int block) const;
    double wishFor(int block) const;
    double nearestFree(int block, double left, double wish) const;

    Chart& m_chart;
    const Parts& m_parts;
    const Arrangement& m_arrangement;
    QList<bool> m_seated;
    RectIndex m_taken; ///< territories
};

/// Sides of one group may stand in each other's room to grow: they are there together for a while only.
bool Seating::isFree(const QRectF& rect, int forBlock, double gap) const
{
    const Block& mine = m_chart.blocks[forBlock];
    for (int other : m_taken.meeting(rect.adjusted(-gap, -gap, gap, gap))) {
        if (other == forBlock)
            continue;
        const Block& theirs = m_chart.blocks[other];
        if (theirs.name != mine.name || theirs.kind != mine.kind)
            return false;
        const double near = std::min(gap, sideGap);
        if (theirs.rect().intersects(rect.adjusted(-near, -near, near, near)))
            return false;
    }
    return true;
}

void Seating::take(int block, const QPointF& at)
{
    m_chart.blocks[block].at = at;
    m_seated[block] = true;
    m_taken.add(block, m_chart.blocks[block].territory());
}

/// In the order of the blueprint: of two seats that overlap, which only a damaged arrangement has, the first is kept.
void Seating::keepSeats()
{
    for (int i = 0; i < m_chart.blocks.size(); ++i) {
        Block& block = m_chart.blocks[i];
        const std::optional<QRectF> seat = seatOf(block, m_arrangement);
        const bool fits = seat && seat->width() >= block.size.width() && seat->height() >= block.size.height();
        if (!fits || !isFree(QRectF(seat->topLeft(), block.size), i, 0))
            continue;
        if (block.kind == BoxKind::Group && !block.collapsed)
            block.size.setWidth(seat->width());
        block.room = isFree(*seat, i, 0) ? seat->size() : block.size;
        take(i, seat->topLeft());
    }
}

/// What a person placed moves nothing that has a seat; but nothing comes to stand on it later.
void Seating::avoidPlaced()
{
    for (int i = 0; i < m_chart.blocks.size(); ++i) {
        if (!isPlaced(i))
            continue;
        m_chart.blocks[i].at = m_arrangement.placed.value(m_chart.blocks[i].seat);
        m_taken.add(i, m_chart.blocks[i].territory());
    }
}

/// Downwards into what is free below; never over anything.
bool Seating::grow(int index)
{
    Block grown = m_chart.blocks[index];
    fillWithoutLimit(grown, m_parts);
    grown.size.setWidth(std::max(grown.size.width(), m_chart.blocks[index].size.width()));
    if (!isFree(grown.territory(), index, rowGap))
        return false;
    m_chart.blocks[index] = grown;
    m_taken.add(index, grown.territory());
    return true;
}

void Seating::settleOverflow()
{
    const int blocks = int(m_chart.blocks.size());
    for (int i = 0; i < blocks; ++i) {
        if (m_chart.blocks[i].overflow.isEmpty())
            continue;
        const bool nothingFits = m_chart.blocks[i].members.isEmpty();
        if (!m_seated[i] && nothingFits) {
            const std::optional<QRectF> seat = seatOf(m_chart.blocks[i], m_arrangement);
            m_chart.blocks[i].at = seat ? seat->topLeft() : QPointF();
            m_seated[i] = seat && grow(i);
        }
        if (!m_seated[i])
            fillWithoutLimit(m_chart.blocks[i], m_parts);
        else if (!m_chart.blocks[i].overflow.isEmpty() && !grow(i))
            goOnElsewhere(i);
    }
}

void Seating::goOnElsewhere(int full)
{
    const int part = m_chart.blocks[full].part;
    for (int i = 0; i < m_chart.blocks.size() && !m_chart.blocks[full].overflow.isEmpty(); ++i)
        if (m_seated[i] && i != full && m_chart.blocks[i].kind == BoxKind::Group && m_chart.blocks[i].part == part)
            absorb(m_chart.blocks[i], m_chart.blocks[full], m_parts);
    if (m_chart.blocks[full].overflow.isEmpty())
        return;
    addContinuation(m_chart, m_parts, full);
    m_seated << false;
}

/// The room below its fellow; of a side above it, without any to grow into, where something else is below.
std::optional<QRectF> Seating::nextTo(const Block& fellow, int index) const
{
    const Block& block = m_chart.blocks[index];
    const QRectF below({fellow.at.x(), fellow.rect().bottom() + sideGap}, block.territory().size());
    if (isFree({below.topLeft(), block.size}, index, sideGap) && isFree(below, index, 0))
        return below;
    if (block.continues > 0)
        return {};
    const QRectF above({fellow.at.x(), fellow.at.y() - sideGap - block.size.height()}, block.size);
    return isFree(above, index, sideGap) ? std::optional(above) : std::nullopt;
}

/// A side that a deployment adds stands next to the other one, if there is room.
std::optional<QRectF> Seating::besideItsGroup(int index) const
{
    const Block& block = m_chart.blocks[index];
    for (int other = index; other-- > 0;) {
        const Block& fellow = m_chart.blocks[other];
        if (!stands(other) || fellow.kind != block.kind || fellow.name != block.name)
            continue;
        if (const std::optional<QRectF> room = nextTo(fellow, index))
            return room;
    }
    return {};
}

/// Where columns of its tier begin; of none yet: between the tiers on both sides. What was placed by hand says little
/// about columns, and is asked only where nothing else stands.
QList<double> Seating::leftsFor(int index) const
{
    QList<int> seated, placed;
    for (int i = 0; i < m_chart.blocks.size(); ++i) {
        if (m_seated[i])
            seated << i;
        else if (isPlaced(i))
            placed << i;
    }
    return leftsAmong(seated.isEmpty() ? placed : seated, index);
}

QList<double> Seating::leftsAmong(const QList<int>& standing, int index) const
{
    const Block& block = m_chart.blocks[index];
    QList<double> lefts;
    double left = -std::numeric_limits<double>::infinity();
    double right = -left;
    for (int i : standing) {
        const Block& other = m_chart.blocks[i];
        if (other.tier == block.tier && !lefts.contains(other.at.x()))
            lefts << other.at.x();
        if (other.tier < block.tier)
            left = std::max(left, other.rect().right());
        if (other.tier > block.tier)
            right = std::min(right, other.at.x());
    }
    std::sort(lefts.begin(), lefts.end());
    if (!lefts.isEmpty())
        return lefts;
    if (std::isfinite(left))
        return {left + gapBefore(block.kind, block.tier == 1)};
    return {std::isfinite(right) ? right - gapBefore(block.kind, false) - block.size.width() : 0};
}

double Seating::wishFor(int index) const
{
    const Block& block = m_chart.blocks[index];
    for (int i = 0; i < m_chart.blocks.size() && block.continues > 0; ++i)
        if (m_seated[i] && m_chart.blocks[i].part == block.part && m_chart.blocks[i].kind == block.kind)
            return m_chart.blocks[i].rect().center().y();
    double sum = 0;
    int count = 0;
    for (const Link& link : m_chart.links) {
        const int other = link.from == index ? link.to : link.to == index ? link.from : -1;
        if (other < 0 || !stands(other))
            continue;
        sum += m_chart.blocks[other].rect().center().y();
        ++count;
    }
    return count > 0 ? sum / count : m_taken.bounds().bottom();
}

/// The top next to the wish where its room is free, with a gap around it that edges pass through.
double Seating::nearestFree(int index, double left, double wish) const
{
    const Block& block = m_chart.blocks[index];
    const QSizeF room = block.territory().size();
    const QRectF strip(left - rowGap, m_taken.bounds().top() - 1, room.width() + 2 * rowGap,
                       m_taken.bounds().height() + 2);
    QList<std::pair<double, double>> taken;
    for (int other : m_taken.meeting(strip)) {
        const QRectF there = m_chart.blocks[other].territory();
        taken << std::pair(there.top() - rowGap, there.bottom() + rowGap);
    }
    std::sort(taken.begin(), taken.end());
    const double top = std::round(wish - block.size.height() / 2);
    double best = std::numeric_limits<double>::infinity();
    double freeFrom = -std::numeric_limits<double>::infinity();
    taken << std::pair(std::numeric_limits<double>::infinity(), 0.0);
    for (const auto& [from, to] : std::as_const(taken)) {
        if (from - freeFrom >= room.height()) {
            const double here = std::clamp(top, freeFrom, from - room.height());
            if (std::abs(here - top) < std::abs(best - top))
                best = here;
        }
        freeFrom = std::max(freeFrom, to);
    }
    return best;
}

void Seating::seatAnew(int index)
{
    if (const std::optional<QRectF> beside = besideItsGroup(index)) {
        m_chart.blocks[index].room = beside->size();
        return take(index, beside->topLeft());
    }
    const double wish = wishFor(index);
    QPointF best;
    double least = std::numeric_limits<double>::infinity();
    const QList<double> lefts = leftsFor(index);
    for (double left : lefts) {
        const double top = nearestFree(index, left, wish);
        const double cost = std::abs(top + m_chart.blocks[index].size.height() / 2 - wish);
        if (cost < least) {
            least = cost;
            best = {left, top};
        }
    }
    take(index, best);
}

} // namespace

Arrangement sane(Arrangement arrangement)
{
    arrangement.placed.removeIf([](const auto& entry) { return !isSane(entry.value()); });
    arrangement.seats.removeIf([](const auto& entry) {
        const QRectF& seat = entry.value();
        return !isSane(seat.topLeft()) || !(seat.width() > 0) || !(seat.height() > 0);
    });
    return arrangement;
}

bool hasSeats(const Chart& chart, const Arrangement& arrangement)
{
    const auto placed = std::count_if(chart.blocks.begin(), chart.blocks.end(),
                                      [&](const Block& block) { return arrangement.placed.contains(block.seat); });
    return 2 * placed >= chart.blocks.size() ||
           std::any_of(chart.blocks.begin(), chart.blocks.end(),
                       [&](const Block& block) { return seatOf(block, arrangement).has_value(); });
}

void placeSeated(Chart& chart, const Parts& parts, const Arrangement& arrangement)
{
    Seating(chart, parts, arrangement).run();
}

void clearPlaced(Chart& chart, const Parts& parts, const Arrangement& arrangement)
{
    QList<QRectF> placed;
    for (const Block& block : chart.blocks)
        if (const auto at = arrangement.placed.constFind(block.seat); at != arrangement.placed.cend())
            placed << QRectF(*at, block.size);
    if (placed.isEmpty())
        return;
    Arrangement standing = arrangement;
    bool covered = false;
    for (const Block& block : chart.blocks) {
        if (arrangement.placed.contains(block.seat))
            continue;
        const bool free = std::none_of(placed.begin(), placed.end(),
                                       [&](const QRectF& rect) { return rect.intersects(block.rect()); });
        covered |= !free;
        if (free)
            standing.seats.insert(block.seat, block.territory());
    }
    if (covered)
        placeSeated(chart, parts, standing);
}

void applyPlaced(Chart& chart, const Parts& parts, const Arrangement& arrangement)
{
    for (Block& block : chart.blocks) {
        const auto at = arrangement.placed.constFind(block.seat);
        if (at == arrangement.placed.cend())
            continue;
        if (!block.overflow.isEmpty())
            fillWithoutLimit(block, parts);
        block.at = *at;
        block.placed = true;
    }
}

} // namespace snowmelt::layout
