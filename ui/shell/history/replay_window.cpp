// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/replay_window.h"

#include "models/wording/wording.h"
#include "ui/shell/arrangement/place_keeper.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/history/empty_page.h"
#include "ui/shell/history/happening_list.h"
#include "ui/shell/history/replay_player.h"
#include "ui/shell/history/replay_slider.h"
#include "ui/shell/history/replay_strip.h"
#include "ui/shell/history/replay_text.h"
#include "ui/shell/history/replay_view.h"
#include "ui/shell/style/look.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

bool wasTrouble(const EventBody& body)
{
    const auto* finished = std::get_if<Finished>(&body);
    return std::holds_alternative<StepFailed>(body) || std::holds_alternative<RollingBack>(body) ||
           (finished && finished->outcome == OutcomeKind::Failed);
}

/// What is not shown as it was; empty when nothing is missing.
QString missingText(const QList<ReplayGap>& gaps, int unreadable)
{
    QStringList lines{unreadableText(unreadable)};
    for (const ReplayGap gap : gaps) {
        if (gap != ReplayGap::NoEvents || unreadable == 0)
            lines << gapText(gap);
    }
    lines.removeAll(QString());
    return lines.join(u' ');
}

} // namespace

ReplayWindow::ReplayWindow(Session* session, const OperationId& deployment, QWidget* parent)
    : RecordWindow(tr("Replay"), {1240, 800}, parent), m_player(new ReplayPlayer(this)),
      m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("replayWindow"));
    m_pages->addWidget(new EmptyPage(tr("Reading the journal…"), {}, {}, m_pages));
    auto* page = new QWidget(m_pages);
    QVBoxLayout* column = makeColumn(page, 0);
    column->setSpacing(0);
    column->addWidget(makeStrip());
    column->addWidget(makeStage(session->document()->blueprint(), onlyPlaced(session->places()->arrangement())), 1);
    column->addWidget(makeTransport());
    m_pages->addWidget(page);
    body()->addWidget(m_pages, 1);
    makeKeys();
    QPushButton* report = addButton("replayReport", tr("&Report"));
    connect(report, &QPushButton::clicked, this, [this, deployment] { Q_EMIT reportAsked(deployment); });
    connect(m_player, &ReplayPlayer::moved, this, &ReplayWindow::showPlace);
    connect(m_player, &ReplayPlayer::playingChanged, this, [this](bool playing) {
        m_play->setText(playing ? tr("Pause") : tr("Play"));
        m_play->setIcon(themeIcon(playing ? QStringLiteral("pause") : QStringLiteral("play"), &Theme::onInk));
    });
    const FleetDocument* document = session->document();
    connect(document, &FleetDocument::recorded, this, &ReplayWindow::take);
    connect(document, &FleetDocument::recordUnreadable, this, &ReplayWindow::countUnreadable);
    connect(document, &FleetDocument::operationFinished, this, &ReplayWindow::settle);
    ReplayIntent intent;
    intent.operation = deployment;
    m_asking = session->start(intent);
}

QWidget* ReplayWindow::makeStrip()
{
    auto* strip = new ReplayStrip(this);
    m_title = strip->title();
    return strip;
}

QWidget* ReplayWindow::makeStage(const Blueprint& blueprint, const Arrangement& arrangement)
{
    auto* stage = new QWidget(this);
    auto* row = new QHBoxLayout(stage);
    row->setContentsMargins(2 * metric::unit, 2 * metric::unit, 0,
                            0); // the frame of the past stands clear of the window
    row->setSpacing(metric::unit);
    m_view = new ReplayView(blueprint, arrangement, stage);
    m_list = new HappeningList(stage);
    row->addWidget(m_view, 1);
    row->addWidget(m_list);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) {
        if (item)
            stepTo(m_list->indexOfTopLevelItem(const_cast<QTreeWidgetItem*>(item)));
    });
    return stage;
}

