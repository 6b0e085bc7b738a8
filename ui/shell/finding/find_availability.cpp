// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/find_availability.h"

#include "ui/shell/frame/availability.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

class WhyNotFind
{
    Q_DECLARE_TR_FUNCTIONS(WhyNotFind)

public:
    static QString nothingFound() { return tr("Search for something first."); }
    static QString nothingSelected() { return tr("Select something in the diagram first."); }
    static QString nothingBehind() { return tr("There is nowhere to go back to."); }
    static QString nothingAhead() { return tr("There is nowhere to go forward to."); }
    static QString nothingHidden() { return tr("Nothing is hidden."); }
    static QString noGroup() { return tr("Select a group, or a node of one, first."); }
    static QString collapsed(const QString& group) { return tr("“%1” is collapsed already.").arg(group); }
    static QString expanded(const QString& group) { return tr("“%1” is not collapsed.").arg(group); }
    static QString noneCollapsed() { return tr("No group is collapsed."); }
};

QString unless(bool possible, const QString& why)
{
    return possible ? QString() : why;
}

} // namespace

QString whyNotFind(FindAct act, const FindSituation& now)
{
    if (!now.open)
        return whyNot(WindowAct::Export, {});
    switch (act) {
    case FindAct::FindNext:
    case FindAct::FindPrevious:
        return unless(now.found, WhyNotFind::nothingFound());
    case FindAct::ZoomToSelection:
    case FindAct::Focus:
        return unless(now.selected, WhyNotFind::nothingSelected());
    case FindAct::Back:
        return unless(now.back, WhyNotFind::nothingBehind());
    case FindAct::Forward:
        return unless(now.forward, WhyNotFind::nothingAhead());
    case FindAct::ShowAll:
        return unless(now.filtering, WhyNotFind::nothingHidden());
    case FindAct::Collapse:
        return now.group.isEmpty() ? WhyNotFind::noGroup() : unless(now.collapsible, WhyNotFind::collapsed(now.group));
    case FindAct::Expand:
        return now.group.isEmpty() ? WhyNotFind::noGroup() : unless(now.expandable, WhyNotFind::expanded(now.group));
    case FindAct::ExpandAll:
        return unless(now.anyCollapsed, WhyNotFind::noneCollapsed());
    case FindAct::Unhealthy:
    case FindAct::Drifted:
    case FindAct::Unseen:
    case FindAct::ByImage:
    case FindAct::Minimap:
        break;
    }
    return {};
}

} // namespace snowmelt
