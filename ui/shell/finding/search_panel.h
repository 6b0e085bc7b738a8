// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QListView;

namespace snowmelt {

/// What a search found, under the field it was typed into.
class SearchPanel final : public QWidget
{
    Q_OBJECT
public:
    /// `field` is what it hangs under; the panel lies over all else in its window.
    SearchPanel(QWidget* field, QAbstractItemModel* found);

    /// Opens, or stays, with the row at hand; -1: there is none.
    void showRow(int row, const QString& query);

Q_SIGNALS:
    void chosen(int row); ///< clicked

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();

    QWidget* m_field;
    QListView* m_list;
    QLabel* m_count;
};

/// "3 of 340"; or that there is nothing.
QString foundText(int row, int found, const QString& query);

} // namespace snowmelt
