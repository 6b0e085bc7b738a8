// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/images/store_window.h"

#include "models/items/item_text.h"
#include "models/items/pruning_model.h"
#include "models/wording/store_wording.h"
#include "models/wording/wording.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/frame/settings.h"
#include "ui/shell/history/empty_page.h"
#include "ui/shell/images/image_delegate.h"
#include "ui/shell/images/prune_question.h"
#include "ui/shell/images/running_line.h"
#include "ui/shell/images/store_check_panel.h"
#include "ui/shell/style/look.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace snowmelt {

namespace {

constexpr int mostKept = 1000;
const QString storeColumns = QStringLiteral("storeColumns");

} // namespace

StoreWindow::StoreWindow(Session* session, QWidget* parent)
    : RecordWindow(tr("Image store"), {1040, 680}, parent), m_session(session), m_model(new PruningModel(this)),
      m_check(new StoreCheckPanel(this)), m_line(new RunningLine(this))
{
    setObjectName(QStringLiteral("storeWindow"));
    restoreGeometry(Settings::layoutOf(objectName()));
    m_check->hide();
    connect(m_line, &RunningLine::cancelAsked, this, &StoreWindow::cancel);
    body()->addWidget(makeHead());
    body()->addWidget(makeRule(this));
    body()->addWidget(makeList(), 1);
    body()->addWidget(m_check);
    body()->addWidget(m_line);
    makeButtons();
    const FleetDocument* document = session->document();
    connect(document, &FleetDocument::imagesPruned, this, &StoreWindow::takePruning);
    connect(document, &FleetDocument::storeVerified, this, &StoreWindow::takeCheck);
    connect(document, &FleetDocument::operationChanged, this, &StoreWindow::followProgress);
    connect(document, &FleetDocument::operationFinished, this, &StoreWindow::settle);
    look();
}

/// What only this window wanted to know ends with it; what a person began goes on, with its row among the activities.
StoreWindow::~StoreWindow()
{
    Settings::setLayoutOf(objectName(), saveGeometry());
    if (m_session && m_work == Work::Looking)
        m_session->cancel(m_running);
}

QWidget* StoreWindow::makeHead()
{
    auto* head = new QWidget(this);
    QVBoxLayout* words = makeColumn(head, 2 * metric::unit);
    words->setSpacing(metric::unit);
    QLabel* what = makeLabel(tr("Every build of an image that is kept, and what pruning would make of it. The store is "
                                "the same for all fleets."),
                             TextSize::Normal, QFont::Normal, Ink::Sub, head);
    what->setWordWrap(true);
    m_sum = makeLabel({}, TextSize::Normal, QFont::DemiBold, Ink::Text, head);
    m_sum->setObjectName(QStringLiteral("storeSum"));
    m_sum->setWordWrap(true);
    m_notice = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Amber, head);
    m_notice->setObjectName(QStringLiteral("storeNotice"));
    m_notice->setWordWrap(true);
    words->addWidget(what);
    words->addWidget(makeKeep(head));
    words->addWidget(m_sum);
    words->addWidget(m_notice);
    return head;
}

QWidget* StoreWindow::makeKeep(QWidget* head)
{
    auto* keep = new QWidget(head);
    QLabel* label =
        makeLabel(tr("&Keep the last builds of each version:"), TextSize::Normal, QFont::Normal, Ink::Text, keep);
    m_keep = new QSpinBox(keep);
    m_keep->setObjectName(QStringLiteral("storeKeep"));
    m_keep->setRange(1, mostKept);
    m_keep->setValue(PruneImagesIntent().keep);
    m_keep->setKeyboardTracking(false); // one look for a number, not one for each digit
    m_keep->setAccessibleName(tr("Keep the last builds of each version"));
    m_keep->setToolTip(tr("So many builds of each version stay in any case, whether anybody needs them or not."));
    label->setBuddy(m_keep);
    connect(m_keep, &QSpinBox::valueChanged, this, &StoreWindow::look);
    auto* row = new QHBoxLayout(keep);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metric::unit);
    row->addWidget(label);
    row->addWidget(m_keep);
    row->addStretch(1);
    return keep;
}

