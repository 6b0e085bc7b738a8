// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace snowmelt {

/// What a row says at its right in `room` pixels beside its name: cut, or nothing where no more than a letter or two
/// would be left. A mark, such as "Δ4" or "?", is shown whatever the room.
QString detailWithin(const QFontMetrics& metrics, const QString& detail, int room);

/// Paints a row of the fleet tree: glyph, name, and at the right what matters most about it.
class FleetTreeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    /// Of a row in which a node's name is whole, its indentation aside.
    static int leastWidth();
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace snowmelt
