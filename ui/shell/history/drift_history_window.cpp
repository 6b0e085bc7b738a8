// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/drift_history_window.h"

#include "models/items/dated_drift_model.h"
#include "models/wording/wording.h"
#include "ui/charts/drift_chart.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/history/empty_page.h"
#include "ui/shell/style/look.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QSet>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

enum DriftHistoryPage { DriftList, DriftReading, DriftUnreadable, NoScanYet };

QTreeView* makeTable(QWidget* parent, const char* name, const QString& spoken, QAbstractItemModel* model)
{
    auto* table = new QTreeView(parent);
    table->setObjectName(QString::fromLatin1(name));
    table->setAccessibleName(spoken);
    table->setModel(model);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setFrameShape(QFrame::NoFrame);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    return table;
}

} // namespace

DriftHistoryWindow::DriftHistoryWindow(Session* session, const QString& node, QWidget* parent)
    : RecordWindow(tr("Drift of %1 over time").arg(session->document()->blueprint().name), {1280, 760}, parent),
      m_session(session), m_model(new DatedDriftModel(this)), m_counts(new DriftCountModel(this)), m_wanted(node)
{
    setObjectName(QStringLiteral("driftHistoryWindow"));
    body()->addWidget(makeTools());
    body()->addWidget(makeRule(this));
    body()->addWidget(makePages(), 1);
    QPushButton* again = addButton("driftHistoryAgain", tr("&Read again"));
    connect(again, &QPushButton::clicked, this, &DriftHistoryWindow::read);
    const FleetDocument* document = session->document();
    connect(document, &FleetDocument::driftHistoryRead, this, &DriftHistoryWindow::take);
    connect(document, &FleetDocument::operationFinished, this, &DriftHistoryWindow::settle);
    read();
}

QWidget* DriftHistoryWindow::makeTools()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(2 * metric::unit, 2 * metric::unit, 2 * metric::unit, 2 * metric::unit);
    row->setSpacing(metric::unit);
    m_groups = new QComboBox(bar);
    m_groups->setObjectName(QStringLiteral("driftHistoryGroups"));
    m_groups->setAccessibleName(tr("Group"));
    m_nodes = new QComboBox(bar);
    m_nodes->setObjectName(QStringLiteral("driftHistoryNodes"));
    m_nodes->setAccessibleName(tr("Node"));
    m_states = new QComboBox(bar);
    m_states->setObjectName(QStringLiteral("driftHistoryStates"));
    m_states->setAccessibleName(tr("Still there or gone"));
    m_states->addItem(tr("Still there"), int(DatedDriftModel::State::Standing));
    m_states->addItem(tr("Gone"), int(DatedDriftModel::State::Gone));
    m_states->addItem(tr("Still there and gone"));
    for (QComboBox* box : {m_groups, m_nodes, m_states})
        row->addWidget(box);
    row->addStretch(1);
    connect(m_groups, &QComboBox::currentIndexChanged, this, &DriftHistoryWindow::followGroup);
    connect(m_nodes, &QComboBox::currentIndexChanged, this, &DriftHistoryWindow::followFilter);
    connect(m_states, &QComboBox::currentIndexChanged, this, &DriftHistoryWindow::followFilter);
    return bar;
}

QWidget* DriftHistoryWindow::makePages()
{
    m_pages = new QStackedWidget(this);
    auto* both = new QSplitter(Qt::Vertical, m_pages);
    both->setChildrenCollapsible(false);
    both->addWidget(makeNumbers());
    both->addWidget(makeList());
    both->setStretchFactor(1, 1);
    both->setSizes({280, 400});
    auto* reading = new EmptyPage(tr("Reading what was kept…"), {}, {}, m_pages);
    auto* unreadable =
        new EmptyPage(tr("Drift over time cannot be read"), tr("What went wrong is said below."), {}, m_pages);
    auto* noneYet = new EmptyPage(tr("No scan has been kept yet"),
                                  tr("Scan, and scan again later: each scan adds to what is known of when a difference "
                                     "came and went."),
                                  {}, m_pages);
    for (QWidget* page : {static_cast<QWidget*>(both), static_cast<QWidget*>(reading),
                          static_cast<QWidget*>(unreadable), static_cast<QWidget*>(noneYet)})
        m_pages->addWidget(page);
    return m_pages;
}

/// The chart, and beside it the same as numbers.
QWidget* DriftHistoryWindow::makeNumbers()
{
    auto* sides = new QSplitter(Qt::Horizontal, this);
    sides->setChildrenCollapsible(false);
    m_chart = new DriftChart(sides);
    m_numbers = makeTable(sides, "driftHistoryCounts", tr("Counts of each scan"), m_counts);
    m_numbers->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_numbers->header()->setResizeContentsPrecision(0); // of the rows in sight: there may be thousands
    m_numbers->header()->setStretchLastSection(false);
    sides->addWidget(m_chart);
    sides->addWidget(m_numbers);
    sides->setStretchFactor(0, 1);
    sides->setSizes({720, 560});
    return sides;
}

