// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/editing/ties.h"
#include "ui/diagram/connect_guide.h"

#include <QObject>

class QKeySequence;

namespace snowmelt {

class DiagramView;
class Session;

/// What a connection of two parts would be and mean, or why there can be none; said while it is drawn. Pure.
QString meaningOf(const TieTarget& target, const Blueprint& blueprint, const FleetState& fleet);

/// Connections drawn in the diagram become edits of the blueprint, as those of the dialog do.
class ConnectByHand final : public QObject, private ConnectGuide
{
    Q_OBJECT
public:
    /// Goes with the diagram. `keys`: of the command that opens the dialog.
    ConnectByHand(Session* session, DiagramView* diagram, const QKeySequence& keys);

Q_SIGNALS:
    void made(const snowmelt::Edit& edit);
    void refused(const QString& why);
    void dialogAsked(const QString& part);

private:
    QSet<QString> targetsOf(const QString& from) const override;
    QString meaning(const QString& from, const QString& to) const override;
    TieTarget target(const QString& from, const QString& to) const;
    void connectParts(const QString& from, const QString& to, const QPoint& at);
    void letChoose(const TieTarget& target, const QPoint& at);
    void make(const Connect& edit);

    Session* m_session;
    DiagramView* m_diagram;
};

} // namespace snowmelt
