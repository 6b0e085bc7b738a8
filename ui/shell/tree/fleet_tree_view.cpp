// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tree/fleet_tree_view.h"

#include "models/document/fleet_document.h"
#include "models/items/fleet_tree_model.h"
#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"
#include "ui/shell/tree/fleet_tree_delegate.h"

#include <QContextMenuEvent>
#include <QPainter>

namespace snowmelt {

FleetTreeView::FleetTreeView(FleetDocument* document, QWidget* parent)
    : QTreeView(parent), m_document(document), m_model(new FleetTreeModel(document, this))
{
    setObjectName(QStringLiteral("fleetTree"));
    setAccessibleName(tr("Fleet"));
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setIndentation(14);
    setRootIsDecorated(false);
    setItemsExpandable(true);
    setEditTriggers(NoEditTriggers);
    setItemDelegate(new FleetTreeDelegate(this));
    setModel(m_model);
    expandAll();
    // New rows (a group's first nodes, say) show at once; what a person closed stays closed.
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& under, int first, int last) {
        for (int row = first; row <= last; ++row)
            expandRecursively(m_model->index(row, 0, under));
        if (m_model->rowCount(under) == last - first + 1)
            expand(under);
        followSelection();
    });
    connect(document, &FleetDocument::selectionChanged, this, &FleetTreeView::followSelection);
    followSelection();
}

/// A node of a large group fits with its side: it stands under section, fleet and group.
QSize FleetTreeView::minimumSizeHint() const
{
    constexpr int depth = 3;
    return QTreeView::minimumSizeHint().expandedTo({depth * indentation() + FleetTreeDelegate::leastWidth(), 0});
}

void FleetTreeView::followSelection()
{
    const QString part = m_document->selection();
    if (part == currentIndex().data(PartRole).toString())
        return;
    const QModelIndex index = m_model->indexOfPart(part);
    if (index.isValid())
        setCurrentIndex(index);
    else if (!currentIndex().data(PartRole).toString().isEmpty())
        setCurrentIndex({});
}

void FleetTreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    if (!current.isValid())
        return;
    m_document->setSelection(current.data(PartRole).toString());
    if (FleetRow(current.data(KindRole).toInt()) != FleetRow::Image)
        return;
    if (const auto image = ImageRef::parse(current.data(IdRole).toString()))
        Q_EMIT imageChosen(*image);
}

void FleetTreeView::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = themeOf(this);
    if (selectionModel()->isSelected(index) && FleetRow(index.data(KindRole).toInt()) != FleetRow::Section) {
        const QRect row = option.rect.adjusted(0, 0, -metric::unit, 0);
        face::frame(painter, row, QColor(), theme.selection);
        painter->fillRect(QRect(row.left(), row.top() + 5, 3, row.height() - 10), theme.ink);
        if (hasFocus())
            face::frame(painter, row, theme.control, QColor());
    }
    QStyleOptionViewItem plain(option);
    plain.state &= ~(QStyle::State_Selected | QStyle::State_HasFocus);
    QTreeView::drawRow(painter, plain, index);
}

void FleetTreeView::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const
{
    // Groups alone open and close; for sections and the fleet a chevron would be one more thing to read.
    if (FleetRow(index.data(KindRole).toInt()) != FleetRow::Group || !m_model->hasChildren(index))
        return;
    const Theme& theme = themeOf(this);
    const QRect box(rect.right() - 13, rect.center().y() - 4, 10, 10);
    face::icon(painter, isExpanded(index) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), box,
               theme.faint, theme.panel);
}

void FleetTreeView::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    const QString part = index.data(PartRole).toString();
    if (!part.isEmpty())
        Q_EMIT menuRequested(part, event->globalPos());
}

} // namespace snowmelt
