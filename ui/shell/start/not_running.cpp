// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start/not_running.h"

#include "models/document/fleet_document.h"
#include "models/domain/platform_verbs.h"
#include "models/wording/wording.h"
#include "ui/shell/frame/availability.h"
#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int cardWidth = 600;

const OperationState* runningUp(const FleetDocument& document)
{
    const QList<OperationState>& operations = document.operations();
    const auto it = std::find_if(operations.begin(), operations.end(), [](const OperationState& operation) {
        return operation.running() && operation.verb == QStringLiteral("up");
    });
    return it == operations.end() ? nullptr : &*it;
}

bool wasAsked(const FleetDocument& document)
{
    return document.fleet().observedAt.isValid();
}

} // namespace

NotRunningCard::NotRunningCard(FleetDocument* document, QWidget* over) : QWidget(over), m_document(document)
{
    setObjectName(QStringLiteral("notRunning"));
    setFixedWidth(cardWidth);
    m_title = makeLabel({}, TextSize::Title, QFont::Bold, Ink::Text, this);
    m_text = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, this);
    m_text->setWordWrap(true);
    m_up = new QPushButton(tr("Bring &up…"), this);
    m_up->setObjectName(QStringLiteral("bringUp"));
    makePrimary(m_up);
    connect(m_up, &QPushButton::clicked, this, &NotRunningCard::upAsked);
    // Wide and low: the diagram above it stays in sight.
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(3 * metric::unit, 2 * metric::unit, 3 * metric::unit, 2 * metric::unit);
    row->setSpacing(3 * metric::unit);
    auto* words = new QVBoxLayout;
    words->setSpacing(metric::unit / 2);
    words->addWidget(m_title);
    words->addWidget(m_text);
    row->addLayout(words, 1);
    row->addWidget(m_up, 0, Qt::AlignVCenter);
    over->installEventFilter(this);
    connect(document, &FleetDocument::opened, this, &NotRunningCard::follow);
    connect(document, &FleetDocument::fleetChanged, this, &NotRunningCard::follow);
    connect(document, &FleetDocument::operationAdded, this, &NotRunningCard::follow);
    connect(document, &FleetDocument::operationChanged, this, &NotRunningCard::follow);
    connect(document, &FleetDocument::operationFinished, this, &NotRunningCard::follow);
    follow();
}

void NotRunningCard::follow()
{
    // Stays until the fleet is all there: the first node that exists is not the end of coming up.
    const OperationState* up = runningUp(*m_document);
    const bool shown = m_document->isOpen() && wasAsked(*m_document) && m_document->blueprint().hasParts() &&
                       makesNodes(m_document->blueprint()) && (up || !m_document->fleet().isUp());
    setVisible(shown);
    if (!shown)
        return;
    m_title->setText(up ? tr("Coming up") : tr("Not running"));
    m_text->setText(up ? comingUpText(*up)
                       : tr("Bring it up: Snowmelt builds the images that are missing, starts the nodes and waits "
                            "until they are healthy."));
    const QString why = whyNot(WindowAct::Up, situationOf(*m_document));
    m_up->setVisible(!up);
    m_up->setEnabled(why.isEmpty());
    m_up->setToolTip(why);
    raise();
}

QString NotRunningCard::comingUpText(const OperationState& up)
{
    QStringList lines;
    if (up.progress)
        lines << sentence(*up.progress);
    lines << tr("The activity list below shows progress and the log.");
    return lines.join(u'\n');
}

void NotRunningCard::place()
{
    const QWidget* over = parentWidget();
    setFixedWidth(qMin(cardWidth, over->width() - 2 * metric::unit));
    if (const int wanted = layout()->totalHeightForWidth(width()); wanted > 0) // else nothing is laid out yet
        setFixedHeight(wanted);
    move((over->width() - width()) / 2, qMax(0, over->height() - height() - 5 * metric::unit));
}

/// How high the words are is known only after the layout has taken them in, and again after each change of them.
bool NotRunningCard::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::LayoutRequest:
    case QEvent::Polish:
    case QEvent::FontChange:
        place();
        break;
    default:
        break;
    }
    return done;
}

bool NotRunningCard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void NotRunningCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = themeOf(this);
    face::frame(&painter, rect(), theme.control, theme.panel, metric::groupRadius);
}

} // namespace snowmelt