QWidget* StoreWindow::makeList()
{
    m_pages = new QStackedWidget(this);
    m_list = new QTreeView(m_pages);
    m_list->setObjectName(QStringLiteral("storeBuilds"));
    m_list->setAccessibleName(tr("Builds, and what becomes of them"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ImageDelegate(ImageDelegate::Rows::Pruning, m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    const QList<int> widths{200, 120, 88, 80};
    for (int column = 0; column < widths.size(); ++column)
        m_list->setColumnWidth(column, widths[column]);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->restoreState(Settings::layoutOf(storeColumns));
    connect(m_list->header(), &QHeaderView::sectionResized, this,
            [this] { Settings::setLayoutOf(storeColumns, m_list->header()->saveState()); });
    m_pages->addWidget(m_list);
    m_pages->setContentsMargins(metric::unit, 0, metric::unit, 0); // rows begin where the words above them do
    return m_pages;
}

void StoreWindow::makeButtons()
{
    m_again = addButton("storeAgain", tr("&Look again"));
    m_verify = addButton("storeVerify", tr("&Verify"));
    m_remove = addButton("storeRemove", tr("&Remove…"));
    makePrimary(m_remove);
    connect(m_again, &QPushButton::clicked, this, &StoreWindow::look);
    connect(m_verify, &QPushButton::clicked, this, &StoreWindow::verify);
    connect(m_remove, &QPushButton::clicked, this, &StoreWindow::askToRemove);
}

void StoreWindow::begin(Work work, const Intent& intent, const QString& what)
{
    m_work = work;
    m_line->begin(what);
    m_running = m_session->start(intent);
    follow();
}

void StoreWindow::look()
{
    if (m_work == Work::Looking)
        m_session->cancel(m_running); // another number is wanted
    if (!std::exchange(m_saysKeep, false))
        say({});
    begin(Work::Looking, PruneImagesIntent{false, m_keep->value()}, tr("Looking who needs which build…"));
}

void StoreWindow::verify()
{
    say({});
    m_check->hide();
    begin(Work::Verifying, VerifyImagesIntent{}, tr("Reading all of the store…"));
}

/// A number that was typed and not taken yet makes another list first.
void StoreWindow::askToRemove()
{
    m_keep->interpretText();
    if (m_work != Work::None)
        return;
    auto* dialog = new ConfirmDialog(pruneQuestion(m_model->pruning()), this);
    connect(dialog, &QDialog::accepted, this, &StoreWindow::remove);
    dialog->open();
}

void StoreWindow::remove()
{
    say({});
    m_check->hide(); // it was about another store
    begin(Work::Removing, PruneImagesIntent{true, m_keep->value()}, tr("Removing what nothing needs…"));
}

void StoreWindow::cancel()
{
    m_line->cancelling();
    m_session->cancel(m_running);
}

/// After a removal the store is looked at once more: what is listed is what is there.
void StoreWindow::takePruning(const OperationId& id, const Pruning& pruning)
{
    if (id != m_running)
        return;
    if (m_work == Work::Removing)
        return say(removedText(pruning));
    m_model->setPruning(pruning, QDateTime::currentDateTimeUtc());
    const bool first = !std::exchange(m_seen, true);
    followPruning();
    if (first) // not in the number: who types there next would change it
        m_list->setFocus();
}

void StoreWindow::takeCheck(const OperationId& id, const StoreCheck& check)
{
    if (id != m_running)
        return;
    m_check->showCheck(check);
    m_check->show();
}

void StoreWindow::followProgress(const OperationId& id)
{
    const OperationState* operation = id == m_running ? m_session->document()->operation(id) : nullptr;
    if (operation && operation->progress && !operation->cancelAsked)
        m_line->follow(*operation->progress);
}

void StoreWindow::settle(const OperationId& id, const Finished& finished)
{
    if (id != m_running)
        return;
    m_running.clear();
    m_line->end();
    const Work ended = std::exchange(m_work, Work::None);
    if (ended == Work::Looking)
        settleLook(finished);
    else if (ended == Work::Removing)
        settleRemoval(finished);
    else
        settleVerifying(finished);
    follow();
}

void StoreWindow::settleLook(const Finished& finished)
{
    if (finished.error) {
        const Sentence said = sentence(*finished.error);
        m_seen = false;
        m_model->setPruning({}, {});
        showPage(tr("The store could not be looked at"), sentences({said.what, said.next}), tr("&Try again"));
    } else if (finished.outcome == OutcomeKind::Cancelled) {
        m_seen = false;
        m_model->setPruning({}, {});
        showPage(tr("Cancelled"), tr("Nobody knows yet which builds are needed."), tr("&Try again"));
    }
}

void StoreWindow::settleRemoval(const Finished& finished)
{
    if (finished.error) {
        const Sentence said = sentence(*finished.error);
        say(sentences({said.what, said.next}), true);
    } else if (finished.outcome == OutcomeKind::Cancelled) {
        say(tr("The removal was cancelled."));
    }
    m_saysKeep = true;
    look();
}

void StoreWindow::settleVerifying(const Finished& finished)
{
    if (finished.error) {
        const Sentence said = sentence(*finished.error);
        say(sentences({said.what, said.next}), true);
    } else if (finished.outcome == OutcomeKind::Cancelled) {
        say(tr("Verifying was cancelled: nothing is known of the store."));
    }
}

void StoreWindow::showPage(const QString& title, const QString& text, const QString& action)
{
    delete m_empty;
    m_empty = new EmptyPage(title, text, action, m_pages);
    // Later: what comes of it may be another page.
    connect(m_empty, &EmptyPage::asked, this, &StoreWindow::takeAction, Qt::QueuedConnection);
    m_pages->addWidget(m_empty);
    m_pages->setCurrentWidget(m_empty);
}

/// The page's button: builds the first image, or tries again.
void StoreWindow::takeAction()
{
    if (m_seen)
        Q_EMIT buildAsked(ImageRef());
    else
        look();
}

void StoreWindow::followPruning()
{
    const Pruning& pruning = m_model->pruning();
    const QString notice = m_seen ? notAskedText(pruning) : QString();
    m_sum->setText(m_seen && m_model->rowCount() > 0 ? pruningText(pruning) : QString());
    m_sum->setVisible(!m_sum->text().isEmpty());
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    if (m_model->rowCount() > 0)
        m_pages->setCurrentWidget(m_list);
    else if (m_work == Work::Looking)
        showPage(tr("Looking…"), tr("Asking every fleet of this store which builds it needs."));
    else if (m_seen)
        showPage(tr("No image is built yet"), tr("What is built is listed here."), tr("&Build an image…"));
}

void StoreWindow::follow()
{
    followPruning();
    const Pruning& pruning = m_model->pruning();
    const bool idle = m_work == Work::None;
    const int builds = int(pruning.gone.size());
    const QString busy = idle ? QString() : tr("Wait until what is under way has ended, or cancel it.");
    m_keep->setEnabled(idle || m_work == Work::Looking);
    m_again->setEnabled(idle);
    m_again->setToolTip(busy);
    m_verify->setEnabled(idle);
    m_verify->setToolTip(idle ? tr("Reads all of the store and names what is damaged. It only reads.") : busy);
    m_remove->setText(builds > 0 ? tr("&Remove %n build(s)…", nullptr, builds) : tr("&Remove…"));
    m_remove->setEnabled(idle && (builds > 0 || pruning.blobs > 0));
    // Of a store that was not seen nobody knows what would go.
    const QString none = m_seen ? tr("Nothing would go.") : tr("What would go is not known: look at the store first.");
    m_remove->setToolTip(m_remove->isEnabled() ? QString() : idle ? none : busy);
}

} // namespace snowmelt
