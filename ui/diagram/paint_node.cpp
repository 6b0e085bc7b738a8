// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/pencil.h"

#include <QPainter>

namespace snowmelt {

namespace {

/// The card as it is drawn at 100 %; another size of it is this one scaled.
constexpr QSizeF cardSize{208, 56};
constexpr double cardInset = 12;
constexpr double titleLine = 22;
constexpr double detailLine = 41; ///< the bars of what a node uses have their place below
constexpr double glyphLine = 17;
constexpr double cardGlyph = 16;

constexpr QSizeF smallestCell{9, 9};
constexpr QSizeF smallestChip{34, 17};
constexpr QSizeF smallestCard{88, 38};
constexpr double healthyFrom = 10; ///< pixels of a glyph
constexpr double nameFrom = 72;    ///< pixels; a narrower chip says only the number in a name

bool holds(const QSizeF& size, const QSizeF& smallest)
{
    return size.width() >= smallest.width() && size.height() >= smallest.height();
}

bool scannedFully(const SceneMark& mark)
{
    return mark.drift == DriftMark::Clean || mark.drift == DriftMark::Drifted;
}

/// Drift has nothing to say of a healthy clean node: an empty cell lets the others be seen.
bool quiet(const Pencil& pencil, const SceneMark& mark)
{
    return pencil.mode == DiagramMode::Drift && !mark.planned && mark.quiet();
}

/// In the mode of drift: "9", or "?" for what was not seen. Of a node that nobody could ask its glyph says so already.
QString driftFigure(const Pencil& pencil, const SceneMark& mark)
{
    if (pencil.mode != DiagramMode::Drift || mark.planned)
        return {};
    if (mark.drift == DriftMark::Drifted)
        return QString::number(mark.differences);
    return scannedFully(mark) || (mark.health == Health::Unknown && !mark.reached) ? QString() : QStringLiteral("?");
}

/// A version is what that mode is for: where it has no room beside a glyph that says nothing, it stands alone.
bool goesBeforeGlyph(const Pencil& pencil, const SceneMark& mark)
{
    return pencil.mode == DiagramMode::Image && !mark.planned && mark.quiet();
}

QColor driftInk(const Pencil& pencil, const SceneMark& mark)
{
    return mark.drift == DriftMark::Drifted ? pencil.theme.drift : pencil.theme.sub;
}

/// "12" of "web-12": what differs between the nodes of one group.
QString numberIn(const QString& name)
{
    qsizetype from = name.size();
    while (from > 0 && name[from - 1].isDigit())
        --from;
    return name.mid(from);
}

struct Card
{
    Pencil pencil; ///< its zoom is that of the card
    const DiagramBox& box;
    SceneMark mark;
    QRectF r;
    double k; ///< painter's units of a unit of the card

