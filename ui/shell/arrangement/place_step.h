// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/blueprint_editor.h"
#include "models/layout/placing.h"

#include <QCoreApplication>
#include <QPointer>

namespace snowmelt {

class PlaceKeeper;

/// A change of places as a step that can be undone.
class PlaceStep final : public AsideStep
{
    Q_DECLARE_TR_FUNCTIONS(PlaceStep)

public:
    enum class Kind { Move, Nudge, Arrange, ArrangeAll };

    PlaceStep(PlaceKeeper* keeper, Kind kind, const PlaceChange& change);

    QString title() const override;
    void undo() override;
    void redo() override;
    /// Arrow keys that move the same boxes on are one step.
    bool absorb(const AsideStep& next) override;

private:
    QPointer<PlaceKeeper> m_keeper;
    Kind m_kind;
    PlaceChange m_change;
};

} // namespace snowmelt
