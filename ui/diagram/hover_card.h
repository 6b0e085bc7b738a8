// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/card_facts.h"

#include <QWidget>

namespace snowmelt {

class DiagramView;
class FleetDocument;

/// Where a card of this size stands beside a part: right of it, left, below or above, wherever it fits into `room`
/// without lying on the part; where it fits nowhere, in the corner farthest from the part's middle. Pure.
QRect cardPlace(const QRect& part, const QSize& card, const QRect& room);

/// The card beside the part that the mouse rests on, or that is selected when it is asked for by the keyboard. It keeps
/// up with the fleet while it shows, and goes when the mouse leaves the part, at any key, and when the view moves.
class HoverCard final : public QWidget
{
    Q_OBJECT
public:
    HoverCard(FleetDocument* document, DiagramView* view);
    /// Shows the card of the selected part, or takes it away.
    void toggleSelected();
    void away();
    QString key() const { return m_key; } ///< of the box it is about; empty: it does not show
    const CardText& text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    CardText cardOf(int box) const;
    void showOf(int box, bool byKey);
    void say(const CardText& text, int box);
    void follow();
    void place(int box);
    void layOut();
    int rowHeight(const CardFact& fact) const;

    FleetDocument* m_document;
    DiagramView* m_view;
    QString m_key;
    CardText m_text;
    bool m_byKey = false; ///< the mouse, wherever it is, has no part in it
    int m_nameWidth = 0;
    int m_headHeight = 0;
    QRect m_reason;
};

} // namespace snowmelt
