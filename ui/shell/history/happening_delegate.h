// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/history/happening_list.h"

#include <QStyledItemDelegate>

namespace snowmelt {

/// Paints a row of the happenings: when, how it went, and what it was, wrapped.
class HappeningDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Column { When, What, ColumnCount };

    using QStyledItemDelegate::QStyledItemDelegate;
    void setGlyphs(const QList<HappeningGlyph>& glyphs) { m_glyphs = glyphs; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QList<HappeningGlyph> m_glyphs; ///< of each row
};

} // namespace snowmelt
