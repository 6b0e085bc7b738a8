// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/orphans_window.h"

#include "models/items/orphan_model.h"
#include "models/wording/wording.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/history/empty_page.h"
#include "ui/shell/history/orphan_delegate.h"
#include "ui/shell/history/orphans_question.h"
#include "ui/shell/style/look.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace snowmelt {

OrphansWindow::OrphansWindow(Session* session, QWidget* parent)
    : RecordWindow(tr("Orphans of %1").arg(session->document()->blueprint().name), {960, 520}, parent),
      m_session(session), m_model(new OrphanModel(this)), m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("orphansWindow"));
    auto* head = new QWidget(this);
    QVBoxLayout* words = makeColumn(head, 2 * metric::unit);
    QLabel* what = makeLabel(tr("What Snowmelt made for this fleet and nothing refers to any more. Nothing here gets "
                                "traffic."),
                             TextSize::Normal, QFont::Normal, Ink::Sub, head);
    words->addWidget(what);
    m_all = new QCheckBox(tr("Select &all"), head);
    m_all->setObjectName(QStringLiteral("orphansAll"));
    words->addWidget(m_all, 0, Qt::AlignLeft); // no wider than what can be clicked
    connect(m_all, &QCheckBox::clicked, m_model, &OrphanModel::chooseAll);
    makeList();
    m_looking = new EmptyPage(tr("Looking…"), tr("Asking the platform what exists."), {}, m_pages);
    m_none = new EmptyPage(tr("No orphans"), tr("Everything Snowmelt made for this fleet belongs to something."), {},
                           m_pages);
    m_unseen = new EmptyPage(tr("They could not be listed"), tr("What went wrong is said below."), {}, m_pages);
    for (QWidget* page : {m_looking, static_cast<QWidget*>(m_list), m_none, m_unseen})
        m_pages->addWidget(page);
    m_pages->setContentsMargins(metric::unit, 0, metric::unit, 0); // rows begin where the words above them do
    body()->addWidget(head);
    body()->addWidget(makeRule(this));
    body()->addWidget(m_pages, 1);
    makeButtons();
    connect(m_model, &OrphanModel::chosenChanged, this, &OrphansWindow::followChoice);
    connect(session->document(), &FleetDocument::operationFinished, this, &OrphansWindow::settle);
    look();
}

void OrphansWindow::makeList()
{
    m_list = new QTreeView(m_pages);
    m_list->setObjectName(QStringLiteral("orphansList"));
    m_list->setAccessibleName(tr("Orphans"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new OrphanDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QTreeView::ScrollPerPixel); // rows differ in height
    m_list->header()->setStretchLastSection(true);
    // What wraps has another height in another width.
    connect(m_list->header(), &QHeaderView::sectionResized, m_list, &QTreeView::doItemsLayout, Qt::QueuedConnection);
    m_list->setColumnWidth(OrphanModel::Name, 208);
    m_list->setColumnWidth(OrphanModel::Kind, 96);
    m_list->setColumnWidth(OrphanModel::Image, 160);
    m_list->setColumnWidth(OrphanModel::Age, 96);
    m_list->setColumnWidth(OrphanModel::Size, 80);
}

void OrphansWindow::makeButtons()
{
    m_again = addButton("orphansAgain", tr("&Look again"));
    m_remove = addButton("orphansRemove", tr("&Remove selected…"));
    makePrimary(m_remove);
    connect(m_again, &QPushButton::clicked, this, &OrphansWindow::look);
    connect(m_remove, &QPushButton::clicked, this, &OrphansWindow::askToRemove);
}

void OrphansWindow::look()
{
    m_removing = false;
    m_running = m_session->start(OrphansIntent{});
    follow();
}

void OrphansWindow::askToRemove()
{
    const QList<Orphan> chosen = m_model->chosen();
    QStringList names;
    for (const Orphan& orphan : chosen)
        names << orphan.name;
    auto* dialog = new ConfirmDialog(orphansQuestion(chosen), this);
    connect(dialog, &QDialog::accepted, this, [this, names] { remove(names); });
    dialog->open();
}

void OrphansWindow::remove(const QStringList& names)
{
    OrphansIntent intent;
    intent.remove = names;
    m_removing = true;
    m_running = m_session->start(intent);
    say(tr("Removing %n orphan(s)…", nullptr, int(names.size())));
    follow();
}

void OrphansWindow::settle(const OperationId& id, const Finished& finished)
{
    if (id != m_running)
        return;
    m_running.clear();
    m_seen = m_seen || !finished.error;
    m_model->setTrouble({});
    m_model->setOrphans(m_session->document()->orphans(), QDateTime::currentDateTimeUtc());
    if (finished.error)
        tell(*finished.error);
    else if (m_removing)
        say(tr("Removed."));
    else
        say({});
    follow();
}

/// A failure that names an orphan stands in its row as well; what was removed before it is gone from the list.
void OrphansWindow::tell(const Error& error)
{
    const Sentence said = sentence(error);
    say(QString(said.what + u' ' + said.next), true);
    QHash<QString, QString> trouble;
    for (const Orphan& orphan : m_model->orphans()) {
        if (error.args.contains(orphan.name))
            trouble.insert(orphan.name, said.what);
    }
    m_model->setTrouble(trouble);
}

void OrphansWindow::follow()
{
    const bool running = !m_running.isEmpty();
    QWidget* page = m_model->rowCount() > 0 ? static_cast<QWidget*>(m_list)
                    : running               ? m_looking
                    : m_seen                ? m_none
                                            : m_unseen;
    m_pages->setCurrentWidget(page);
    const auto sized = [](const Orphan& orphan) { return orphan.size >= 0; };
    m_list->setColumnHidden(OrphanModel::Size, std::ranges::none_of(m_model->orphans(), sized));
    m_again->setEnabled(!running);
    m_list->setEnabled(!running);
    followChoice();
}

void OrphansWindow::followChoice()
{
    const qsizetype chosen = m_model->chosen().size();
    const qsizetype all = m_model->orphans().size();
    m_all->setVisible(all > 0);
    m_all->setEnabled(m_running.isEmpty());
    m_all->setChecked(all > 0 && chosen == all);
    m_remove->setEnabled(chosen > 0 && m_running.isEmpty());
    m_remove->setToolTip(chosen > 0 ? QString() : tr("Select what to remove first."));
}

} // namespace snowmelt
