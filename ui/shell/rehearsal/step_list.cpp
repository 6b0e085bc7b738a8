// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/step_list.h"

#include "ui/shell/rehearsal/step_card.h"
#include "ui/shell/style/look.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace snowmelt {

int wholeTop(const QList<int>& tops, int wanted, int current, int most)
{
    const auto whole = std::ranges::lower_bound(tops, wanted);
    const int top = std::min(whole == tops.cend() ? tops.value(current) : *whole, tops.value(current));
    return top - wanted > most ? wanted : top;
}

StepList::StepList(QWidget* parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // its current card takes it
    viewport()->setAutoFillBackground(false);
    auto* inside = new QWidget(this);
    inside->setAutoFillBackground(false);
    m_column = makeColumn(inside, 0);
    m_column->setSpacing(2);
    m_column->addStretch(1);
    setWidget(inside);
    inside->setAutoFillBackground(false); // setWidget() fills
}

void StepList::setPlan(const Plan& plan)
{
    QList<int> open;
    for (int i = 0; i < m_cards.size(); ++i) {
        if (m_cards.at(i)->isOpen())
            open.append(i);
    }
    qDeleteAll(m_cards);
    m_cards.clear();
    for (int i = 0; i < plan.steps.size(); ++i) {
        auto* card = new StepCard(plan, i, widget());
        connect(card, &StepCard::chosen, this, [this, i] { Q_EMIT chosen(i); });
        m_column->insertWidget(i, card);
        m_cards.append(card);
        card->setOpen(open.contains(i));
    }
    m_current = -1;
}

void StepList::setCurrent(int step)
{
    m_current = step;
    for (int i = 0; i < m_cards.size(); ++i)
        m_cards.at(i)->setCurrent(i == step);
    showCurrent();
}

void StepList::showCurrent()
{
    StepCard* card = m_cards.value(m_current);
    if (!card)
        return;
    ensureWidgetVisible(card, 0, metric::unit);
    QList<int> tops;
    for (const StepCard* each : std::as_const(m_cards))
        tops.append(each->y());
    const int latest = std::max(0, m_cards.last()->geometry().bottom() + 1 - viewport()->height());
    const int top = wholeTop(tops, std::min(verticalScrollBar()->value(), latest), m_current, card->height());
    // Room under the last one, where its end and a whole row at the top do not meet.
    m_column->setContentsMargins(0, 0, 0, std::max(0, top - latest));
    verticalScrollBar()->setValue(top);
}

/// A card has its place only once the layout is done.
bool StepList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &StepList::showCurrent, Qt::QueuedConnection);
    return QScrollArea::eventFilter(watched, event);
}

void StepList::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    showCurrent();
}

void StepList::move(int by)
{
    const int next = m_current + by;
    if (next < 0 || next >= m_cards.size())
        return;
    Q_EMIT chosen(next);
    m_cards.at(next)->setFocus(Qt::OtherFocusReason);
}

void StepList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down)
        return move(1);
    if (event->key() == Qt::Key_Up)
        return move(-1);
    QScrollArea::keyPressEvent(event);
}

} // namespace snowmelt