    double badges() const;
    void title(double right) const;
    void details() const;
};

double Card::badges() const
{
    const double middle = r.top() + (titleLine - 5) * k;
    double right = r.right() - (cardInset - 2) * k;
    if (!Captions::driftBadge(*box.node()).isEmpty())
        right -= paintDriftPill(pencil, right, middle, *box.node()) + pencil.px(4);
    if (pencil.mode == DiagramMode::Image && mark.otherImage)
        right -=
            paintPill(pencil, right, middle, QStringLiteral("≠"), pencil.theme.onInk, pencil.theme.ink) + pencil.px(4);
    return right;
}

void Card::title(double right) const
{
    const HealthStyle look = styleOf(mark, pencil.mode, pencil.theme);
    const double glyph = std::max(cardGlyph * k, pencil.px(12));
    const double left = r.left() + cardInset * k;
    paintGlyph(pencil, look.icon, {left + glyph / 2, r.top() + glyphLine * k}, glyph, look.ink);
    const double start = left + glyph + 7 * k;
    pencil.text.draw(pencil.painter, {start, r.top() + titleLine * k}, right - start - pencil.px(4),
                     Captions::title(box),
                     pencil.style(TextSize::Large, QFont::DemiBold, box.planned ? pencil.theme.sub : pencil.theme.text,
                                  Qt::ElideMiddle));
}

void Card::details() const
{
    const Theme& theme = pencil.theme;
    const bool drift = pencil.mode == DiagramMode::Drift && !box.planned;
    const bool image = pencil.mode == DiagramMode::Image && !box.planned;
    const NodeFigure& figure = *box.as<NodeFigure>();
    const QString value = drift ? Captions::driftSeen(figure.state) : Captions::nodeValue(figure, pencil.age);
    const double baseline = r.top() + detailLine * k;
    const double said = pencil.text.draw(pencil.painter, {r.right() - cardInset * k, baseline}, r.width() * 0.6, value,
                                         pencil.style(TextSize::Small, QFont::Normal, theme.sub), Qt::AlignRight);
    const double room = r.width() - 2 * cardInset * k - (said > 0 ? said + pencil.px(metric::unit) : 0);
    const QString detail = image ? imageText(figure.state.image) : Captions::nodeDetail(figure);
    pencil.text.draw(pencil.painter, {r.left() + cardInset * k, baseline}, room, detail,
                     pencil.style(TextSize::Small, image ? QFont::DemiBold : QFont::Normal,
                                  image ? theme.text : theme.sub, Qt::ElideRight));
}

/// A box of other proportions than a card has its lines in the middle.
void paintCard(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    const double fitting = std::min(r.width() / cardSize.width(), r.height() / cardSize.height());
    const double k = std::max(fitting, pencil.px(smallestCard.height() / cardSize.height()));
    const double shift = (r.height() - cardSize.height() * k) / 2;
    Card card{pencil, box, markOf(box), r.adjusted(0, shift, 0, -shift), k};
    card.pencil.zoom = k / pencil.ratio;
    paintBody(pencil, card.mark, r);
    card.title(card.badges());
    card.details();
}

/// What a chip says beside its glyph, and how: the drift first, then the version or the number of the node.
struct ChipText
{
    QString text;
    int weight = QFont::Normal;
    QColor ink;
};

ChipText chipText(const Pencil& pencil, const DiagramBox& box, const SceneMark& mark, bool wide)
{
    const Theme& theme = pencil.theme;
    const QString figure = driftFigure(pencil, mark);
    if (!figure.isEmpty() && !wide)
        return {figure, QFont::Bold, driftInk(pencil, mark)};
    if (pencil.mode == DiagramMode::Image && !mark.planned)
        return {box.node()->image.version, QFont::DemiBold, mark.otherImage ? theme.text : theme.sub};
    if (pencil.mode == DiagramMode::Health && mark.drift == DriftMark::Drifted && !wide)
        return {u"Δ" + QString::number(mark.differences), QFont::Bold, theme.drift};
    // There every figure in a cell is a count of differences.
    if (pencil.mode == DiagramMode::Drift && !wide)
        return {};
    return {wide ? Captions::title(box) : numberIn(box.part), QFont::Normal, wide ? theme.text : theme.faint};
}

/// One line: glyph, name or number, badge.
void paintChip(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    const SceneMark mark = markOf(box);
    const HealthStyle look = styleOf(mark, pencil.mode, pencil.theme);
    paintBody(pencil, mark, r);
    const bool wide = r.width() >= pencil.px(nameFrom);
    ChipText said = chipText(pencil, box, mark, wide);
    TextPainter::Style style = pencil.style(TextSize::Small, said.weight, said.ink, Qt::ElideMiddle);
    style.scale = pencil.ratio; // a chip is too small for anything larger
    const double natural = pencil.text.widthOf(pencil.painter, said.text, style);
    const double whole = std::min(pencil.px(14), r.height() * 0.6);
    const auto fits = [&](double beside) { return beside + natural + pencil.px(5) <= r.width(); };
    const bool alone = goesBeforeGlyph(pencil, mark) && !fits(whole) && fits(0);
    const bool glyphShown = wide || !(quiet(pencil, mark) || alone);
    const double glyph = glyphShown ? whole : 0;
    const bool tight = !wide && glyph + natural + pencil.px(10) > r.width();
    // Half a number would be another number.
    if (tight && !fits(glyph))
        said.text.clear();
    const double gap = pencil.px(said.text.isEmpty() || !glyphShown ? 0 : tight ? 1.5 : 4);
    const double inset = pencil.px(wide ? 6 : tight ? 1.5 : 3);
    double right = r.right() - inset;
    if (wide && mark.drift == DriftMark::Drifted)
        right -= paintPill(pencil, right, r.center().y(), u"Δ" + QString::number(mark.differences), pencil.theme.drift,
                           pencil.theme.driftTint, metric::unit / 2.0) +
                 pencil.px(3);
    const double width = std::min(said.text.isEmpty() ? 0 : natural, right - r.left() - inset - glyph - gap);
    double left = wide ? r.left() + inset : r.center().x() - (glyph + gap + width) / 2;
    if (glyphShown)
        paintGlyph(pencil, look.icon, {left + glyph / 2, r.center().y()}, glyph, look.ink);
    left += glyph + gap;
    pencil.text.draw(pencil.painter, {left, r.center().y() + pencil.px(4)}, width + 1, said.text, style);
}

} // namespace

Level levelOf(const QSizeF& pixels)
{
    if (holds(pixels, smallestCard))
        return Level::Card;
    if (holds(pixels, smallestChip))
        return Level::Chip;
    return holds(pixels, smallestCell) ? Level::Cell : Level::Dot;
}

/// In the mode of drift the fill tells it; health keeps glyph and border, unless it has nothing to say.
HealthStyle styleOf(const SceneMark& mark, DiagramMode mode, const Theme& theme)
{
    if (mark.planned)
        return plannedStyle(theme);
    HealthStyle style = mark.reached ? reachedStyle(theme) : healthStyle(mark.health, theme);
    if (!mark.node() || !mark.quiet())
        return style;
    if (mode == DiagramMode::Drift && mark.drift == DriftMark::Drifted) {
        style.fill = theme.driftTint;
        style.border = QPen(theme.drift, 1.8);
    } else if (mode == DiagramMode::Drift && !scannedFully(mark)) {
        style.border = healthStyle(Health::Unknown, theme).border;
    }
    if (mode == DiagramMode::Image && mark.otherImage)
        style.border = QPen(theme.ink, 1.8);
    return style;
}

void paintCell(const Pencil& pencil, const SceneMark& mark, const QRectF& r)
{
    const HealthStyle look = styleOf(mark, pencil.mode, pencil.theme);
    paintBody(pencil, mark, r);
    const QString figure = driftFigure(pencil, mark);
    TextPainter::Style style = pencil.style(TextSize::Small, QFont::Bold, driftInk(pencil, mark));
    style.scale = pencil.ratio;
    const bool fits =
        r.height() >= pencil.px(12) && pencil.text.widthOf(pencil.painter, figure, style) <= r.width() - pencil.px(3);
    // There is room for one of the two, and what is down comes first.
    if (!figure.isEmpty() && fits && mark.health != Health::Down) {
        pencil.text.draw(pencil.painter, {r.center().x(), r.center().y() + pencil.px(4)}, r.width(), figure, style,
                         Qt::AlignHCenter);
        return;
    }
    const double glyph = std::min({pencil.px(14), r.width() - pencil.px(3), r.height() - pencil.px(3)});
    // Far away a healthy node has nothing to say: an empty cell lets the others be seen.
    const bool silent = !mark.planned && mark.quiet() && glyph < pencil.px(healthyFrom);
    if (!quiet(pencil, mark) && !silent)
        paintGlyph(pencil, look.icon, r.center(), glyph, look.ink);
}

void paintNode(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    switch (levelOf(r.size() / pencil.ratio)) {
    case Level::Card:
        return paintCard(pencil, box, r);
    case Level::Chip:
        return paintChip(pencil, box, r);
    case Level::Cell:
    case Level::Dot:
        return paintCell(pencil, markOf(box), r);
    }
}

} // namespace snowmelt
