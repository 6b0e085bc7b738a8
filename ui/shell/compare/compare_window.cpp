// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/compare/compare_window.h"

#include "models/items/comparison_model.h"
#include "ui/shell/compare/compare_view.h"
#include "ui/shell/compare/moment_loader.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/history/empty_page.h"
#include "ui/shell/style/look.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr int compareListWidth = 420;
constexpr int choiceWidth = 300;
constexpr QSize leastView{480, 320};

} // namespace

CompareWindow::CompareWindow(Session* session, QWidget* parent)
    : RecordWindow(tr("Compare"), {1280, 800}, parent), m_session(session)
{
    setObjectName(QStringLiteral("compareWindow"));
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &CompareWindow::refresh);
    body()->addWidget(makeHead());
    body()->addWidget(makeRule(this));
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(makeStage());
    body()->addWidget(m_pages, 1);
    listChoices();
    choose(MomentChoice::Kind::Declared, MomentChoice::Kind::Now);
    const FleetDocument* document = session->document();
    connect(document, &FleetDocument::historyChanged, this, &CompareWindow::listChoices);
    connect(document, &FleetDocument::opened, this, &QWidget::close);
    connect(document, &FleetDocument::fleetChanged, this, [this] {
        for (int side : {0, 1})
            if (chosen(side).kind == MomentChoice::Kind::Now || chosen(side).kind == MomentChoice::Kind::Declared)
                load(side);
    });
}

CompareWindow::Side CompareWindow::makeSide(int index, const char* name, const QString& label, QWidget* parent)
{
    Side side;
    side.box = new QComboBox(parent);
    side.box->setObjectName(QString::fromLatin1(name));
    side.box->setAccessibleName(label);
    side.box->setMinimumWidth(choiceWidth);
    side.box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    side.loader = new MomentLoader(m_session, this);
    connect(side.box, &QComboBox::currentIndexChanged, this, [this, index] { load(index); });
    connect(side.loader, &MomentLoader::loaded, this, [this, index](const FleetMoment& moment) {
        m_sides[index].moment = moment;
        m_due.start();
    });
    connect(side.loader, &MomentLoader::failed, this, [this, index](const QString& why) {
        m_sides[index].trouble = why;
        m_due.start();
    });
    return side;
}

QWidget* CompareWindow::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(2 * metric::unit, 12, 2 * metric::unit, 12);
    row->setSpacing(metric::unit);
    m_sides = {makeSide(0, "compareBefore", tr("Before"), head), makeSide(1, "compareAfter", tr("After"), head)};
    auto* turn = new QPushButton(tr("⇄"), head);
    turn->setObjectName(QStringLiteral("compareExchange"));
    turn->setToolTip(tr("Exchanges the two sides"));
    turn->setAccessibleName(tr("Exchange the two sides"));
    turn->setAutoDefault(false);
    turn->setFixedWidth(6 * metric::unit);
    connect(turn, &QPushButton::clicked, this, &CompareWindow::exchange);
    row->addWidget(makeLabel(tr("Compare"), TextSize::Normal, QFont::Normal, Ink::Sub, head));
    row->addWidget(m_sides[0].box, 1);
    row->addWidget(turn);
    row->addWidget(makeLabel(tr("with"), TextSize::Normal, QFont::Normal, Ink::Sub, head));
    row->addWidget(m_sides[1].box, 1);
    return head;
}

QWidget* CompareWindow::makeStage()
{
    auto* stage = new QSplitter(Qt::Horizontal, this);
    stage->setChildrenCollapsible(false);
    m_view = new CompareView(stage);
    m_view->setMinimumSize(leastView);
    m_model = new ComparisonModel(this);
    m_list = new QTreeView(stage);
    m_list->setObjectName(QStringLiteral("compareList"));
    m_list->setAccessibleName(tr("What differs"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumWidth(compareListWidth / 2);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    stage->addWidget(m_view);
    stage->addWidget(m_list);
    stage->setStretchFactor(0, 1);
    stage->setSizes({1280 - compareListWidth, compareListWidth});
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) { m_view->point(current.data(PartRole).toString()); });
    connect(m_view, &CompareView::partClicked, this, [this](const QString& part) {
        const QModelIndex row = part.isEmpty() ? QModelIndex() : m_model->find(PartRole, part);
        m_list->setCurrentIndex(row);
        m_view->point(part);
    });
    return stage;
}

void CompareWindow::listChoices()
{
    const std::array<MomentChoice, 2> before{chosen(0), chosen(1)};
    m_choices = momentChoices(*m_session->document(), QDateTime::currentDateTime());
    for (const MomentChoice& choice : before)
        if (!choice.deployment.isEmpty() && !m_choices.contains(choice))
            m_choices << choice; // no longer among the newest, and still what is looked at
    for (int side : {0, 1}) {
        const QSignalBlocker quiet(m_sides[side].box);
        m_sides[side].box->clear();
        for (const MomentChoice& choice : std::as_const(m_choices))
            m_sides[side].box->addItem(choice.name);
        m_sides[side].box->setCurrentIndex(std::max(0, int(m_choices.indexOf(before[side]))));
    }
}

void CompareWindow::choose(MomentChoice::Kind before, MomentChoice::Kind after)
{
    const std::array<MomentChoice::Kind, 2> kinds{before, after};
    for (int side : {0, 1}) {
        const auto it = std::find_if(m_choices.begin(), m_choices.end(),
                                     [&](const MomentChoice& choice) { return choice.kind == kinds[side]; });
        const QSignalBlocker quiet(m_sides[side].box);
        if (it != m_choices.end())
            m_sides[side].box->setCurrentIndex(int(it - m_choices.begin()));
        load(side);
    }
}

const MomentChoice& CompareWindow::chosen(int side) const
{
    static const MomentChoice now;
    const int row = m_sides[side].box->currentIndex();
    return row >= 0 && row < m_choices.size() ? m_choices.at(row) : now;
}

void CompareWindow::load(int side)
{
    m_sides[side].moment.reset();
    m_sides[side].trouble.clear();
    m_sides[side].loader->load(chosen(side));
    m_due.start();
}

void CompareWindow::exchange()
{
    const int first = m_sides[0].box->currentIndex();
    const int second = m_sides[1].box->currentIndex();
    for (int side : {0, 1}) {
        const QSignalBlocker quiet(m_sides[side].box);
        m_sides[side].box->setCurrentIndex(side == 0 ? second : first);
    }
    std::swap(m_sides[0].moment, m_sides[1].moment);
    std::swap(m_sides[0].trouble, m_sides[1].trouble);
    if (m_sides[0].moment && m_sides[1].moment)
        return m_due.start();
    load(0);
    load(1);
}

void CompareWindow::refresh()
{
    for (const Side& side : m_sides)
        if (!side.trouble.isEmpty())
            return showPage(tr("It cannot be compared"), side.trouble);
    if (!m_sides[0].moment || !m_sides[1].moment)
        return showPage(tr("Reading the journal…"), {});
    show(compareFleets(*m_sides[0].moment, *m_sides[1].moment));
}

void CompareWindow::showPage(const QString& title, const QString& text)
{
    if (m_page) {
        m_pages->removeWidget(m_page);
        m_page->deleteLater();
    }
    m_page = new EmptyPage(title, text, {}, m_pages);
    m_pages->addWidget(m_page);
    m_pages->setCurrentWidget(m_page);
    say({});
}

void CompareWindow::show(const FleetComparison& comparison)
{
    m_view->setComparison(comparison);
    m_model->setComparison(comparison);
    m_pages->setCurrentIndex(0);
    say(ComparisonModel::summary(comparison));
}

} // namespace snowmelt
