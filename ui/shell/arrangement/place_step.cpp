// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/arrangement/place_step.h"

#include "ui/shell/arrangement/place_keeper.h"

namespace snowmelt {

PlaceStep::PlaceStep(PlaceKeeper* keeper, Kind kind, const PlaceChange& change)
    : m_keeper(keeper), m_kind(kind), m_change(change)
{
}

QString PlaceStep::title() const
{
    const int seats = int(m_change.seats().size());
    const QString name = seats == 1 ? *m_change.seats().begin() : QString();
    switch (m_kind) {
    case Kind::Move:
    case Kind::Nudge:
        return name.isEmpty() ? tr("Move %n part(s)", nullptr, seats) : tr("Move %1").arg(name);
    case Kind::Arrange:
        return name.isEmpty() ? tr("Arrange %n part(s)", nullptr, seats) : tr("Arrange %1").arg(name);
    case Kind::ArrangeAll:
        break;
    }
    return tr("Arrange all");
}

void PlaceStep::undo()
{
    if (m_keeper)
        m_keeper->put(m_change.undoneIn(m_keeper->arrangement()));
}

void PlaceStep::redo()
{
    if (m_keeper)
        m_keeper->put(m_change.doneTo(m_keeper->arrangement()));
}

bool PlaceStep::absorb(const AsideStep& next)
{
    const auto* more = dynamic_cast<const PlaceStep*>(&next);
    const bool same =
        more && m_kind == Kind::Nudge && more->m_kind == Kind::Nudge && more->m_change.seats() == m_change.seats();
    if (same)
        m_change.append(more->m_change);
    return same;
}

} // namespace snowmelt
