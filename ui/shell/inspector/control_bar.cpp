// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/control_bar.h"

#include "models/document/fleet_document.h"
#include "models/wording/wording.h"
#include "ui/shell/inspector/consequences.h"
#include "ui/shell/style/look.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr int minute = 60;

} // namespace

ControlBar::ControlBar(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("controlBar"));
    makeButton(Command::RollBack, "rollbackButton", tr("&Roll back…"));
    makeButton(Command::Pause, "pauseButton", tr("&Pause"));
    makeButton(Command::Continue, "continueButton", tr("&Continue"));
    makeExtend();
    makeButton(Command::Abort, "abortButton", tr("&Abort…"));
    m_heard = makeLabel({}, TextSize::Small, QFont::DemiBold, Ink::Text, this);
    m_heard->setObjectName(QStringLiteral("heard"));
    m_heard->setWordWrap(true);
    m_consequence = makeLabel({}, TextSize::Small, QFont::Normal, Ink::Sub, this);
    m_consequence->setObjectName(QStringLiteral("consequence"));
    m_consequence->setWordWrap(true);
    // Two lines, so that the buttons do not move when another consequence is read.
    m_consequence->setMinimumHeight(2 * m_consequence->fontMetrics().height());
    m_consequence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    QVBoxLayout* column = makeColumn(this, 0);
    column->setSpacing(metric::unit);
    column->addWidget(m_heard);
    placeButtons();
    column->addWidget(m_consequence);
}

/// Two by two, so that no language needs a wider inspector; pause and continue share a place.
void ControlBar::placeButtons()
{
    auto* grid = new QGridLayout;
    grid->setSpacing(metric::unit);
    grid->addWidget(m_buttons.value(Command::RollBack), 0, 0);
    grid->addWidget(m_buttons.value(Command::Pause), 0, 1);
    grid->addWidget(m_buttons.value(Command::Continue), 0, 1);
    grid->addWidget(m_buttons.value(Command::ExtendDrain), 1, 0);
    grid->addWidget(m_buttons.value(Command::Abort), 1, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(grid);
    setTabOrder(m_buttons.value(Command::RollBack), m_buttons.value(Command::Pause));
}

QPushButton* ControlBar::makeButton(Command command, const char* name, const QString& text)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(name));
    button->installEventFilter(this);
    m_buttons.insert(command, button);
    if (command != Command::ExtendDrain)
        connect(button, &QPushButton::clicked, this, [this, command] { Q_EMIT told(command, 0); });
    return button;
}

QPushButton* ControlBar::makeExtend()
{
    QPushButton* button = makeButton(Command::ExtendDrain, "extendButton", tr("&Extend drain"));
    auto* menu = new QMenu(button);
    menu->setObjectName(QStringLiteral("extendMenu"));
    for (const int minutes : {1, 5, 15}) {
        QAction* action = menu->addAction(tr("+%n min", nullptr, minutes));
        connect(action, &QAction::triggered, this,
                [this, minutes] { Q_EMIT told(Command::ExtendDrain, minutes * minute); });
    }
    button->setMenu(menu);
    return button;
}

void ControlBar::follow(const DeploymentState& deployment, std::optional<Command> telling)
{
    for (const Command command :
         {Command::RollBack, Command::Pause, Command::Continue, Command::ExtendDrain, Command::Abort})
        showButton(command, deployment);
    m_buttons.value(Command::Pause)->setVisible(!deployment.paused());
    m_buttons.value(Command::Continue)->setVisible(deployment.paused());
    showHeard(deployment, telling);
    showConsequence(m_read.value_or(deployment.paused() ? Command::Continue : Command::RollBack));
}

void ControlBar::showButton(Command command, const DeploymentState& deployment)
{
    const QString why = whyNotTold(command, deployment);
    const QString consequence = consequenceOf(command, deployment);
    m_consequences.insert(command, why.isEmpty() ? consequence : why);
    QPushButton* button = m_buttons.value(command);
    button->setEnabled(why.isEmpty());
    button->setToolTip(why.isEmpty() ? consequence : why);
    button->setAccessibleDescription(button->toolTip());
}

/// The last thing it was told, obeyed or refused.
void ControlBar::showHeard(const DeploymentState& deployment, std::optional<Command> telling)
{
    m_heard->setVisible(telling || !deployment.asked.isEmpty());
    setInk(m_heard, Ink::Text);
    if (telling)
        return m_heard->setText(tr("Telling it: “%1”…").arg(commandText(*telling)));
    if (deployment.asked.isEmpty())
        return;
    const Controlled& last = deployment.asked.last().told;
    QString text = sentence(last);
    if (last.refused)
        text += u' ' + sentence(*last.refused).what;
    m_heard->setText(text);
    setInk(m_heard, last.refused ? Ink::Amber : Ink::Text);
}

void ControlBar::showConsequence(Command command)
{
    m_consequence->setText(m_consequences.value(command));
}

/// The consequence of the button that is pointed at or has the focus.
bool ControlBar::eventFilter(QObject* watched, QEvent* event)
{
    const bool comes = event->type() == QEvent::Enter || event->type() == QEvent::FocusIn;
    const bool goes = event->type() == QEvent::Leave || event->type() == QEvent::FocusOut;
    for (auto one = m_buttons.cbegin(); (comes || goes) && one != m_buttons.cend(); ++one) {
        if (one.value() != watched)
            continue;
        m_read = comes ? std::optional(one.key()) : std::nullopt;
        showConsequence(one.key());
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace snowmelt
