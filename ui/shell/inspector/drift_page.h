// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedLayout;
class QTreeView;

namespace snowmelt {

class DriftDelegate;
class DriftModel;
class FleetDocument;

/// The drift of one node: against what, since when, the tree with its filter, what could not be seen, Copy.
class DriftPage final : public QWidget
{
    Q_OBJECT
public:
    explicit DriftPage(FleetDocument* document, QWidget* parent = nullptr);
    void setNode(const QString& node);
    /// Why no scan can begin now; empty: it can.
    void setScanBlocked(const QString& why);

Q_SIGNALS:
    void scanAsked(const QString& node);
    void driftHistoryAsked(const QString& node);

private:
    QWidget* makeReport();
    QWidget* makeEmpty();
    void makeTree();
    void follow();
    QString whatAScanDoes() const;
    void tick();
    void unfold();
    void copySelection();
    void copyAll();

    FleetDocument* m_document;
    QString m_node;
    DriftModel* m_model;
    QSortFilterProxyModel* m_filtered;
    QStackedLayout* m_stack;
    QLabel* m_against;
    QLabel* m_age;
    QLabel* m_notice;
    QLineEdit* m_filter;
    QTreeView* m_tree;
    DriftDelegate* m_delegate;
    QLabel* m_clean;
    QLabel* m_emptyTitle;
    QLabel* m_emptyText;
    QPushButton* m_scan;
};

} // namespace snowmelt
