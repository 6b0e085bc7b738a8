// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/activity/activity_panel.h"

#include "models/document/fleet_document.h"
#include "models/document/fold_operation.h"
#include "models/items/activity_model.h"
#include "models/wording/wording.h"
#include "ui/charts/charts_view.h"
#include "ui/shell/activity/activity_delegate.h"
#include "ui/shell/activity/log_view.h"
#include "ui/shell/activity/timeline_view.h"
#include "ui/shell/style/look.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabBar>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr int secondMs = 1000;

bool isRunning(const QModelIndex& index)
{
    const auto state = ActivityState(index.data(StateRole).toInt());
    return state == ActivityState::Running || state == ActivityState::Cancelling;
}

} // namespace

ActivityPanel::ActivityPanel(FleetDocument* document, QWidget* parent)
    : QWidget(parent), m_document(document), m_model(new ActivityModel(document, this))
{
    setMinimumHeight(64);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    makeTabs();
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(makeActivity());
    m_pages->addWidget(new TimelineView(document, this));
    m_pages->addWidget(makeLogPage());
    m_pages->addWidget(new ChartsView(document, this));

    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ActivityPanel::placeButtons);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ActivityPanel::placeButtons);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ActivityPanel::placeButtons);
    connect(document, &FleetDocument::operationFinished, this, [this](const OperationId& id) {
        const OperationState* operation = m_document->operation(id);
        if (operation && endedBadly(*operation))
            choose(id);
    });
    auto* clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, &ActivityPanel::tick);
    clock->start(secondMs);
    placeButtons();
}

void ActivityPanel::makeTabs()
{
    m_handle = new QWidget(this);
    m_handle->setAutoFillBackground(true);
    m_handle->setBackgroundRole(QPalette::Base);
    m_tabs = new QTabBar(m_handle);
    m_tabs->setObjectName(QStringLiteral("activityTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (const QString& name : {tr("Activity"), tr("Timeline"), tr("Log"), tr("Charts")})
        m_tabs->addTab(name);
    connect(m_tabs, &QTabBar::currentChanged, this, &ActivityPanel::showTab);
    auto* row = new QHBoxLayout(m_handle);
    row->setContentsMargins(metric::unit, metric::unit / 2, metric::unit, 0);
    row->addWidget(m_tabs);
    row->addStretch(1);
}

QWidget* ActivityPanel::makeActivity()
{
    makeList();
    m_log = new LogView(m_document, this);
    m_log->setMinimumWidth(280);
    m_log->hide();
    auto* split = new QSplitter(this);
    split->setObjectName(QStringLiteral("activitySplit"));
    split->addWidget(m_list);
    split->addWidget(m_log);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    auto* empty = new QWidget(this);
    QVBoxLayout* words = makeColumn(empty);
    words->addWidget(makeLabel(tr("Nothing has been done yet. What you start shows here, with its log."),
                               TextSize::Normal, QFont::Normal, Ink::Faint, empty));
    words->addStretch(1);
    auto* page = new QWidget(this);
    m_stack = new QStackedLayout(page);
    m_stack->addWidget(empty);
    m_stack->addWidget(split);
    return page;
}

QWidget* ActivityPanel::makeLogPage()
{
    auto* page = new QWidget(this);
    m_logTitle = makeLabel(tr("Choose an operation under Activity; the last one’s log shows here."), TextSize::Normal,
                           QFont::DemiBold, Ink::Text, page);
    m_logTitle->setObjectName(QStringLiteral("logTitle"));
    m_wholeLog = new LogView(m_document, page);
    auto* title = new QVBoxLayout;
    title->setContentsMargins(2 * metric::unit, metric::unit, 2 * metric::unit, 0);
    title->addWidget(m_logTitle);
    QVBoxLayout* column = makeColumn(page, 0);
    column->setSpacing(0);
    column->addLayout(title);
    column->addWidget(m_wholeLog, 1);
    return page;
}

void ActivityPanel::showTab(int tab)
{
    m_pages->setCurrentIndex(tab);
    const QList<OperationState>& operations = m_document->operations();
    if (tab == Log && m_chosen.isEmpty() && !operations.isEmpty())
        showLog(operations.last().id);
    if (tab != Activity)
        Q_EMIT roomWanted();
}

void ActivityPanel::makeList()
{
    m_list = new QTreeView(this);
    m_list->setObjectName(QStringLiteral("activityList"));
    m_list->setAccessibleName(tr("Activity"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ActivityDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHeaderHidden(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(ActivityModel::What, QHeaderView::Stretch);
    m_list->setColumnWidth(ActivityModel::Title, 232);
    m_list->setColumnWidth(ActivityModel::Progress, 200);
    m_list->setColumnWidth(ActivityModel::Elapsed, 80);
    m_list->setColumnWidth(ActivityModel::Began, 118);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) { choose(current.data(IdRole).toString()); });
}

void ActivityPanel::placeButtons()
{
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        // A running operation's place for "began" holds its Cancel: when it began, its elapsed time says.
        const QModelIndex index = m_model->index(row, ActivityModel::Began);
        QWidget* button = m_list->indexWidget(index);
        if (isRunning(index) && !button)
            m_list->setIndexWidget(index, button = makeCancel(index));
        else if (!isRunning(index) && button) {
            button->hide(); // the view deletes it later only
            m_list->setIndexWidget(index, nullptr);
        }
        if (!isRunning(index))
            continue;
        const bool asked = ActivityState(index.data(StateRole).toInt()) == ActivityState::Cancelling;
        button->setEnabled(!asked);
        button->setToolTip(asked ? tr("Cancelling; clean-up is shown until it is done.") : QString());
    }
}

QWidget* ActivityPanel::makeCancel(const QModelIndex& index)
{
    const QString id = index.data(IdRole).toString();
    auto* cell = new QWidget(m_list);
    auto* room = new QVBoxLayout(cell);
    room->setContentsMargins(metric::unit, 2, 2 * metric::unit, 2);
    auto* button = new QPushButton(tr("Cancel"), cell);
    room->addWidget(button);
    button->setObjectName(QStringLiteral("cancelOperation"));
    button->setAccessibleName(tr("Cancel %1").arg(index.siblingAtColumn(0).data().toString()));
    connect(button, &QPushButton::clicked, this, [this, id] { Q_EMIT cancelAsked(id); });
    return cell;
}

void ActivityPanel::choose(const OperationId& id)
{
    const bool opens = m_log->isHidden() && !id.isEmpty();
    m_log->setVisible(!id.isEmpty());
    m_log->setOperation(id);
    m_chosen = id;
    showLog(id);
    if (opens)
        Q_EMIT roomWanted();
    const QModelIndex row = m_model->find(IdRole, id);
    if (row.isValid() && m_list->currentIndex().row() != row.row())
        m_list->setCurrentIndex(row);
}

void ActivityPanel::showLog(const OperationId& id)
{
    if (const OperationState* operation = m_document->operation(id))
        m_logTitle->setText(operationTitle(operation->verb, operation->subject));
    m_wholeLog->setOperation(id);
}

void ActivityPanel::tick()
{
    // Only elapsed times move by themselves.
    if (m_list->isVisible())
        m_list->viewport()->update();
}

} // namespace snowmelt
