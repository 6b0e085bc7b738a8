// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/offers.h"

namespace snowmelt {

namespace {

/// Of nodes that Snowmelt makes: the next thing to do with them; all else is in the menus.
QList<WindowAct> ofMade(Inspected what, bool up)
{
    switch (what) {
    case Inspected::Fleet:
        return up ? QList<WindowAct>() : QList{WindowAct::Up};
    case Inspected::Group:
        return up ? QList{WindowAct::Swap} : QList<WindowAct>();
    case Inspected::Host:
        return {};
    case Inspected::Absent:
        break;
    }
    return {WindowAct::Up};
}

/// Of machines that exist: they are looked at, and nothing else.
QList<WindowAct> ofGiven(Inspected what, bool up)
{
    if (!up || what == Inspected::Absent)
        return {WindowAct::Look};
    return what == Inspected::Group ? QList{WindowAct::Differences, WindowAct::Scan}
                                    : QList{WindowAct::Scan, WindowAct::Look};
}

} // namespace

QList<WindowAct> offersOf(Inspected what, const Situation& now)
{
    return now.given ? ofGiven(what, now.up) : ofMade(what, now.up);
}

} // namespace snowmelt
