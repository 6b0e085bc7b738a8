// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace snowmelt {

/// The names of nodes above their columns: flat while there is room for them, aslant where there are many. Columns are
/// as wide as that asks for.
class NodeHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit NodeHeader(QWidget* parent);

    /// Gives `room` pixels to the columns from `first` on.
    void share(int room, int first);
    void setMarked(int section); ///< the column a person is at; -1: none
    int wantedHeight() const { return m_height; }
    bool isAslant() const { return m_aslant; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString nameOf(int section) const;
    void paintName(QPainter* painter, int section) const;

    bool m_aslant = false;
    int m_height = 0;
    int m_column = 0; ///< how wide they are, the last without what its name leans over
    int m_marked = -1;
};

} // namespace snowmelt
