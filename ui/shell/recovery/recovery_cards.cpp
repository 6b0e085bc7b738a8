// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recovery/recovery_cards.h"

#include "models/document/fleet_document.h"
#include "ui/shell/recovery/open_now.h"
#include "ui/shell/recovery/recovery_card.h"
#include "ui/shell/style/look.h"

#include <QEvent>
#include <QTimer>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

/// The diagram keeps the larger part of the page.
constexpr double mostOfThePage = 0.6;
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
    for (RecoveryCard* card : cards()) {
        if (card->isExpanded())
            expanded.append(card->open().plan.deployment);
        delete card;
    }
    for (const OpenDeployment& open : waiting) {
        auto* card = new RecoveryCard(open, m_inside);
        card->setExpanded(expanded.contains(open.plan.deployment));
        connect(card, &RecoveryCard::wayAsked, this, &RecoveryCards::wayAsked);
        m_column->addWidget(card);
    }
}

void RecoveryCards::fitHeight()
{
    const int most = qMax(20 * metric::unit, int(parentWidget()->height() * mostOfThePage));
    const int width = parentWidget()->width();
    const int wanted =
        m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width) : m_column->sizeHint().height();
    setFixedHeight(qMin(wanted, most));
}

/// How high the words are is known only after the layout has taken them in, and again after each change of them.
bool RecoveryCards::eventFilter(QObject* watched, QEvent* event)
{
    const bool inside = watched == m_inside && event->type() == QEvent::LayoutRequest;
    const bool page = watched == parentWidget() && event->type() == QEvent::Resize;
    if ((inside || page) && isVisible())
        fitHeight();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace snowmelt
