// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/failures/failure_panel.h"

#include "models/document/fleet_document.h"
#include "models/wording/failure_wording.h"
#include "ui/shell/failures/culprit_row.h"
#include "ui/shell/style/look.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int mostRows = 50;           ///< the worst; whoever wants all of a thousand asks the table
constexpr int culpritListHeight = 280; ///< at most: the inspector above keeps its room

/// A balancer, or a group behind one.
bool canFail(const FleetDocument& document, const QString& part)
{
    const QList<BalancerState>& balancers = document.fleet().balancers;
    return std::any_of(balancers.begin(), balancers.end(), [&](const BalancerState& balancer) {
        return balancer.node.name == part || balancer.serves.contains(part);
    });
}

void showIfAny(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

FailurePanel::FailurePanel(FleetDocument* document, QWidget* parent) : QWidget(parent), m_document(document)
{
    setObjectName(QStringLiteral("failurePanel"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_count = new QPushButton(this);
    m_count->setObjectName(QStringLiteral("failureCount"));
    m_count->setFlat(true);
    connect(m_count, &QPushButton::clicked, this, [this] { m_open ? close() : open(m_part); });
    setFocusProxy(m_count);
    m_inside = makeList();
    QVBoxLayout* column = makeColumn(this, 0);
    column->setSpacing(0);
    column->addWidget(makeRule(this));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(metric::unit, metric::unit / 2, metric::unit, metric::unit / 2);
    head->addWidget(m_count, 0, Qt::AlignLeft);
    column->addLayout(head);
    column->addWidget(m_inside);
    connect(document, &FleetDocument::opened, this, &FailurePanel::close);
    connect(document, &FleetDocument::fleetChanged, this, &FailurePanel::follow);
    connect(document, &FleetDocument::selectionChanged, this, &FailurePanel::followSelection);
    followSelection(document->selection());
}

QWidget* FailurePanel::makeList()
{
    const auto small = [this](const char* name) {
        QLabel* label = makeLabel({}, TextSize::Small, QFont::Normal, Ink::Sub, this);
        label->setObjectName(QString::fromLatin1(name));
        label->setWordWrap(true);
        label->setContentsMargins(metric::unit, 0, metric::unit, 0);
        return label;
    };
    auto* inside = new QWidget(this);
    QVBoxLayout* column = makeColumn(inside, metric::unit);
    column->setSpacing(metric::unit / 2);
    m_since = small("failuresSince");
    m_scroll = new QScrollArea(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* list = new QWidget(m_scroll);
    m_rows = makeColumn(list, 0);
    m_rows->setSpacing(0);
    m_scroll->setWidget(list);
    m_scroll->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    m_more = small("moreCulprits");
    m_gone = small("failedOfGone");
    m_none = small("failedOfNone");
    for (QWidget* widget :
         {static_cast<QWidget*>(m_since), static_cast<QWidget*>(m_scroll), static_cast<QWidget*>(m_more),
          static_cast<QWidget*>(m_gone), static_cast<QWidget*>(m_none)})
        column->addWidget(widget);
    return inside;
}

void FailurePanel::open(const QString& part)
{
    m_part = part;
    m_open = true;
    follow();
}

void FailurePanel::close()
{
    m_open = false;
    followSelection(m_document->selection());
}

void FailurePanel::followSelection(const QString& part)
{
    const bool other = canFail(*m_document, part);
    if (!m_open || other)
        m_part = other ? part : QString();
    follow();
}

void FailurePanel::follow()
{
    const bool shown = m_document->fleet().isUp() && canFail(*m_document, m_part);
    setVisible(shown);
    if (shown)
        fill(failuresOf(m_document->fleet(), m_part));
}

void FailurePanel::fill(const Failures& failures)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString count = failureCountText(failures);
    m_said = m_open ? QString(m_part + QStringLiteral(": ") + count) : count;
    m_count->setIcon(themeIcon(m_open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), &Theme::sub));
    showCount();
    m_inside->setVisible(m_open);
    if (!m_open)
        return;
    showIfAny(m_since, countedSinceText(failures, now));
    fillRows(failures.culprits.mid(0, mostRows), now);
    const int more = int(failures.culprits.size()) - mostRows;
    showIfAny(m_more, more > 0 ? tr("%n more node(s)", nullptr, more) : QString());
    showIfAny(m_gone, failures.ofGone > 0 ? goneText(failures.ofGone) : QString());
    showIfAny(m_none, failures.ofNone > 0 ? noNodeText(failures.ofNone) : QString());
}

/// A narrow inspector shows the beginning; the tip and a screen reader have it all.
void FailurePanel::showCount()
{
    const QFontMetrics metrics(m_count->font());
    const int beside = m_count->sizeHint().width() - metrics.horizontalAdvance(m_count->text());
    const QString shown = metrics.elidedText(m_said, Qt::ElideRight, width() - 2 * metric::unit - beside);
    m_count->setText(shown);
    m_count->setAccessibleName(m_said);
    const QString deed =
        m_open ? tr("Closes the list") : tr("Shows which nodes failed, since when, and with which check.");
    m_count->setToolTip(shown == m_said ? deed : QString(m_said + u'\n' + deed));
}

/// Rows are kept: the one that has the focus does not lose it because a count went up.
void FailurePanel::fillRows(const QList<Culprit>& culprits, const QDateTime& now)
{
    while (m_shown.size() > culprits.size())
        delete m_shown.takeLast();
    while (m_shown.size() < culprits.size()) {
        auto* row = new CulpritRow(m_scroll->widget());
        connect(row, &CulpritRow::clicked, this, [this, row] { Q_EMIT culpritChosen(row->node()); });
        m_rows->addWidget(row);
        setTabOrder(m_shown.isEmpty() ? static_cast<QWidget*>(m_count) : m_shown.last(), row);
        row->show();
        m_shown << row;
    }
    for (int i = 0; i < culprits.size(); ++i)
        m_shown[i]->setCulprit(culprits[i], now);
    m_scroll->setVisible(!culprits.isEmpty());
    int height = 0;
    const int width = std::max(m_scroll->viewport()->width(), 160);
    for (const CulpritRow* row : std::as_const(m_shown))
        height += row->heightForWidth(width);
    m_scroll->setFixedHeight(std::min(height, culpritListHeight));
}

void FailurePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showCount();
}

void FailurePanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_open)
        return close();
    QWidget::keyPressEvent(event);
}

} // namespace snowmelt
