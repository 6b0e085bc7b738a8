// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/differences/differences_panel.h"

#include "models/items/group_drift_cells.h"
#include "models/items/group_drift_filter.h"
#include "models/items/group_drift_model.h"
#include "models/items/group_drift_text.h"
#include "models/items/item_text.h"
#include "models/wording/wording.h"
#include "ui/shell/differences/difference_detail.h"
#include "ui/shell/differences/differences_head.h"
#include "ui/shell/differences/differences_tools.h"
#include "ui/shell/differences/matrix_view.h"
#include "ui/shell/frame/availability.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/frame/settings.h"
#include "ui/shell/history/empty_page.h"
#include "ui/shell/rebirths/whom_to_rebirth.h"
#include "ui/shell/style/look.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QSet>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr int lookAgeInterval = 10'000;
constexpr int detailHeight = 132;
constexpr qsizetype mostUnseenLines = 6;
const QString bodyLayout = QStringLiteral("differences");
const QString columnsLayout = QStringLiteral("differencesColumns");

QString firstLines(const QStringList& lines)
{
    QStringList first = lines.mid(0, mostUnseenLines);
    if (lines.size() > mostUnseenLines)
        first << QStringLiteral("…");
    return first.join(u'\n');
}

} // namespace

DifferencesPanel::DifferencesPanel(Session* session, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(new GroupDriftModel(this)),
      m_filter(new GroupDriftFilter(m_model, this)), m_head(new DifferencesHead(this)),
      m_tools(new DifferencesTools(m_model, m_filter, this)), m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("differencesPanel"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_pages->addWidget(makeBody());
    QVBoxLayout* column = makeColumn(this, 0);
    column->setSpacing(0);
    column->addWidget(makeRule(this));
    column->addWidget(m_head);
    column->addWidget(m_tools);
    column->addWidget(m_pages, 1);
    connectParts();
    rememberParts();
    hide();
    const FleetDocument* document = session->document();
    connect(document, &FleetDocument::opened, this, &DifferencesPanel::close);
    connect(document, &FleetDocument::groupDriftChanged, this, [this](const QString& subject) {
        if (subject == subjectOf(m_whom))
            follow();
    });
    connect(document, &FleetDocument::operationAdded, this, &DifferencesPanel::followLook);
    connect(document, &FleetDocument::operationChanged, this, &DifferencesPanel::followLook);
    connect(document, &FleetDocument::fleetChanged, this, &DifferencesPanel::followSituation);
    connect(document, &FleetDocument::selectionChanged, this, &DifferencesPanel::followSituation);
    auto* ages = new QTimer(this);
    connect(ages, &QTimer::timeout, this,
            [this] { m_head->showAge(m_session->document()->groupDrift(subjectOf(m_whom))); });
    ages->start(lookAgeInterval);
}

QWidget* DifferencesPanel::makeBody()
{
    m_body = new QSplitter(Qt::Vertical, m_pages);
    m_matrix = new MatrixView(m_filter, m_body);
    m_detail = new DifferenceDetail(m_body);
    m_detail->hide();
    m_body->addWidget(m_matrix);
    m_body->addWidget(m_detail);
    m_body->setStretchFactor(0, 1);
    m_body->setChildrenCollapsible(false);
    m_body->setSizes({2 * detailHeight, detailHeight});
    auto* copy = new QAction(tr("Copy"), m_matrix);
    copy->setObjectName(QStringLiteral("actionCopyDifferences"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &DifferencesPanel::copySelection);
    m_matrix->addAction(copy);
    m_matrix->setContextMenuPolicy(Qt::ActionsContextMenu);
    return m_body;
}

void DifferencesPanel::connectParts()
{
    connect(m_head, &DifferencesHead::lookAsked, this, &DifferencesPanel::look);
    connect(m_head, &DifferencesHead::cancelAsked, this, &DifferencesPanel::cancel);
    connect(m_head, &DifferencesHead::copyAsked, this, &DifferencesPanel::copyAll);
    connect(m_head, &DifferencesHead::closeAsked, this, &DifferencesPanel::close);
    connect(m_head, &DifferencesHead::rebirthAsked, this, [this] { Q_EMIT rebirthAsked(nodeMeant()); });
    connect(m_head, &DifferencesHead::rebirthAllAsked, this, [this] { Q_EMIT rebirthOfAsked(differing()); });
    connect(m_tools, &DifferencesTools::changed, this, [this] {
        m_matrix->showAll();
        showPage();
    });
    connect(m_tools, &DifferencesTools::hiddenAsked, this, &DifferencesPanel::showHidden);
    connect(m_matrix, &MatrixView::currentChanged, this, &DifferencesPanel::followCurrent);
}

void DifferencesPanel::rememberParts()
{
    m_body->restoreState(Settings::layoutOf(bodyLayout));
    m_matrix->restoreColumns(Settings::layoutOf(columnsLayout));
    connect(m_body, &QSplitter::splitterMoved, this,
            [this] { Settings::setLayoutOf(bodyLayout, m_body->saveState()); });
    connect(m_matrix, &MatrixView::columnsMoved, this,
            [this] { Settings::setLayoutOf(columnsLayout, m_matrix->saveColumns()); });
}

void DifferencesPanel::open(const DiffIntent& whom)
{
    const bool other = subjectOf(whom) != subjectOf(m_whom);
    m_whom = whom;
    m_whom.baseline.clear();
    show();
    if (other) {
        m_preparing.forget();
        m_model->setDrift({});
        m_tools->clear();
    }
    follow();
    Q_EMIT opened();
    const FleetDocument& document = *m_session->document();
    const OperationState* last = lastLook(document, m_whom);
    const bool known = document.groupDrift(subjectOf(m_whom)) || (last && last->running());
    if (!known && whyNot(WindowAct::Differences, situationOf(document)).isEmpty())
        look();
    m_matrix->setFocus();
}

void DifferencesPanel::close()
{
    hide();
}

void DifferencesPanel::look()
{
    DiffIntent intent = m_whom;
    intent.baseline = m_head->baseline();
    m_session->start(intent);
}

void DifferencesPanel::cancel()
{
    const OperationState* last = lastLook(*m_session->document(), m_whom);
    if (last && last->running())
        m_session->cancel(last->id);
}

/// Something else is known of whom, or somebody else is meant.
void DifferencesPanel::follow()
{
    if (isNobody(m_whom))
        return;
    const GroupDrift* drift = m_session->document()->groupDrift(subjectOf(m_whom));
    m_head->offerBaselines(nodesOf(*m_session->document(), m_whom), drift ? drift->baseline : QString());
    m_preparing.forget();
    if (!drift || !isLong(*drift))
        return take(prepared(drift ? *drift : GroupDrift()));
    m_preparing.ask([this, found = *drift]() -> SideWorker::Answer {
        auto made = std::make_shared<PreparedDrift>(prepared(found));
        return [this, made] { take(std::move(*made)); };
    });
    showFound();
}

/// What was shown before stays in sight until then.
void DifferencesPanel::take(PreparedDrift drift)
{
    const std::optional<Place> place = placeOf(m_matrix->current());
    m_differing = differingOf(drift.drift);
    m_model->setPrepared(std::move(drift));
    m_tools->follow();
    goTo(place);
    showFound();
}

void DifferencesPanel::showFound()
{
    const GroupDrift* drift = m_session->document()->groupDrift(subjectOf(m_whom));
    m_head->showFound(m_whom, drift);
    followLook();
}

void DifferencesPanel::followLook()
{
    if (isHidden())
        return;
    m_head->showLook(lastLook(*m_session->document(), m_whom));
    followSituation();
}

void DifferencesPanel::followSituation()
{
    if (isHidden())
        return;
    const FleetDocument& document = *m_session->document();
    const GroupDrift* drift = document.groupDrift(subjectOf(m_whom));
    const QStringList all =
        drift ? GroupDriftText::unseenLines(*drift) + GroupDriftText::expired(*drift) : QStringList();
    m_head->showNotice(notice(drift), all.join(u'\n'));
    Situation now = situationOf(document);
    m_head->setLookBlocked(whyNot(WindowAct::Differences, now));
    now.nodeSelected = true;
    m_head->setRebirthOffered(isOffered(WindowAct::Rebirth, now));
    m_head->offerRebirth(nodeMeant(), whyNot(WindowAct::Rebirth, now));
    m_head->offerRebirthOf(differing(), whyNot(WindowAct::Rebirth, now));
    showPage();
}

/// That are there still, and of one group: others are reborn one by one.
QStringList DifferencesPanel::differing() const
{
    const FleetDocument& document = *m_session->document();
    QSet<QString> there;
    for (const NodeState* node : document.fleet().allNodes())
        there << node->name;
    QStringList nodes = m_differing;
    nodes.removeIf([&there](const QString& node) { return !there.contains(node); });
    return groupOfAll(document.fleet(), nodes).isEmpty() ? QStringList() : nodes;
}

QString DifferencesPanel::failure() const
{
    const OperationState* last = lastLook(*m_session->document(), m_whom);
    if (!last || !last->finished || !last->finished->error)
        return {};
    const Sentence said = sentence(*last->finished->error);
    return said.what + u' ' + said.next;
}

QString DifferencesPanel::notice(const GroupDrift* drift) const
{
    QStringList parts;
    if (drift)
        parts << GroupDriftText::incomplete(*drift);
    if (drift)
        parts << GroupDriftText::expired(*drift);
    if (drift && isOutdated(*m_session->document(), m_whom, *drift))
        parts << tr("The nodes are others since: look again");
    if (drift)
        parts << failure();
    return sentences(parts);
}

/// The matrix, or why there is none and what to do.
void DifferencesPanel::showPage()
{
    const FleetDocument& document = *m_session->document();
    const GroupDrift* drift = document.groupDrift(subjectOf(m_whom));
    const OperationState* last = lastLook(document, m_whom);
    m_tools->setVisible(drift && !(drift->differences.isEmpty() && drift->hidden.isEmpty()));
    if (!drift && last && last->running())
        return setPage(tr("Looking at the nodes of %1…").arg(whomText(m_whom)), tr("All of them at the same time."),
                       {});
    if (!drift) {
        const int count = int(nodesOf(document, m_whom).size());
        const QString ask = tr("Look at the %n node(s) of %1 and compare them.", nullptr, count).arg(whomText(m_whom));
        return setPage(tr("Not compared yet"), sentences({failure(), ask}), tr("&Look now"));
    }
    if (m_model->allRows() == 0 && m_preparing.busy())
        return setPage(tr("Sorting what differs…"), {}, {});
    if (m_model->allRows() > 0 && m_filter->shownRows() == 0)
        return setPage(tr("No difference matches the filter"), {}, tr("&Show all"), PageAct::ClearFilter);
    if (m_model->allRows() > 0)
        return m_pages->setCurrentWidget(m_body);
    setAlikePage(*drift);
}

/// Nothing differs that is shown; never "alike" where something is hidden or nobody knows.
void DifferencesPanel::setAlikePage(const GroupDrift& drift)
{
    const bool blind = !seenAtEarliest(drift).isValid();
    const QString unseen = firstLines(GroupDriftText::unseenLines(drift));
    if (!drift.hidden.isEmpty())
        return setPage(drift.complete() ? tr("Nothing differs but what rules hide")
                                        : tr("Nothing that is shown differs in what could be seen"),
                       QStringList({GroupDriftText::hidden(drift), unseen}).join(u'\n').trimmed(),
                       tr("&Show what is hidden"), PageAct::ShowHidden);
    if (drift.complete())
        return setPage(tr("All alike"), tr("Everything that is compared could be seen, and nothing differs."), {});
    setPage(blind ? tr("Nothing could be seen") : tr("Nothing differs in what could be seen"), unseen, {});
}

void DifferencesPanel::showHidden(bool wanted)
{
    const std::optional<Place> place = placeOf(m_matrix->current());
    m_model->showHidden(wanted);
    m_tools->follow();
    goTo(place);
    showPage();
}

void DifferencesPanel::connectPage(PageAct act)
{
    switch (act) {
    case PageAct::Look:
        connect(m_empty, &EmptyPage::asked, this, &DifferencesPanel::look, Qt::QueuedConnection);
        return;
    case PageAct::ClearFilter:
        connect(m_empty, &EmptyPage::asked, m_tools, &DifferencesTools::clear, Qt::QueuedConnection);
        return;
    case PageAct::ShowHidden:
        connect(
            m_empty, &EmptyPage::asked, this, [this] { showHidden(true); }, Qt::QueuedConnection);
        return;
    }
}

void DifferencesPanel::setPage(const QString& title, const QString& text, const QString& action, PageAct act)
{
    const QStringList says{title, text, action};
    if (!m_empty || m_emptySays != says) {
        delete m_empty.data();
        m_empty = new EmptyPage(title, text, action, m_pages);
        m_emptySays = says;
        connectPage(act);
        m_pages->addWidget(m_empty);
    }
    if (auto* button = m_empty->findChild<QPushButton*>(); button && act == PageAct::Look) {
        const QString why = whyNot(WindowAct::Differences, situationOf(*m_session->document()));
        button->setEnabled(why.isEmpty());
        button->setToolTip(why);
    }
    m_pages->setCurrentWidget(m_empty);
}

/// A cell of a node is that node: the diagram, the tree and the inspector show it too.
void DifferencesPanel::followCurrent(const QModelIndex& index)
{
    m_detail->show(*m_model, m_filter->mapToSource(index.siblingAtColumn(0)));
    const QString node = index.data(PartRole).toString();
    if (!node.isEmpty() && m_session->document()->fleet().findNode(node))
        m_session->document()->setSelection(node);
    followSituation();
}

std::optional<DifferencesPanel::Place> DifferencesPanel::placeOf(const QModelIndex& index) const
{
    const GroupDifference* row = m_model->differenceAt(m_filter->mapToSource(index));
    if (!row)
        return {};
    return Place{row->section, row->key, index.data(PartRole).toString()};
}

void DifferencesPanel::goTo(const std::optional<Place>& place)
{
    const QModelIndex row = place ? m_model->find(place->section, place->key) : QModelIndex();
    const QModelIndex shown = m_filter->mapFromSource(row);
    int column = 0;
    for (int at = GroupDriftModel::firstNode; shown.isValid() && at < m_filter->columnCount(); ++at) {
        if (shown.siblingAtColumn(at).data(PartRole).toString() == place->node)
            column = at;
    }
    m_matrix->setCurrent(shown.siblingAtColumn(column));
    m_detail->show(*m_model, row);
}

/// The node of the column a person is at; else the only one that differs there.
QString DifferencesPanel::nodeMeant() const
{
    const QModelIndex at = m_matrix->current();
    QString node = at.data(PartRole).toString();
    const GroupDifference* row = m_model->differenceAt(m_filter->mapToSource(at));
    if (node.isEmpty() && row && row->differs.size() == 1)
        node = m_model->drift().nodes[row->differs.first().node].name;
    const NodeState* state = m_session->document()->fleet().findNode(node);
    return state && state->role == Role::Node ? node : QString();
}

void DifferencesPanel::copySelection()
{
    QModelIndexList rows;
    for (const QModelIndex& index : m_matrix->selectedRows())
        rows << m_filter->mapToSource(index);
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(m_model->textOf(rows));
}

void DifferencesPanel::copyAll()
{
    QGuiApplication::clipboard()->setText(m_model->text());
}

void DifferencesPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    QWidget::keyPressEvent(event);
}

} // namespace snowmelt
