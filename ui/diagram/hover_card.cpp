// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/hover_card.h"

#include "models/document/fleet_document.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/health_style.h"
#include "ui/theme/wrapping.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>

#include <algorithm>
#include <array>

namespace snowmelt {

namespace {

constexpr int tipGap = 8;
constexpr int tipInset = 12;
constexpr int tipGlyph = 16;
constexpr int tipRowGap = 4;
constexpr int tipNarrowest = 220;
constexpr int tipWidest = 360;
constexpr int tipWidestName = 140;

QFont tipTitleFont()
{
    return textFont(TextSize::Large, QFont::DemiBold);
}

int tipTextHeight(const QFont& font, int width, const QString& text)
{
    const QFontMetrics metrics(font);
    return metrics.boundingRect(QRect(0, 0, width, 4000), wrapFlags(metrics, text, width), text).height();
}

int tipTextWidth(const QFont& font, const QString& text)
{
    return QFontMetrics(font).horizontalAdvance(text) + 1;
}

bool isModifier(int key)
{
    return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt || key == Qt::Key_Meta;
}

/// Whoever looks for something else does not want the card in the way. A modifier alone is the beginning of a shortcut,
/// which may be the card's own.
bool endsCard(const QEvent& event, bool byKey)
{
    static constexpr std::array ends{QEvent::MouseButtonPress, QEvent::Wheel, QEvent::FocusOut, QEvent::Hide,
                                     QEvent::WindowDeactivate};
    if (event.type() == QEvent::KeyPress)
        return !isModifier(static_cast<const QKeyEvent&>(event).key());
    if (event.type() == QEvent::Leave)
        return !byKey;
    return std::find(ends.begin(), ends.end(), event.type()) != ends.end();
}

} // namespace

QRect cardPlace(const QRect& part, const QSize& card, const QRect& room)
{
    const auto inRoom = [&](QRect place) {
        place.moveLeft(std::clamp(place.left(), room.left(), std::max(room.left(), room.right() + 1 - card.width())));
        place.moveTop(std::clamp(place.top(), room.top(), std::max(room.top(), room.bottom() + 1 - card.height())));
        return place;
    };
    const std::array corners{
        QPoint(part.right() + 1 + tipGap, part.top()), QPoint(part.left() - tipGap - card.width(), part.top()),
        QPoint(part.left(), part.bottom() + 1 + tipGap), QPoint(part.left(), part.top() - tipGap - card.height())};
    for (const QPoint& corner : corners)
        if (const QRect place = inRoom(QRect(corner, card)); !place.intersects(part))
            return place;
    const QPoint middle = part.center();
    return inRoom(QRect(QPoint(middle.x() < room.center().x() ? room.right() : room.left(),
                               middle.y() < room.center().y() ? room.bottom() : room.top()),
                        card));
}

HoverCard::HoverCard(FleetDocument* document, DiagramView* view)
    : QWidget(view, Qt::ToolTip | Qt::FramelessWindowHint), m_document(document), m_view(view)
{
    setObjectName(QStringLiteral("hoverCard"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::NoFocus);
    view->installEventFilter(this);
    connect(view, &DiagramView::viewportChanged, this, &HoverCard::away);
    connect(view, &DiagramView::sceneChanged, this, &HoverCard::follow);
    connect(document, &FleetDocument::fleetChanged, this, &HoverCard::follow);
    connect(document, &FleetDocument::opened, this, &HoverCard::away);
    hide();
}

void HoverCard::toggleSelected()
{
    const QString part = m_document->selection();
    const int box = part.isEmpty() ? -1 : m_view->scene().firstOf(part);
    if (box < 0 || (isVisible() && m_view->scene().box(box).key == m_key))
        return away();
    showOf(box, true);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

CardText HoverCard::cardOf(int box) const
{
    const DiagramBox& of = m_view->scene().box(box);
    const DriftReport* report = m_document->drift(of.part);
    const LastScan scan{report ? report->scannedAt : QDateTime(), m_document->scanSeconds()};
    return cardText(of, m_document->fleet(), QDateTime::currentDateTimeUtc(), scan);
}

void HoverCard::showOf(int box, bool byKey)
{
    const CardText text = cardOf(box);
    if (text.title.isEmpty())
        return away();
    m_key = m_view->scene().box(box).key;
    m_byKey = byKey;
    setPalette(m_view->palette());
    say(text, box);
    show();
}

void HoverCard::say(const CardText& text, int box)
{
    m_text = text;
    setAccessibleName(m_text.spoken());
    layOut();
    place(box);
    update();
}

void HoverCard::away()
{
    m_key.clear();
    hide();
}

/// The same card with what is known now; one that says the same is not touched.
void HoverCard::follow()
{
    if (!isVisible())
        return;
    const int box = m_view->scene().boxOfKey(m_key);
    if (box < 0)
        return away();
    const CardText now = cardOf(box);
    if (now != m_text)
        say(now, box);
}

void HoverCard::place(int box)
{
    const QRect part = m_view->viewport().toView(m_view->scene().rect(box)).toAlignedRect() & m_view->rect();
    const QRect global(m_view->mapToGlobal(part.topLeft()), part.size());
    const QScreen* screen = m_view->screen();
    move(cardPlace(global, size(), screen->availableGeometry()).topLeft());
}

int HoverCard::rowHeight(const CardFact& fact) const
{
    const int width = this->width() - 2 * tipInset - m_nameWidth - tipGap;
    return std::max(tipTextHeight(textFont(TextSize::Small), m_nameWidth, fact.name),
                    tipTextHeight(textFont(TextSize::Small), width, fact.value));
}

/// As wide as its longest line wants, within bounds; what is longer wraps. Words of another script are measured, not
/// guessed.
void HoverCard::layOut()
{
    const QFont small = textFont(TextSize::Small);
    m_nameWidth = 0;
    int values = 0;
    for (const CardFact& fact : m_text.facts) {
        m_nameWidth = std::max(m_nameWidth, std::min(tipTextWidth(small, fact.name), tipWidestName));
        values = std::max(values, tipTextWidth(small, fact.value));
    }
    const int head =
        std::max(tipTextWidth(tipTitleFont(), m_text.title), tipTextWidth(small, m_text.state)) + tipGlyph + tipGap;
    const int width = std::clamp(std::max(head, m_nameWidth + tipGap + values) + 2 * tipInset, tipNarrowest, tipWidest);
    const int titleLine = QFontMetrics(tipTitleFont()).height();
    const int stateTop = tipInset + titleLine + 2;
    const int lead = tipInset + tipGlyph + tipGap;
    int y = stateTop + QFontMetrics(small).height();
    m_reason = {};
    if (!m_text.reason.isEmpty()) {
        m_reason =
            QRect(lead, y + 2, width - lead - tipInset, tipTextHeight(small, width - lead - tipInset, m_text.reason));
        y = m_reason.bottom() + 1;
    }
    m_headHeight = y + tipGap;
    resize(width, m_headHeight);
    int height = m_headHeight;
    for (const CardFact& fact : m_text.facts)
        height += rowHeight(fact) + tipRowGap;
    resize(width, height + tipInset - (m_text.facts.isEmpty() ? tipGap : tipRowGap));
}

void HoverCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = diagramTheme(m_view);
    painter.fillRect(rect(), theme.panel);
    painter.setPen(QPen(theme.control, 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    const QFont small = textFont(TextSize::Small);
    const int lead = m_text.health ? tipInset + tipGlyph + tipGap : tipInset;
    const int right = width() - tipInset;
    if (m_text.health) {
        const HealthStyle style = m_text.reached ? reachedStyle(theme) : healthStyle(*m_text.health, theme);
        paintIcon(&painter, style.icon, QRectF(tipInset, tipInset + 2, tipGlyph, tipGlyph), style.ink);
    }
    const QFontMetrics title(tipTitleFont());
    painter.setFont(tipTitleFont());
    painter.setPen(theme.text);
    painter.drawText(QPoint(lead, tipInset + title.ascent()),
                     title.elidedText(m_text.title, Qt::ElideMiddle, right - lead));
    const QFontMetrics line(small);
    painter.setFont(small);
    painter.setPen(theme.sub);
    painter.drawText(QPoint(lead, tipInset + title.height() + 2 + line.ascent()),
                     line.elidedText(m_text.state, Qt::ElideRight, right - lead));
    painter.drawText(m_reason, wrapFlags(line, m_text.reason, m_reason.width()), m_text.reason);
    int y = m_headHeight;
    for (const CardFact& fact : m_text.facts) {
        const int height = rowHeight(fact);
        painter.setPen(theme.sub);
        painter.drawText(QRect(tipInset, y, m_nameWidth, height), wrapFlags(line, fact.name, m_nameWidth), fact.name);
        painter.setPen(fact.warns ? theme.amber : theme.text);
        const int from = tipInset + m_nameWidth + tipGap;
        painter.drawText(QRect(from, y, right - from, height), wrapFlags(line, fact.value, right - from), fact.value);
        y += height + tipRowGap;
    }
}

bool HoverCard::eventFilter(QObject*, QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const int box = m_view->boxAt(static_cast<QHelpEvent*>(event)->pos());
        if (box >= 0)
            showOf(box, false);
        return true;
    }
    if (!isVisible())
        return false;
    if (event->type() == QEvent::MouseMove && !m_byKey) {
        // Within the part it stays where it is.
        const int box = m_view->boxAt(static_cast<QMouseEvent*>(event)->position().toPoint());
        if (box < 0 || m_view->scene().box(box).key != m_key)
            away();
    } else if (endsCard(*event, m_byKey)) {
        away();
        // The key that took it away is used up, where it means no more than that.
        return event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    }
    return false;
}

} // namespace snowmelt
