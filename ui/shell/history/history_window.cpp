// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/history_window.h"

#include "models/document/fleet_document.h"
#include "models/domain/code_names.h"
#include "models/items/history_model.h"
#include "models/wording/wording.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/history/empty_page.h"
#include "ui/shell/history/history_delegate.h"
#include "ui/shell/style/look.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr int firstLimit = 200;
constexpr int moreEachTime = 5;

enum HistoryPage { ListPage, Reading, Unreadable, NothingYet, NothingMatches };

} // namespace

HistoryWindow::HistoryWindow(Session* session, QWidget* parent)
    : RecordWindow(tr("History of %1").arg(session->document()->blueprint().name), {960, 600}, parent),
      m_session(session), m_model(new HistoryModel(this)), m_filter(new HistoryFilter(this))
{
    setObjectName(QStringLiteral("historyWindow"));
    m_filter->setSourceModel(m_model);
    body()->addWidget(makeFilters());
    body()->addWidget(makeRule(this));
    body()->addWidget(makePages(), 1);
    makeButtons();
    const FleetDocument* document = session->document();
    connect(document, &FleetDocument::historyChanged, this, &HistoryWindow::follow);
    connect(document, &FleetDocument::operationFinished, this, &HistoryWindow::settle);
    follow();
    ask(firstLimit);
    m_list->setFocus();
}

QWidget* HistoryWindow::makeFilters()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(2 * metric::unit, 2 * metric::unit, 2 * metric::unit, 2 * metric::unit);
    row->setSpacing(metric::unit);
    m_text = new QLineEdit(bar);
    m_text->setObjectName(QStringLiteral("historyText"));
    m_text->setPlaceholderText(tr("Filter by what or who"));
    m_text->setClearButtonEnabled(true);
    m_verbs = new QComboBox(bar);
    m_verbs->setObjectName(QStringLiteral("historyVerbs"));
    m_verbs->setAccessibleName(tr("What was done"));
    m_verbs->addItem(tr("Everything"), QStringList());
    m_verbs->addItem(tr("Deployments"),
                     QStringList{QStringLiteral("swap"), QStringLiteral("rebirth"), QStringLiteral("resume")});
    for (const char* verb : {"swap", "rebirth", "resume", "up", "down", "scan", "build"})
        m_verbs->addItem(verbText(QString::fromLatin1(verb)), QStringList{QString::fromLatin1(verb)});
    m_outcomes = new QComboBox(bar);
    m_outcomes->setObjectName(QStringLiteral("historyOutcomes"));
    m_outcomes->setAccessibleName(tr("How it ended"));
    m_outcomes->addItem(tr("Every outcome"));
    for (const OutcomeKind outcome : allCodes<OutcomeKind>())
        m_outcomes->addItem(outcomeText(outcome), int(outcome));
    m_outcomes->addItem(historyOutcomeText({}), HistoryModel::noEnd);
    row->addWidget(m_text, 1);
    row->addWidget(m_verbs);
    row->addWidget(m_outcomes);
    connect(m_text, &QLineEdit::textChanged, this, &HistoryWindow::filter);
    connect(m_verbs, &QComboBox::currentIndexChanged, this, &HistoryWindow::filter);
    connect(m_outcomes, &QComboBox::currentIndexChanged, this, &HistoryWindow::filter);
    return bar;
}

QWidget* HistoryWindow::makePages()
{
    m_pages = new QStackedWidget(this);
    m_pages->setContentsMargins(metric::unit, 0, metric::unit, 0); // columns begin where the filters do
    makeList();
    auto* reading = new EmptyPage(tr("Reading the journal…"), {}, {}, m_pages);
    auto* unreadable =
        new EmptyPage(tr("The history cannot be read"), tr("What went wrong is said below."), {}, m_pages);
    auto* nothingYet =
        new EmptyPage(tr("Nothing has been done with this fleet yet"),
                      tr("Everything you start is listed here: who, what, when and how it ended."), {}, m_pages);
    auto* nothingMatches = new EmptyPage(tr("Nothing matches"), tr("Nothing that was done matches these filters."),
                                         tr("&Clear the filters"), m_pages);
    connect(nothingMatches, &EmptyPage::asked, this, &HistoryWindow::clearFilter);
    for (QWidget* page :
         {static_cast<QWidget*>(m_list), static_cast<QWidget*>(reading), static_cast<QWidget*>(unreadable),
          static_cast<QWidget*>(nothingYet), static_cast<QWidget*>(nothingMatches)})
        m_pages->addWidget(page);
    return m_pages;
}

