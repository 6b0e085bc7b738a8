// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace snowmelt {

struct Theme;

/// Paints a step: a tick and its time (or its number, before a deployment), its name, and below why it waits or failed,
/// or its commands.
class StepDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum class Lead { Glyph, Number };
    explicit StepDelegate(Lead lead, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    /// Where the parts of a step stand, from its top left corner. Without a text: empty.
    struct Places
    {
        QRect title;
        QRect warning;
        QRect detail;
    };
    Places placesOf(const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintLead(QPainter* painter, const QModelIndex& index, const Theme& theme) const;
    void paintTitle(QPainter* painter, const QRect& place, const QModelIndex& index, const Theme& theme) const;
    void paintTime(QPainter* painter, const QRect& place, const QModelIndex& index, const Theme& theme) const;
    QFont titleFont(const QModelIndex& index) const;
    QFont detailFont() const;

    Lead m_lead;
};

} // namespace snowmelt
