// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recovery/recovery_cards.h"

#include "models/document/fleet_document.h"
#include "ui/shell/recovery/open_now.h"
#include "ui/shell/recovery/recovery_card.h"
#include "ui/shell/style/look.h"
#include "ui/shell/style/more_below.h"

#include <QEvent>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace snowmelt {

namespace {

/// The diagram keeps the larger part of the page.
constexpr double mostOfThePage = 0.45;
constexpr int ageStep = 30'000;

} // namespace

RecoveryCards::RecoveryCards(FleetDocument* document, QWidget* parent)
    : QScrollArea(parent), m_document(document), m_inside(new QWidget(this))
{
    setObjectName(QStringLiteral("recoveryCards"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_column = makeColumn(m_inside, 0);
    m_column->setSpacing(0);
    setWidget(m_inside);
    m_inside->installEventFilter(this);
    parent->installEventFilter(this);
    new MoreBelow(this);
    auto* clock = new QTimer(this);
    clock->setInterval(ageStep);
    connect(clock, &QTimer::timeout, this, [this] {
        for (RecoveryCard* card : cards())
            card->tellTime();
    });
    clock->start();
    connect(document, &FleetDocument::opened, this, &RecoveryCards::follow);
    connect(document, &FleetDocument::openDeploymentsChanged, this, &RecoveryCards::follow);
    connect(document, &FleetDocument::operationAdded, this, &RecoveryCards::follow);
    connect(document, &FleetDocument::operationFinished, this, &RecoveryCards::follow);
    follow();
}

QList<RecoveryCard*> RecoveryCards::cards() const
{
    return m_inside->findChildren<RecoveryCard*>(QString(), Qt::FindDirectChildrenOnly);
}

void RecoveryCards::follow()
{
    const QList<OpenDeployment> waiting = awaitingAPerson(m_document->openDeployments(), m_document->operations());
    QList<OpenDeployment> shown;
    for (const RecoveryCard* card : cards())
        shown.append(card->open());
    if (shown != waiting)
        rebuild(waiting);
    setVisible(!waiting.isEmpty());
    fitHeight();
}

void RecoveryCards::rebuild(const QList<OpenDeployment>& waiting)
{
    QStringList expanded;
    QList<RecoveryCard*> kept;
    for (RecoveryCard* card : cards()) {
        if (waiting.contains(card->open())) {
            kept.append(card);
            continue;
        }
        if (card->isExpanded())
            expanded.append(card->open().plan.deployment);
        delete card;
    }
    for (int i = 0; i < waiting.size(); ++i) {
        const OpenDeployment& open = waiting.at(i);
        const auto same = std::ranges::find_if(kept, [&open](RecoveryCard* card) { return card->open() == open; });
        RecoveryCard* card = same == kept.cend() ? make(open) : *same;
        if (expanded.contains(open.plan.deployment))
            card->setExpanded(true);
        card->setLeads(i == 0);
        m_column->insertWidget(i, card);
        card->show();
    }
}

RecoveryCard* RecoveryCards::make(const OpenDeployment& open)
{
    auto* card = new RecoveryCard(open, m_inside);
    connect(card, &RecoveryCard::wayAsked, this, &RecoveryCards::wayAsked);
    return card;
}

/// Each as high as its words need at this width: a column of them would give one what another lacks.
int RecoveryCards::layCards(int width)
{
    int sum = 0;
    for (RecoveryCard* card : cards()) {
        const int wanted = card->heightForWidth(width);
        card->setFixedHeight(wanted);
        sum += wanted;
    }
    m_inside->setFixedHeight(sum); // what its layout remembers of other widths would push them apart
    return sum;
}

void RecoveryCards::fitHeight()
{
    const int most = qMax(20 * metric::unit, int(parentWidget()->height() * mostOfThePage));
    const int wanted = layCards(width());
    if (wanted > most)
        layCards(width() - verticalScrollBar()->sizeHint().width());
    // A bar that is there narrows the words, which then need the bar: it is taken away by hand.
    setVerticalScrollBarPolicy(wanted <= most ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setFixedHeight(qMin(wanted, most));
}

void RecoveryCards::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fitHeight();
}

/// How high the words are is known only after the layout has taken them in, and again after each change of them.
bool RecoveryCards::eventFilter(QObject* watched, QEvent* event)
{
    const bool done = QScrollArea::eventFilter(watched, event);
    const bool inside = watched == m_inside && event->type() == QEvent::LayoutRequest;
    const bool page = watched == parentWidget() && event->type() == QEvent::Resize;
    if (inside || page)
        QMetaObject::invokeMethod(this, &RecoveryCards::fitHeight, Qt::QueuedConnection);
    return done;
}

} // namespace snowmelt
