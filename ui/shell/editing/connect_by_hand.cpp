// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/editing/connect_by_hand.h"

#include "models/editing/revised.h"
#include "ui/diagram/connect_gesture.h"
#include "ui/diagram/diagram_view.h"
#include "ui/shell/editing/edit_words.h"
#include "ui/shell/frame/session.h"

#include <QMenu>

namespace snowmelt {

namespace {

QString whatFollows(const Connect& edit, const Blueprint& blueprint, const FleetState& fleet)
{
    return consequence(edit, blueprint, revised(blueprint, edit), fleet);
}

} // namespace

QString meaningOf(const TieTarget& target, const Blueprint& blueprint, const FleetState& fleet)
{
    if (target.refusal)
        return refusalText(*target.refusal);
    QStringList lines;
    for (const Connect& way : target.ways)
        lines += tieLine(way.from, way.tie, way.to);
    // Of several it is chosen first, and each says then what it means.
    if (target.ways.size() == 1)
        lines += whatFollows(target.ways.first(), blueprint, fleet);
    return lines.join(u'\n');
}

ConnectByHand::ConnectByHand(Session* session, DiagramView* diagram, const QKeySequence& keys)
    : QObject(diagram), m_session(session), m_diagram(diagram)
{
    const auto* gesture = new ConnectGesture(diagram, *this, keys);
    connect(gesture, &ConnectGesture::dropped, this, &ConnectByHand::connectParts);
    connect(gesture, &ConnectGesture::clicked, this, &ConnectByHand::dialogAsked);
}

QSet<QString> ConnectByHand::targetsOf(const QString& from) const
{
    QSet<QString> parts;
    const QList<TieTarget> targets = tieTargets(m_session->editor()->blueprint(), from);
    for (const TieTarget& each : targets)
        if (!each.ways.isEmpty())
            parts.insert(each.part);
    return parts;
}

QString ConnectByHand::meaning(const QString& from, const QString& to) const
{
    return meaningOf(target(from, to), m_session->editor()->blueprint(), m_session->document()->fleet());
}

/// What runs may have a name that the blueprint does not know any more.
TieTarget ConnectByHand::target(const QString& from, const QString& to) const
{
    const QList<TieTarget> targets = tieTargets(m_session->editor()->blueprint(), from);
    for (const TieTarget& each : targets)
        if (each.part == to)
            return each;
    return {to, {}, EditRefusal{EditRefusal::Why::NoSuchPart, {to}}};
}

void ConnectByHand::connectParts(const QString& from, const QString& to, const QPoint& at)
{
    const TieTarget chosen = target(from, to);
    if (chosen.refusal)
        Q_EMIT refused(refusalText(*chosen.refusal));
    else if (chosen.ways.size() == 1)
        make(chosen.ways.first());
    else
        letChoose(chosen, at);
}

void ConnectByHand::letChoose(const TieTarget& target, const QPoint& at)
{
    auto* menu = new QMenu(m_diagram);
    menu->setObjectName(QStringLiteral("connectMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (const Connect& way : target.ways) {
        QAction* action = menu->addAction(tieLine(way.from, way.tie, way.to), this, [this, way] { make(way); });
        action->setToolTip(whatFollows(way, m_session->editor()->blueprint(), m_session->document()->fleet()));
    }
    menu->popup(at);
}

void ConnectByHand::make(const Connect& edit)
{
    if (const std::optional<EditRefusal> refusal = m_session->editor()->edit(edit))
        Q_EMIT refused(refusalText(*refusal));
    else
        Q_EMIT made(edit);
}

} // namespace snowmelt
