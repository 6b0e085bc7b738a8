// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/compare/compare_window.h"

#include "models/items/comparison_model.h"
#include "ui/shell/arrangement/place_keeper.h"
#include "ui/shell/compare/compare_stage.h"
#include "ui/shell/compare/compare_worker.h"
#include "ui/shell/compare/moment_loader.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/history/empty_page.h"
#include "ui/shell/style/look.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int choiceWidth = 300;

} // namespace

CompareWindow::CompareWindow(Session* session, QWidget* parent)
    : RecordWindow(tr("Compare"), {1280, 800}, parent), m_session(session), m_worker(new CompareWorker(this))
{
    setObjectName(QStringLiteral("compareWindow"));
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &CompareWindow::refresh);
    connect(m_worker, &CompareWorker::ready, this, &CompareWindow::show);
    body()->addWidget(makeHead());
    body()->addWidget(makeRule(this));
    m_pages = new QStackedWidget(this);
    m_stage = new CompareStage(m_pages);
    m_pages->addWidget(m_stage);
    body()->addWidget(m_pages, 1);
    showPage(tr("Comparing…"), {});
    listChoices();
    choose(MomentChoice::Kind::Declared, MomentChoice::Kind::Now);
    m_due.stop();
    refresh();
    const FleetDocument* document = session->document();
    connect(document, &FleetDocument::historyChanged, this, &CompareWindow::listChoices);
    connect(document, &FleetDocument::opened, this, &QWidget::close);
    connect(document, &FleetDocument::fleetChanged, this, &CompareWindow::follow);
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
    connect(side.loader, &MomentLoader::loaded, this, [this, index](const MomentSource& source) {
        m_sides[index].source = source;
        m_sides[index].trouble.clear();
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
    m_sought = true;
    m_worker->cancel();
    m_sides[side].source.reset();
    m_sides[side].trouble.clear();
    m_sides[side].loader->load(chosen(side));
    m_due.start();
}

/// Both sides are chosen as before, and one under way is still wanted.
void CompareWindow::follow()
{
    for (const Side& side : m_sides)
        side.loader->follow();
}

void CompareWindow::exchange()
{
    const int first = m_sides[0].box->currentIndex();
    const int second = m_sides[1].box->currentIndex();
    for (int side : {0, 1}) {
        const QSignalBlocker quiet(m_sides[side].box);
        m_sides[side].box->setCurrentIndex(side == 0 ? second : first);
    }
    m_sides[0].loader->exchange(*m_sides[1].loader);
    std::swap(m_sides[0].source, m_sides[1].source);
    std::swap(m_sides[0].trouble, m_sides[1].trouble);
    m_sought = true;
    m_worker->cancel();
    m_due.start();
}

void CompareWindow::refresh()
{
    for (int side : {0, 1})
        if (const QString& trouble = m_sides[side].trouble; !trouble.isEmpty()) {
            m_worker->cancel();
            return showPage(tr("It cannot be compared"), QString(chosen(side).name + u'\n' + trouble));
        }
    if (m_sides[0].source && m_sides[1].source)
        compare();
    else
        showPage(tr("Reading the journal…"), {});
}

void CompareWindow::compare()
{
    ComparisonRequest request{*m_sides[0].source, *m_sides[1].source, onlyPlaced(m_session->places()->arrangement())};
    if (!request.isLong()) {
        m_worker->cancel();
        return show(compared(request));
    }
    m_worker->request(std::move(request));
    // Quietly where the fleet is followed: what is in sight is what is asked for, a moment ago.
    if (m_pages->currentWidget() != m_stage)
        showPage(tr("Comparing…"), {});
    else if (m_sought)
        say(tr("Comparing…"));
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

void CompareWindow::show(const std::shared_ptr<const ComparedPicture>& picture)
{
    m_sought = false;
    m_stage->setPicture(picture);
    m_pages->setCurrentWidget(m_stage);
    say(ComparisonModel::summary(picture->comparison));
}

} // namespace snowmelt