QWidget* ReplayWindow::makeTransport()
{
    auto* bar = new QWidget(this);
    QVBoxLayout* column = makeColumn(bar, 2 * metric::unit);
    m_happening = makeLabel({}, TextSize::Large, QFont::DemiBold, Ink::Text, bar);
    m_happening->setObjectName(QStringLiteral("replayHappening"));
    elide(m_happening);
    m_slider = new ReplaySlider(bar);
    m_slider->setAccessibleName(tr("Place in the recording"));
    connect(m_slider, &QSlider::valueChanged, m_player, &ReplayPlayer::seek);
    connect(m_slider, &QSlider::sliderPressed, this, [this] { m_player->setPlaying(false); });
    const auto button = [bar](const char* name, const QString& text, const QString& hint) {
        auto* made = new QPushButton(text, bar);
        made->setObjectName(QString::fromLatin1(name));
        made->setToolTip(hint);
        made->setAutoDefault(false);
        return made;
    };
    m_back = button("replayBack", tr("Previous"), tr("To the event before (Ctrl+Left)"));
    m_play = button("replayPlay", tr("Play"), tr("Plays and pauses (P)"));
    m_play->setIcon(themeIcon(QStringLiteral("play"), &Theme::onInk));
    makePrimary(m_play);
    m_next = button("replayNext", tr("Next"), tr("To the next event (Ctrl+Right)"));
    connect(m_back, &QPushButton::clicked, this, [this] { stepTo(m_mark - 1); });
    connect(m_play, &QPushButton::clicked, this, [this] { m_player->setPlaying(!m_player->isPlaying()); });
    connect(m_next, &QPushButton::clicked, this, [this] { stepTo(m_mark + 1); });
    m_clock = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, bar);
    m_clock->setObjectName(QStringLiteral("replayClock"));
    auto* row = new QHBoxLayout;
    row->setSpacing(metric::unit);
    for (QPushButton* each : {m_back, m_play, m_next})
        row->addWidget(each);
    row->addSpacing(2 * metric::unit);
    auto* speeds = new QButtonGroup(bar);
    for (const int times : {1, 10, 60}) {
        QPushButton* speed = button("", QString(QString::number(times) + u'×'), tr("How fast it plays"));
        speed->setObjectName(QStringLiteral("replaySpeed%1").arg(times));
        speed->setCheckable(true);
        speed->setChecked(times == 1);
        speeds->addButton(speed, times);
        row->addWidget(speed);
    }
    connect(speeds, &QButtonGroup::idClicked, m_player, &ReplayPlayer::setSpeed);
    row->addStretch(1);
    row->addWidget(m_clock);
    column->addWidget(m_happening);
    column->addWidget(m_slider);
    column->addLayout(row);
    return bar;
}

void ReplayWindow::makeKeys()
{
    const auto on = [this](const QKeySequence& keys, QPushButton* button) {
        connect(new QShortcut(keys, this), &QShortcut::activated, button, &QPushButton::click);
    };
    on(QKeySequence(Qt::Key_P), m_play);
    on(QKeySequence(Qt::CTRL | Qt::Key_Left), m_back);
    on(QKeySequence(Qt::CTRL | Qt::Key_Right), m_next);
}

void ReplayWindow::take(const OperationId& id, const Event& event)
{
    if (id == m_asking)
        m_events.append(event);
}

void ReplayWindow::countUnreadable(const OperationId& id)
{
    m_unreadable += id == m_asking;
}

void ReplayWindow::settle(const OperationId& id, const Finished& finished)
{
    if (id != m_asking)
        return;
    m_asking.clear();
    if (finished.error) {
        const Sentence said = sentence(*finished.error);
        return fail(tr("It cannot be replayed"), QString(said.what + u'\n' + said.next));
    }
    m_replay = Replay(m_events);
    m_events.clear();
    if (!m_replay.hasFleet())
        return fail(tr("It cannot be replayed"), missingText(m_replay.gaps(), m_unreadable));
    load();
}

void ReplayWindow::fail(const QString& title, const QString& text)
{
    m_pages->setCurrentIndex(m_pages->addWidget(new EmptyPage(title, text, {}, m_pages)));
}

void ReplayWindow::load()
{
    const auto* started = std::get_if<Started>(&m_replay.events().first().body);
    const QString what = started ? operationTitle(started->verb, started->subject) : tr("A deployment");
    m_title->setText(
        tr("%1 · %2").arg(what, m_replay.events().first().at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd"))));
    setWindowTitle(tr("Replay: %1").arg(what));
    QList<ReplaySlider::Tick> ticks;
    for (const ReplayMark& mark : m_replay.marks())
        ticks.append({int(mark.ms), wasTrouble(m_replay.events().at(mark.event).body)});
    m_slider->setTicks(ticks);
    m_list->setReplay(m_replay);
    m_view->setReplay(m_replay);
    const QString missing = missingText(m_replay.gaps(), m_unreadable);
    say(missing, !missing.isEmpty());
    m_slider->setMaximum(int(m_replay.durationMs()));
    m_player->setDuration(m_replay.durationMs());
    m_pages->setCurrentIndex(1);
    m_play->setFocus();
}

void ReplayWindow::showPlace(qint64 ms)
{
    const ReplayMoment moment = m_replay.at(ms);
    // A mark that was stepped to is the one meant, also when others happened in the same millisecond.
    const bool same = m_mark >= 0 && m_mark < m_replay.marks().size() && m_replay.marks().at(m_mark).ms == moment.ms;
    m_mark = same ? m_mark : moment.mark;
    m_view->showMoment(moment);
    const QSignalBlocker quietSlider(m_slider);
    const QSignalBlocker quietList(m_list);
    m_slider->setValue(int(moment.ms));
    m_slider->update();
    QTreeWidgetItem* item = m_list->topLevelItem(m_mark);
    m_list->setCurrentItem(item);
    m_happening->setText(item ? item->toolTip(1) : QString());
    m_clock->setText(tr("%1 · %2 of %3")
                         .arg(moment.at.toLocalTime().toString(QStringLiteral("HH:mm:ss")), placeText(moment.ms),
                              placeText(m_replay.durationMs())));
    m_back->setEnabled(m_mark > 0);
    m_next->setEnabled(m_mark + 1 < m_replay.marks().size());
}

void ReplayWindow::stepTo(int mark)
{
    if (mark < 0 || mark >= m_replay.marks().size())
        return;
    m_player->setPlaying(false);
    m_mark = mark;
    m_player->seek(m_replay.marks().at(mark).ms);
}

} // namespace snowmelt
