// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/find_actions.h"

#include "ui/shell/finding/fleet_filter.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QMenu>

namespace snowmelt {

FindActions::FindActions(QObject* parent) : QObject(parent)
{
    makeMoves();
    makeFilters();
    makeGroups();
    follow(FindSituation());
}

QAction* FindActions::make(FindAct act, const char* name, const QString& text, const QString& hint, const QString& keys)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(QKeySequence(keys));
    m_hints.insert(act, hint);
    m_actions.insert(act, action);
    connect(action, &QAction::triggered, this, [this, act] { Q_EMIT asked(act); });
    return action;
}

void FindActions::makeToggle(FindAct act, const char* name, const QString& text, const QString& hint,
                             const QString& keys)
{
    make(act, name, text, hint, keys)->setCheckable(true);
}

void FindActions::makeMoves()
{
    make(FindAct::FindNext, "actionFindNext", tr("Find ne&xt"), tr("Flies to the next one found."),
         QStringLiteral("F3"));
    make(FindAct::FindPrevious, "actionFindPrevious", tr("Find &previous"), tr("Flies to the one found before."),
         QStringLiteral("Shift+F3"));
    make(FindAct::ZoomToSelection, "actionZoomSelection", tr("Fit the &selection"),
         tr("Brings what is selected into the middle, as large as it fits."), QStringLiteral("Ctrl+8"));
    QAction* back =
        make(FindAct::Back, "actionBack", tr("&Back"), tr("Where you looked before."), QStringLiteral("Alt+Left"));
    QAction* forward = make(FindAct::Forward, "actionForward", tr("For&ward"), tr("Where you came back from."),
                            QStringLiteral("Alt+Right"));
    back->setIcon(themeIcon(QStringLiteral("chevron-left"), &Theme::text));
    forward->setIcon(themeIcon(QStringLiteral("chevron-right"), &Theme::text));
    for (QAction* action : {back, forward})
        action->setIconVisibleInMenu(false);
    makeToggle(FindAct::Minimap, "actionMinimap", tr("O&verview"),
               tr("The whole diagram in a corner, while not all of it is in sight."), QStringLiteral("Ctrl+M"));
}

void FindActions::makeFilters()
{
    makeToggle(FindAct::Unhealthy, "actionFilterUnhealthy", tr("&Unhealthy"),
               tr("Only what is down or degraded, and what could not be seen."), QStringLiteral("Alt+1"));
    makeToggle(FindAct::Drifted, "actionFilterDrifted", tr("D&rifted"),
               tr("Only what differs from its image, and what could not be seen."), QStringLiteral("Alt+2"));
    makeToggle(FindAct::Unseen, "actionFilterUnseen", tr("Could not be s&een"),
               tr("Only what could not be asked, or not be scanned in full."), QStringLiteral("Alt+3"));
    make(FindAct::ByImage, "actionFilterImage", tr("I&mage"), tr("Only what runs an image you choose."),
         QStringLiteral("Alt+4"));
    make(FindAct::Focus, "actionFocus", tr("Nei&ghbours of the selection"),
         tr("Only what is selected and what it is connected with. Esc leaves it."), QStringLiteral("Ctrl+Shift+N"));
    QAction* all =
        make(FindAct::ShowAll, "actionShowAll", tr("S&how all"), tr("Ends every filter."), QStringLiteral("Alt+0"));
    all->setIconText(tr("Show all")); // the bar's
}

void FindActions::makeGroups()
{
    make(FindAct::Collapse, "actionCollapse", tr("Co&llapse the group"), tr("Shows the group without its nodes."),
         QStringLiteral("Ctrl+K"));
    make(FindAct::Expand, "actionExpand", tr("&Expand the group"), tr("Shows the nodes of the group again."),
         QStringLiteral("Ctrl+Shift+K"));
    make(FindAct::ExpandAll, "actionExpandAll", tr("Expand all groups"), tr("Shows the nodes of every group."),
         QStringLiteral("Ctrl+Shift+E"));
}

void FindActions::follow(const FindSituation& now)
{
    m_hints.insert(FindAct::Drifted, now.given
                                         ? tr("Only what differs from its accepted look, and what could not be seen.")
                                         : tr("Only what differs from its image, and what could not be seen."));
    for (auto each = m_actions.cbegin(); each != m_actions.cend(); ++each) {
        const QString why = whyNotFind(each.key(), now);
        const QString keys = each.value()->shortcut().toString(QKeySequence::NativeText);
        each.value()->setEnabled(why.isEmpty());
        each.value()->setVisible(each.key() != FindAct::ByImage || !now.given);
        each.value()->setToolTip(QString((why.isEmpty() ? m_hints.value(each.key()) : why) + u" (" + keys + u')'));
    }
}

void FindActions::setCount(FindAct act, const QString& textWithCount)
{
    action(act)->setIconText(textWithCount);
}

void FindActions::follow(const FleetFilter& chosen, const FilterCounts& counts)
{
    action(FindAct::Unhealthy)->setChecked(chosen.unhealthy);
    action(FindAct::Drifted)->setChecked(chosen.drifted);
    action(FindAct::Unseen)->setChecked(chosen.unseen);
    setCount(FindAct::Unhealthy, tr("Unhealthy %L1").arg(counts.unhealthy));
    setCount(FindAct::Drifted, tr("Drifted %L1").arg(counts.drifted));
    setCount(FindAct::Unseen, tr("Not seen %L1").arg(counts.unseen));
    setCount(FindAct::ByImage, chosen.images.isEmpty() ? tr("Image") : tr("Image %L1").arg(chosen.images.size()));
}

void FindActions::fillViewMenu(QMenu* menu, QAction* before) const
{
    menu->setToolTipsVisible(true);
    const auto add = [&](std::initializer_list<FindAct> acts) {
        for (const FindAct act : acts)
            menu->insertAction(before, action(act));
        menu->insertSeparator(before);
    };
    add({FindAct::ZoomToSelection, FindAct::Minimap});
    add({FindAct::Back, FindAct::Forward, FindAct::FindNext, FindAct::FindPrevious});
    add({FindAct::Unhealthy, FindAct::Drifted, FindAct::Unseen, FindAct::ByImage, FindAct::Focus, FindAct::ShowAll});
    add({FindAct::Collapse, FindAct::Expand, FindAct::ExpandAll});
}

void FindActions::fillContextMenu(QMenu* menu, const FindSituation& now) const
{
    menu->addActions({action(FindAct::ZoomToSelection), action(FindAct::Focus)});
    if (now.collapsible)
        menu->addAction(action(FindAct::Collapse));
    if (now.expandable)
        menu->addAction(action(FindAct::Expand));
    if (now.anyCollapsed)
        menu->addAction(action(FindAct::ExpandAll));
    menu->addSeparator();
}

} // namespace snowmelt
