// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QToolBar;
class QToolButton;

namespace snowmelt {

class Filtering;
class FindActions;
struct FilterOutcome;

/// "197 hidden".
QString hiddenText(const FilterOutcome& outcome);
/// The same, and what stays in sight because nobody knows that it is fine: "197 hidden · 3 in doubt".
QString hiddenAndDoubtful(const FilterOutcome& outcome);

/// The strip over the diagram: back and forward, what a person looks for, and always how much is hidden by it.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    FilterBar(FindActions* actions, Filtering* filtering, QWidget* parent);
    void openImages(); ///< the list of images, by key

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addButton(QAction* action);
    void makeFocus();
    void follow();
    void fitWords(); ///< the long text where there is room for it

    Filtering* m_filtering;
    QToolBar* m_buttons;
    QMenu* m_images;
    QToolButton* m_imageButton;
    QToolButton* m_focus;
    QLabel* m_hidden;
    QToolButton* m_all;
};

} // namespace snowmelt