void HistoryWindow::makeList()
{
    m_list = new QTreeView(m_pages);
    m_list->setObjectName(QStringLiteral("historyList"));
    m_list->setAccessibleName(tr("History"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(HistoryModel::Began, Qt::DescendingOrder);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(HistoryModel::What, QHeaderView::Stretch);
    m_list->setColumnWidth(HistoryModel::Outcome, 176);
    m_list->setColumnWidth(HistoryModel::Who, 176);
    m_list->setColumnWidth(HistoryModel::Began, 128);
    m_list->setColumnWidth(HistoryModel::Took, 112);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryWindow::followChoice);
    connect(m_list, &QTreeView::activated, this, [this] {
        if (m_report->isEnabled())
            Q_EMIT reportAsked(chosen());
    });
}

void HistoryWindow::makeButtons()
{
    m_older = addButton("historyOlder", tr("Show &older"));
    m_replay = addButton("historyReplay", tr("Re&play"));
    m_report = addButton("historyReport", tr("&Report"));
    makePrimary(m_report);
    connect(m_older, &QPushButton::clicked, this, [this] { ask(m_limit * moreEachTime); });
    connect(m_replay, &QPushButton::clicked, this, [this] { Q_EMIT replayAsked(chosen()); });
    connect(m_report, &QPushButton::clicked, this, [this] { Q_EMIT reportAsked(chosen()); });
    followChoice();
}

void HistoryWindow::ask(int limit)
{
    m_limit = limit;
    HistoryIntent intent;
    intent.limit = limit;
    m_asking = m_session->start(intent);
    m_older->setEnabled(false);
}

/// What the main window reads for itself is shorter than what was asked for here: the rest stays.
void HistoryWindow::follow()
{
    m_entries = mergedHistory(m_entries, m_session->document()->history());
    m_model->setEntries(m_entries, QDateTime::currentDateTimeUtc());
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_filter->index(0, 0));
    m_older->setVisible(m_entries.size() >= m_limit);
    showPage();
}

void HistoryWindow::settle(const OperationId& id, const Finished& finished)
{
    if (id != m_asking)
        return;
    m_asking.clear();
    m_failed = finished.error.has_value();
    m_older->setEnabled(true);
    m_older->setVisible(m_entries.size() >= m_limit);
    showPage();
    if (finished.error) {
        const Sentence said = sentence(*finished.error);
        say(QString(said.what + u' ' + said.next), true);
    }
}

void HistoryWindow::filter()
{
    m_filter->setText(m_text->text());
    m_filter->setVerbs(m_verbs->currentData().toStringList());
    const QVariant outcome = m_outcomes->currentData();
    m_filter->setOutcome(outcome.isValid() ? std::optional<int>(outcome.toInt()) : std::nullopt);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_filter->index(0, 0));
    showPage();
}

void HistoryWindow::clearFilter()
{
    m_text->clear();
    m_verbs->setCurrentIndex(0);
    m_outcomes->setCurrentIndex(0);
    m_list->setFocus();
}

void HistoryWindow::showPage()
{
    const int all = m_model->rowCount();
    const int shown = m_filter->rowCount();
    const int none = m_failed ? Unreadable : m_asking.isEmpty() ? NothingYet : Reading;
    m_pages->setCurrentIndex(all == 0 ? none : shown == 0 ? NothingMatches : ListPage);
    if (all == 0)
        say({});
    else
        say(m_filter->isOn() ? tr("%1 of %2 shown").arg(shown).arg(all) : tr("%n operation(s)", nullptr, all));
    followChoice();
}

void HistoryWindow::followChoice()
{
    if (!m_report)
        return;
    const QModelIndex current = m_list->currentIndex();
    const bool deployment = current.isValid() && isDeploymentVerb(current.data(HistoryModel::VerbRole).toString());
    const QString why = deployment ? QString()
                                   : tr("Select a deployment: only swaps, rebirths and what resumed them "
                                        "have a report and a replay.");
    for (QPushButton* button : {m_replay, m_report}) {
        button->setEnabled(deployment);
        button->setToolTip(why);
    }
}

OperationId HistoryWindow::chosen() const
{
    return m_list->currentIndex().data(IdRole).toString();
}

} // namespace snowmelt
