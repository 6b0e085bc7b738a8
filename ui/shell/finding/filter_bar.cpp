// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/filter_bar.h"

#include "ui/shell/finding/filtering.h"
#include "ui/shell/finding/find_actions.h"
#include "ui/shell/finding/image_menu.h"
#include "ui/shell/style/look.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolBar>
#include <QToolButton>

namespace snowmelt {

namespace {

constexpr int longestName = 20;
constexpr int arrowWidth = 28;

QString shortened(const QString& name)
{
    return name.size() <= longestName ? name : QString(name.left(longestName - 1) + u'…');
}

void tell(QLabel* label)
{
    QAccessibleEvent changed(label, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace

QString hiddenText(const FilterOutcome& outcome)
{
    return outcome.hidden == 0 ? FilterBar::tr("nothing hidden") : FilterBar::tr("%L1 hidden").arg(outcome.hidden);
}

QString hiddenAndDoubtful(const FilterOutcome& outcome)
{
    if (outcome.doubtful == 0)
        return hiddenText(outcome);
    return QString(hiddenText(outcome) + QStringLiteral(" · ") + FilterBar::tr("%L1 in doubt").arg(outcome.doubtful));
}

FilterBar::FilterBar(FindActions* actions, Filtering* filtering, QWidget* parent)
    : QWidget(parent), m_filtering(filtering), m_buttons(new QToolBar(this)), m_images(new ImageMenu(filtering, this)),
      m_focus(new QToolButton(this)), m_hidden(makeLabel({}, TextSize::Small, QFont::Normal, Ink::Sub, this)),
      m_all(new QToolButton(this))
{
    setObjectName(QStringLiteral("filterBar"));
    setAccessibleName(tr("Find your way"));
    m_buttons->setMovable(false);
    m_buttons->setContextMenuPolicy(Qt::PreventContextMenu);
    for (const FindAct act : {FindAct::Back, FindAct::Forward})
        addButton(actions->action(act));
    for (const FindAct act : {FindAct::Back, FindAct::Forward})
        m_buttons->widgetForAction(actions->action(act))->setFixedWidth(arrowWidth);
    for (const FindAct act : {FindAct::Unhealthy, FindAct::Drifted, FindAct::Unseen})
        addButton(actions->action(act));
    actions->action(FindAct::ByImage)->setMenu(m_images);
    addButton(actions->action(FindAct::ByImage));
    m_imageButton = qobject_cast<QToolButton*>(m_buttons->widgetForAction(actions->action(FindAct::ByImage)));
    m_imageButton->setPopupMode(QToolButton::InstantPopup);
    makeFocus();
    m_hidden->setObjectName(QStringLiteral("hiddenCount"));
    m_all->setDefaultAction(actions->action(FindAct::ShowAll));
    m_all->setObjectName(QStringLiteral("showAllButton"));
    m_all->setFocusPolicy(Qt::TabFocus);
    m_all->setFont(textFont(TextSize::Small));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 2 * metric::unit, 0);
    row->setSpacing(metric::unit);
    row->addWidget(m_buttons, 1);
    row->addWidget(m_focus);
    row->addWidget(m_hidden);
    row->addWidget(m_all);
    connect(filtering, &Filtering::changed, this, &FilterBar::follow);
    follow();
}

void FilterBar::addButton(QAction* action)
{
    m_buttons->addAction(action);
    QWidget* button = m_buttons->widgetForAction(action);
    button->setObjectName(QString(action->objectName() + QStringLiteral("Button")));
    button->setFocusPolicy(Qt::TabFocus);
    button->setFont(textFont(TextSize::Small));
}

void FilterBar::makeFocus()
{
    m_focus->setObjectName(QStringLiteral("focusButton"));
    m_focus->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_focus->setIcon(themeIcon(QStringLiteral("close"), &Theme::text));
    m_focus->setToolTip(tr("Shows the others again (Esc)"));
    m_focus->setFocusPolicy(Qt::TabFocus);
    m_focus->setFont(textFont(TextSize::Small));
    connect(m_focus, &QToolButton::clicked, m_filtering, [filtering = m_filtering] { filtering->focusOn({}); });
}

void FilterBar::openImages()
{
    const QWidget* from = m_imageButton->isVisible() ? static_cast<QWidget*>(m_imageButton) : this;
    m_images->popup(from->mapToGlobal(QPoint(0, from->height())));
    m_images->setActiveAction(m_images->actions().value(0));
}

void FilterBar::follow()
{
    const FleetFilter& chosen = m_filtering->chosen();
    const QStringList& focus = chosen.focus;
    m_focus->setVisible(!focus.isEmpty());
    m_focus->setText(focus.size() == 1 ? tr("Neighbours of %1").arg(shortened(focus.first()))
                                       : tr("Neighbours of %L1 parts").arg(focus.size()));
    m_all->setVisible(chosen.isActive());
    const QString hidden = hiddenAndDoubtful(m_filtering->outcome());
    const bool news = hidden != m_hidden->accessibleName();
    m_hidden->setAccessibleName(hidden);
    m_hidden->setToolTip(m_filtering->outcome().doubtful == 0
                             ? QString()
                             : tr("In doubt: could not be seen, so nobody knows that it is fine. It stays in sight."));
    fitWords();
    if (news)
        tell(m_hidden);
}

void FilterBar::fitWords()
{
    const FilterOutcome& outcome = m_filtering->outcome();
    m_hidden->setText(hiddenAndDoubtful(outcome));
    if (layout()->totalMinimumSize().width() - m_buttons->minimumSizeHint().width() + m_buttons->sizeHint().width() >
        width())
        m_hidden->setText(hiddenText(outcome));
}

void FilterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitWords();
}

void FilterBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = themeOf(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
}

} // namespace snowmelt
