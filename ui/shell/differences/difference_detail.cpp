// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/differences/difference_detail.h"

#include "models/domain/drift/judge/severity.h"
#include "models/items/drift_model.h"
#include "models/items/group_detail_rows.h"
#include "models/items/group_drift_text.h"
#include "models/wording/wording.h"
#include "ui/shell/inspector/drift_delegate.h"
#include "ui/shell/style/look.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

TreeRow nodesOfCause(const GroupDrift& drift, const SharedCause& cause)
{
    QStringList nodes;
    for (const int node : cause.nodes)
        nodes << drift.nodes[node].name;
    TreeRow row;
    row.key = QStringLiteral("nodes");
    row.texts = QStringList{nodes.join(QStringLiteral(", ")), {}, {}};
    row.roles.insert(KindRole, int(DriftRow::Value));
    row.roles.insert(Qt::ToolTipRole, row.texts.first());
    return row;
}

} // namespace

DifferenceDetail::DifferenceDetail(QWidget* parent)
    : QWidget(parent), m_title(makeLabel({}, TextSize::Normal, QFont::DemiBold, Ink::Text, this)),
      m_about(makeLabel({}, TextSize::Small, QFont::Normal, Ink::Sub, this)), m_model(new KeyedTreeModel(3, this)),
      m_rows(makeRows())
{
    setObjectName(QStringLiteral("differenceDetail"));
    m_title->setObjectName(QStringLiteral("differenceTitle"));
    m_about->setObjectName(QStringLiteral("differenceAbout"));
    elide(m_title);
    elide(m_about);
    m_about->setAlignment(Qt::AlignRight | Qt::AlignVCenter); // as what is said of each row below
    auto* head = new QHBoxLayout;
    head->setContentsMargins(2 * metric::unit, metric::unit, 2 * metric::unit, 4);
    head->setSpacing(metric::unit);
    head->addWidget(m_title, 2);
    head->addWidget(m_about, 3);
    auto* body = new QHBoxLayout;
    body->setContentsMargins(metric::unit, 0, 0, 0);
    body->addWidget(m_rows);
    QVBoxLayout* column = makeColumn(this, 0);
    column->setSpacing(0);
    column->addWidget(makeRule(this));
    column->addLayout(head);
    column->addLayout(body, 1);
}

QTreeView* DifferenceDetail::makeRows()
{
    auto* rows = new QTreeView(this);
    rows->setObjectName(QStringLiteral("differenceRows"));
    rows->setAccessibleName(tr("Each value and who has it"));
    m_delegate = new DriftDelegate(rows);
    rows->setItemDelegate(m_delegate);
    rows->setModel(m_model);
    rows->setHeaderHidden(true);
    rows->setFrameShape(QFrame::NoFrame);
    rows->setIndentation(14);
    rows->setSelectionMode(QAbstractItemView::ExtendedSelection);
    rows->setColumnHidden(1, true); // the delegate shows both values
    rows->setColumnHidden(2, true);
    rows->header()->setStretchLastSection(true);
    rows->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* copyRows = new QAction(tr("Copy"), rows);
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    connect(copyRows, &QAction::triggered, this, &DifferenceDetail::copy);
    rows->addAction(copyRows);
    return rows;
}

void DifferenceDetail::show(const GroupDriftModel& model, const QModelIndex& index)
{
    const GroupDrift& drift = model.drift();
    const GroupDifference* difference = model.differenceAt(index);
    const bool isCause = index.isValid() && !difference && index.row() < drift.causes.size();
    m_model->setRows({}); // rows of another difference are other rows, even where the keys agree
    if (difference)
        showDifference(drift, *difference, model.preparedAt(index)->severity, model.ruleAt(index));
    else if (isCause)
        showCause(drift, drift.causes[index.row()]);
    m_title->setToolTip(m_title->text());
    m_rows->expandAll();
    setVisible(difference || isCause);
}

void DifferenceDetail::showDifference(const GroupDrift& drift, const GroupDifference& difference,
                                      DriftSeverity severity, const IgnoreRule* rule)
{
    QStringList about{sectionText(difference.section), severityMark(severity),
                      GroupDriftText::asBaseline(difference.asBaseline)};
    if (rule)
        about << QString(GroupDriftText::hiddenBy(*rule) + u": " + ignoreReasonText(*rule));
    if (difference.noMajority)
        about << tr("as many have it otherwise, so none is more right");
    m_title->setText(displayText(difference.key));
    m_about->setText(about.join(QStringLiteral(" · ")));
    m_delegate->setSides(drift.baseline.isEmpty() ? tr("most") : drift.baseline, tr("these"));
    m_model->setRows(groupDetailRows(drift, difference));
}

void DifferenceDetail::showCause(const GroupDrift& drift, const SharedCause& cause)
{
    m_title->setText(causeText(cause, drift));
    m_about->setText(tr("Likely one cause: these nodes, and no others, differ in the same way in %n thing(s).", nullptr,
                        int(cause.rows.size())));
    m_model->setRows({nodesOfCause(drift, cause)});
}

void DifferenceDetail::copy()
{
    QString text;
    for (const QModelIndex& index : m_rows->selectionModel()->selectedRows())
        text += DriftModel::textAt(index);
    QGuiApplication::clipboard()->setText(text);
}

} // namespace snowmelt
