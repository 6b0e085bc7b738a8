// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/drift_page.h"

#include "models/document/fleet_document.h"
#include "models/domain/drift/compare_looks.h"
#include "models/domain/drift/scan_age.h"
#include "models/items/drift_model.h"
#include "models/items/item_text.h"
#include "models/wording/drift_history_wording.h"
#include "models/wording/wording.h"
#include "ui/shell/inspector/drift_delegate.h"
#include "ui/shell/style/look.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr int scanAgeInterval = 10'000;

class DriftFilter final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        const QString wanted = filterRegularExpression().pattern();
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        for (const int role : {int(Qt::DisplayRole), int(DetailRole), int(BaselineRole), int(ActualRole)}) {
            if (index.data(role).toString().contains(filterRegularExpression()))
                return true;
        }
        return wanted.isEmpty();
    }
};

/// What is said where nothing differs. What rules hide is no reason to call a node the same.
QString cleanText(const DriftReport& report)
{
    const QString text =
        report.complete() ? DriftPage::tr("No differences.") : DriftPage::tr("No differences in what could be seen.");
    const int hidden = int(report.hidden.size());
    return hidden == 0 ? text : QString(text + u' ' + hiddenText(hidden) + u'.');
}

QString unscannedText(const Error& error)
{
    const Sentence said = sentence(error);
    return said.what + u' ' + said.next;
}

} // namespace

DriftPage::DriftPage(FleetDocument* document, QWidget* parent)
    : QWidget(parent), m_document(document), m_model(new DriftModel(document, this)), m_filtered(new DriftFilter(this))
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setRecursiveFilteringEnabled(true);
    m_filtered->setAutoAcceptChildRows(true);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeReport());

    connect(document, &FleetDocument::driftChanged, this, &DriftPage::follow);
    connect(document, &FleetDocument::fleetChanged, this, &DriftPage::follow);
    connect(document, &FleetDocument::scansDueChanged, this, &DriftPage::tick);
    auto* ages = new QTimer(this);
    connect(ages, &QTimer::timeout, this, &DriftPage::tick);
    ages->start(scanAgeInterval);
}

QWidget* DriftPage::makeEmpty()
{
    auto* page = new QWidget(this);
    QVBoxLayout* column = makeColumn(page);
    m_emptyTitle = makeLabel({}, TextSize::Large, QFont::DemiBold, Ink::Text, page);
    m_emptyTitle->setWordWrap(true);
    m_emptyText = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, page);
    m_emptyText->setObjectName(QStringLiteral("driftEmpty"));
    m_emptyText->setWordWrap(true);
    m_scan = new QPushButton(tr("Scan now"), page);
    m_scan->setObjectName(QStringLiteral("scanNode"));
    connect(m_scan, &QPushButton::clicked, this, [this] { Q_EMIT scanAsked(m_node); });
    column->addWidget(m_emptyTitle);
    column->addWidget(m_emptyText);
    column->addWidget(m_scan, 0, Qt::AlignLeft);
    column->addStretch(1);
    return page;
}

void DriftPage::makeTree()
{
    m_tree = new QTreeView(this);
    m_tree->setObjectName(QStringLiteral("driftTree"));
    m_tree->setAccessibleName(tr("Differences"));
    m_tree->setModel(m_filtered);
    m_delegate = new DriftDelegate(m_tree);
    m_tree->setItemDelegate(m_delegate);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(14);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setColumnHidden(1, true); // the delegate shows both values; the columns are for screen readers and tests
    m_tree->setColumnHidden(2, true);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* copy = new QAction(tr("Copy"), m_tree);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &DriftPage::copySelection);
    m_tree->addAction(copy);
    connect(m_filtered, &QAbstractItemModel::rowsInserted, this, &DriftPage::unfold);
    connect(m_filtered, &QAbstractItemModel::rowsInserted, this, &DriftPage::tick);
}

