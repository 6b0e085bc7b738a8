// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QWidget>

class QItemSelectionModel;
class QSplitter;
class QTreeView;

namespace snowmelt {

class NodeHeader;

/// A GroupDriftModel, or what a filter leaves of it: things and what the baseline has stay in sight, the columns of
/// nodes scroll beside them. Both halves are one to a person: one selection of rows, and arrow keys go through.
class MatrixView final : public QWidget
{
    Q_OBJECT
public:
    MatrixView(QAbstractItemModel* model, QWidget* parent);

    QModelIndex current() const;
    void setCurrent(const QModelIndex& index);
    QModelIndexList selectedRows() const; ///< in the order they are shown, column 0
    void showAll();                       ///< opens every title
    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray& state);

Q_SIGNALS:
    void currentChanged(const QModelIndex& index);
    void columnsMoved(); ///< by hand

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QTreeView* makeTree(const char* name, const QString& spoken);
    void makeThings();
    void makeNodes();
    void join();
    void follow();
    void spanTitles();
    void share();
    bool step(int columns);
    bool stepWithin(const QModelIndex& at, int columns);

    QAbstractItemModel* m_model;
    QSplitter* m_halves;
    QTreeView* m_things;
    QTreeView* m_nodes;
    NodeHeader* m_header;
    QWidget* m_belowThings; ///< as high as the bar that scrolls the nodes
};

} // namespace snowmelt
