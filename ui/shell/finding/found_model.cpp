// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/found_model.h"

#include "models/document/fleet_document.h"
#include "models/domain/host_standing.h"
#include "models/wording/wording.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/diagram_view.h"

namespace snowmelt {

FoundModel::FoundModel(const FleetDocument* document, const DiagramView* view, QObject* parent)
    : QAbstractListModel(parent), m_document(document), m_view(view)
{
}

void FoundModel::setFound(const QList<FoundPart>& found)
{
    beginResetModel();
    m_found = found;
    endResetModel();
}

int FoundModel::rowOf(const QString& part) const
{
    for (int row = 0; row < m_found.size(); ++row)
        if (m_found[row].part == part)
            return row;
    return -1;
}

int FoundModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_found.size());
}

const NodeState* FoundModel::node(const FoundPart& found) const
{
    const int box = m_view->scene().firstOf(found.part);
    return box >= 0 ? m_view->scene().box(box).node() : m_document->fleet().findNode(found.part);
}

QString FoundModel::detail(const FoundPart& found) const
{
    if (!found.collapsedIn.isEmpty())
        return tr("in %1, collapsed").arg(found.collapsedIn);
    const int box = m_view->scene().firstOf(found.part);
    if (const auto* group = box < 0 ? nullptr : m_view->scene().box(box).as<GroupFigure>())
        return Captions::groupImages(*group);
    const NodeState* state = node(found);
    if (!state)
        return {};
    QStringList facts{state->role == Role::Node ? state->group : roleText(state->role), imageText(state->image)};
    facts.removeAll(QString());
    return facts.join(QStringLiteral(" · "));
}

QVariant FoundModel::health(const FoundPart& found) const
{
    const int box = m_view->scene().firstOf(found.part);
    if (box >= 0 && (m_view->scene().mark(box).kind == BoxKind::Clients ||
                     m_view->scene().mark(box).kind == BoxKind::Zone || m_view->scene().mark(box).planned))
        return {};
    if (box >= 0)
        return int(m_view->scene().mark(box).health);
    const NodeState* state = node(found);
    return state ? QVariant(int(state->health)) : QVariant();
}

bool FoundModel::reached(const FoundPart& found) const
{
    const int box = m_view->scene().firstOf(found.part);
    const NodeState* state = box < 0 ? node(found) : nullptr;
    return box >= 0 ? m_view->scene().mark(box).reached : state && isReached(*state);
}

QVariant FoundModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_found.size())
        return {};
    const FoundPart& found = m_found[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return found.part;
    case DetailRole:
        return detail(found);
    case HealthRole:
        return health(found);
    case ReachedRole:
        return reached(found);
    case Qt::AccessibleTextRole:
        return QString(found.part + QStringLiteral(", ") + detail(found));
    default:
        return {};
    }
}

} // namespace snowmelt