QWidget* DriftPage::makeReport()
{
    auto* page = new QWidget(this);
    QVBoxLayout* column = makeColumn(page);
    m_against = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, page);
    m_against->setObjectName(QStringLiteral("driftAgainst"));
    m_against->setWordWrap(true);
    m_age = makeLabel({}, TextSize::Small, QFont::Normal, Ink::Faint, page);
    m_age->setObjectName(QStringLiteral("driftAge"));
    auto* head = new QHBoxLayout;
    head->addWidget(m_against, 1);
    head->addWidget(m_age);
    m_notice = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Amber, page);
    m_notice->setObjectName(QStringLiteral("driftNotice"));
    m_notice->setWordWrap(true);
    m_filter = new QLineEdit(page);
    m_filter->setObjectName(QStringLiteral("driftFilter"));
    m_filter->setPlaceholderText(tr("Filter differences"));
    m_filter->setClearButtonEnabled(true);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filtered->setFilterRegularExpression(
            QRegularExpression(QRegularExpression::escape(text), QRegularExpression::CaseInsensitiveOption));
        unfold();
    });
    auto* copy = new QPushButton(tr("Copy all"), page);
    copy->setObjectName(QStringLiteral("copyDrift"));
    copy->setToolTip(tr("Copies the whole report as text."));
    connect(copy, &QPushButton::clicked, this, &DriftPage::copyAll);
    auto* tools = new QHBoxLayout;
    tools->addWidget(m_filter, 1);
    tools->addWidget(copy);
    auto* overTime = new QPushButton(tr("Over time…"), page);
    overTime->setObjectName(QStringLiteral("driftOverTime"));
    overTime->setToolTip(tr("Since when it differs, as scans saw it."));
    connect(overTime, &QPushButton::clicked, this, [this] { Q_EMIT driftHistoryAsked(m_node); });
    tools->addWidget(overTime);
    m_clean = makeLabel(tr("No differences."), TextSize::Normal, QFont::DemiBold, Ink::Text, page);
    m_clean->setObjectName(QStringLiteral("driftClean"));
    makeTree();
    column->addLayout(head);
    column->addLayout(tools);
    column->addWidget(m_notice);
    column->addWidget(m_clean);
    column->addWidget(m_tree, 1);
    return page;
}

void DriftPage::setNode(const QString& node)
{
    if (m_node != node)
        m_filter->clear();
    m_node = node;
    m_model->setNode(node);
    unfold();
    follow();
}

/// All but what a person asked not to see; who looks for something sees it there too.
void DriftPage::unfold()
{
    m_tree->expandAll();
    if (!m_filter->text().isEmpty())
        return;
    for (int row = 0; row < m_filtered->rowCount(); ++row) {
        const QModelIndex index = m_filtered->index(row, 0);
        if (DriftRow(index.data(KindRole).toInt()) == DriftRow::RulesTitle)
            m_tree->collapse(index);
    }
}

void DriftPage::setScanBlocked(const QString& why)
{
    m_scan->setEnabled(why.isEmpty());
    m_scan->setToolTip(why);
}

void DriftPage::follow()
{
    const DriftReport* report = m_document->drift(m_node);
    const Error* unscanned = m_document->unscanned(m_node);
    m_stack->setCurrentIndex(report ? 1 : 0);
    m_notice->setVisible(unscanned);
    if (unscanned)
        m_notice->setText(unscannedText(*unscanned));
    if (report) {
        m_against->setText(baselineText(*report));
        const bool byLook = report->baselineAt.isValid();
        m_delegate->setSides(byLook ? tr("then") : tr("image"), byLook ? tr("now") : tr("node"));
        m_clean->setVisible(report->differences.isEmpty() && !hasNoBaseline(*report));
        m_clean->setText(cleanText(*report));
    } else {
        m_emptyTitle->setText(unscanned ? tr("Could not be scanned") : tr("Not scanned yet"));
        m_emptyText->setText(unscanned ? unscannedText(*unscanned) : whatAScanDoes());
    }
    tick();
}

QString DriftPage::whatAScanDoes() const
{
    const NodeState* node = m_document->fleet().findNode(m_node);
    const bool hasImage = !node || !node->exists() || !node->image.isNull();
    return hasImage ? tr("A scan compares %1 with the image it was born from. It only reads.").arg(m_node)
                    : tr("%1 has no birth image. The first scan keeps what is there; later ones compare with it. They "
                         "only read.")
                          .arg(m_node);
}

void DriftPage::tick()
{
    const DriftReport* report = m_document->drift(m_node);
    if (!report)
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool old = isOldScan(report->scannedAt, now, m_document->scanSeconds());
    const QString age = tr("scanned %1").arg(ageText(report->scannedAt, now));
    m_age->setText(old ? tr("%1: old").arg(age) : age);
    setInk(m_age, old ? Ink::Amber : Ink::Faint);
    m_age->setToolTip(old ? tr("What differs may be otherwise by now. Scan it again.") : QString());
}

void DriftPage::copySelection()
{
    QString text;
    const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    for (const QModelIndex& row : rows)
        text += DriftModel::textAt(row);
    QGuiApplication::clipboard()->setText(text);
}

void DriftPage::copyAll()
{
    if (const DriftReport* report = m_document->drift(m_node))
        QGuiApplication::clipboard()->setText(driftText(*report));
}

} // namespace snowmelt
