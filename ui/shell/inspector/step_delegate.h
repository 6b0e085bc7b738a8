// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace snowmelt {

struct Theme;

/// Paints a step: a tick (or its number, before a deployment), its name, its time, and below why it waits or failed.
class StepDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum class Lead { Glyph, Number };
    explicit StepDelegate(Lead lead, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintLead(QPainter* painter, const QRect& top, const QModelIndex& index, const Theme& theme) const;
    void paintTitle(QPainter* painter, const QRect& top, const QModelIndex& index, const Theme& theme) const;
    QFont detailFont() const;
    QRect detailRect(const QStyleOptionViewItem& option, const QModelIndex& index) const;
    Lead m_lead;
};

} // namespace snowmelt
