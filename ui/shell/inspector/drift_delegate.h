// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace snowmelt {

struct Theme;

/// Paints the drift tree in one narrow column: both values of a field below one another, changed lines of a text with
/// their signs.
class DriftDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    /// What the two values of a field are called; "image" and "node" unless said otherwise.
    void setSides(const QString& baseline, const QString& actual);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintField(QPainter* painter, const QRect& rect, const QModelIndex& index, const Theme& theme) const;

    QString m_baseline = tr("image");
    QString m_actual = tr("node");
};

} // namespace snowmelt