QWidget* DriftHistoryWindow::makeList()
{
    m_list = makeTable(this, "driftHistoryList", tr("Differences over time"), m_model);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(DatedDriftModel::Since, Qt::DescendingOrder);
    m_list->setColumnWidth(DatedDriftModel::What, 232);
    m_list->setColumnWidth(DatedDriftModel::Node, 88);
    m_list->setColumnWidth(DatedDriftModel::Since, 336);
    m_list->setColumnWidth(DatedDriftModel::LastSeen, 136);
    m_list->setColumnWidth(DatedDriftModel::Gone, 200);
    m_list->header()->setStretchLastSection(true);
    connect(m_list, &QTreeView::activated, this,
            [this](const QModelIndex& index) { m_session->document()->setSelection(index.data(PartRole).toString()); });
    return m_list;
}

void DriftHistoryWindow::showNode(const QString& node)
{
    m_wanted = node;
    read();
}

void DriftHistoryWindow::read()
{
    DriftHistoryIntent intent;
    intent.gone = true;
    m_failed = false;
    m_reading = m_session->start(intent);
    showPage();
}

void DriftHistoryWindow::take(const OperationId& id, const DriftHistory& history)
{
    if (id != m_reading)
        return;
    m_history = history;
    m_model->setDifferences({}); // sorted once, when it is known what of it is wanted
    fillGroups();
    followGroup();
    m_model->setDifferences(history.differences);
    sayShown();
    showPage();
}

void DriftHistoryWindow::settle(const OperationId& id, const Finished& finished)
{
    if (id != m_reading)
        return;
    m_reading.clear();
    m_failed = finished.error.has_value();
    showPage();
    if (finished.error) {
        const Sentence said = sentence(*finished.error);
        say(QString(said.what + u' ' + said.next), true);
    }
}

/// The group of the node that was asked for, else the one chosen before, else the first.
void DriftHistoryWindow::fillGroups()
{
    QSet<QString> known;
    QStringList groups;
    const auto add = [&](const QString& group) {
        if (!known.contains(group))
            groups.append(group);
        known.insert(group);
    };
    for (const DriftCount& count : std::as_const(m_history.counts))
        add(count.group);
    QString chosen = m_groups->currentText();
    for (const DatedDifference& one : std::as_const(m_history.differences)) {
        add(one.group);
        chosen = one.node == m_wanted ? one.group : chosen;
    }
    if (const NodeState* node = m_session->document()->fleet().findNode(m_wanted))
        chosen = node->group;
    const QSignalBlocker blocker(m_groups);
    m_groups->clear();
    m_groups->addItems(groups);
    m_groups->setCurrentIndex(std::max(0, int(groups.indexOf(chosen))));
}

void DriftHistoryWindow::fillNodes()
{
    QSet<QString> known;
    const QString group = m_groups->currentText();
    for (const DatedDifference& one : std::as_const(m_history.differences)) {
        if (one.group == group)
            known.insert(one.node);
    }
    if (!m_wanted.isEmpty())
        known.insert(m_wanted);
    QStringList nodes = known.values();
    nodes.sort();
    const QSignalBlocker blocker(m_nodes);
    m_nodes->clear();
    m_nodes->addItem(tr("Every node"));
    for (const QString& node : std::as_const(nodes))
        m_nodes->addItem(node, node);
    m_nodes->setCurrentIndex(std::max(0, m_nodes->findData(m_wanted)));
    m_wanted.clear();
}

QList<DriftCount> DriftHistoryWindow::countsOfGroup() const
{
    QList<DriftCount> counts;
    for (const DriftCount& count : m_history.counts) {
        if (count.group == m_groups->currentText())
            counts.append(count);
    }
    return counts;
}

void DriftHistoryWindow::followGroup()
{
    const QList<DriftCount> counts = countsOfGroup();
    m_chart->setCounts(counts);
    m_counts->setCounts(counts);
    fillNodes();
    followFilter();
}

void DriftHistoryWindow::followFilter()
{
    const QVariant state = m_states->currentData();
    DatedFilter wanted{m_groups->currentText(), m_nodes->currentData().toString()};
    if (state.isValid())
        wanted.state = DatedDriftModel::State(state.toInt());
    m_model->setFilter(wanted);
    sayShown();
}

void DriftHistoryWindow::sayShown()
{
    say(tr("%1 of %2 shown").arg(m_model->rowCount()).arg(m_model->allRows()));
}

void DriftHistoryWindow::showPage()
{
    const bool nothing = m_history.counts.isEmpty() && m_history.differences.isEmpty();
    const int none = m_failed ? DriftUnreadable : m_reading.isEmpty() ? NoScanYet : DriftReading;
    m_pages->setCurrentIndex(nothing ? none : DriftList);
    for (QComboBox* box : {m_groups, m_nodes, m_states})
        box->setEnabled(!nothing);
    if (nothing)
        say({});
}

} // namespace snowmelt
