// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace snowmelt {

class EmptyPage;
class ImageDiffModel;

/// What differs between two images: both named above, with their sizes; a filter; the parts as groups. Without a
/// comparison a page that says why and what to do.
class ImageComparison final : public QWidget
{
    Q_OBJECT
public:
    explicit ImageComparison(QWidget* parent);

    /// Nothing to list: why, and what to do. Without an action there is no button.
    void showPage(const QString& title, const QString& text, const QString& action = {});
    void showDiff(const ImageDiff& diff);
    void focusFilter();

Q_SIGNALS:
    void swapAsked();   ///< the other way round
    void actionAsked(); ///< the page's button

private:
    QWidget* makeHead();
    QWidget* makeTree();
    QPushButton* makeButton(const char* name, const QString& text, const QString& hint);
    void applyFilter();
    void follow();
    void copy();
    void copyAll();

    ImageDiffModel* m_model;
    QStackedWidget* m_pages;
    QWidget* m_head = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_about = nullptr;
    QLabel* m_notice = nullptr;
    QLabel* m_shown = nullptr;
    QLineEdit* m_filter = nullptr;
    QPushButton* m_copy = nullptr;
    QTreeView* m_tree = nullptr;
    EmptyPage* m_empty = nullptr;
    QStringList m_emptySays;
    bool m_compared = false;
};

} // namespace snowmelt
