// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace snowmelt {

/// What finds one's way in the diagram, and may be impossible at the moment for a reason that is said.
enum class FindAct {
    FindNext,
    FindPrevious,
    ZoomToSelection,
    Back,
    Forward,
    Unhealthy,
    Drifted,
    Unseen,
    ByImage,
    Focus,
    ShowAll,
    Collapse,
    Expand,
    ExpandAll,
    Minimap,
};

/// What decides, as a value.
struct FindSituation
{
    bool open = false;
    bool found = false;    ///< something was searched for, and is there
    bool selected = false; ///< something that is in the diagram
    bool back = false;
    bool forward = false;
    bool filtering = false;
    QString group;             ///< of the selection, the first of several; empty: it is of none
    bool collapsible = false;  ///< one of those groups shows its nodes
    bool expandable = false;   ///< one of them does not
    bool anyCollapsed = false; ///< in the whole diagram
    bool given = false;        ///< its machines were there before: nothing here is made of an image
};

/// Why it cannot be done now; empty: it can.
QString whyNotFind(FindAct act, const FindSituation& now);

} // namespace snowmelt
