// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QTreeView>

namespace snowmelt {

class FleetDocument;
class FleetTreeModel;

/// The fleet as a tree. Its current part is the document's selection; an image row tells the inspector.
class FleetTreeView final : public QTreeView
{
    Q_OBJECT
public:
    explicit FleetTreeView(FleetDocument* document, QWidget* parent = nullptr);
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void imageChosen(const snowmelt::ImageRef& image);
    void menuRequested(const QString& part, const QPoint& globalPosition);

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void followSelection();
    FleetDocument* m_document;
    FleetTreeModel* m_model;
};

} // namespace snowmelt
