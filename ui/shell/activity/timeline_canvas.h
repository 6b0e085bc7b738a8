// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/timeline.h"

#include <QRectF>
#include <QWidget>

namespace snowmelt {

struct Theme;

/// Paints a timeline: a row for each step with its bar, marks across all of them, the clock below. Arrow keys and the
/// pointer go from one thing to the next.
class TimelineCanvas final : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineCanvas(QWidget* parent = nullptr);
    void setTimeline(const Timeline& line);
    /// What is told of the thing under the keyboard's cursor; empty: it is on none.
    QString currentText() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void currentChanged(const QString& told);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// A bar or a mark, and where it can be pointed at.
    struct Item
    {
        QDateTime at;
        QRectF place;
        QString told;
    };
    void place();
    void placeMarks();
    void setCurrent(int item);
    int itemAt(const QPointF& point) const;
    double xOf(const QDateTime& at) const;
    QRectF barOf(int step) const;
    void paintSteps(QPainter* painter, const Theme& theme) const;
    void paintMarks(QPainter* painter, const Theme& theme) const;
    void paintAxis(QPainter* painter, const Theme& theme) const;
    double bottom() const;

    Timeline m_line;
    QList<QRectF> m_markLabels; ///< as m_line.marks
    QList<Item> m_items;        ///< in the order of time
    int m_current = -1;
};

} // namespace snowmelt
