// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/images/image_delegate.h"

#include "models/domain/image/image_diff.h"
#include "models/domain/image/store_care.h"
#include "models/items/effective_model.h"
#include "models/items/image_diff_model.h"
#include "models/items/lineage_model.h"
#include "models/items/pruning_model.h"
#include "models/items/store_damage_model.h"
#include "ui/shell/style/look.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int imageRowHeight = 7 * metric::unit / 2;

QColor changeInk(ImageChange change, const Theme& theme)
{
    switch (change) {
    case ImageChange::Added:
        return theme.green;
    case ImageChange::Removed:
        return theme.red;
    case ImageChange::Older:
        return theme.amber;
    case ImageChange::Newer:
    case ImageChange::Changed:
        break;
    }
    return theme.drift;
}

void setInk(QStyleOptionViewItem* option, const QColor& ink)
{
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, ink);
}

void dressImage(QStyleOptionViewItem* option, const QModelIndex& index)
{
    const Theme& theme = themeOf(option->palette);
    const auto state = LineageModel::State(index.siblingAtColumn(0).data(StateRole).toInt());
    if (index.column() == LineageModel::Image)
        option->font.setWeight(QFont::DemiBold);
    if (index.column() == LineageModel::DigestColumn)
        option->font = monoFont(TextSize::Normal);
    if (index.column() == LineageModel::Build && state == LineageModel::State::Stale)
        return setInk(option, theme.amber);
    const bool quiet = index.column() != LineageModel::Image && index.column() != LineageModel::Nodes;
    if (quiet || state == LineageModel::State::NotBuilt)
        setInk(option, theme.sub);
}

void dressDifference(QStyleOptionViewItem* option, const QModelIndex& index)
{
    const Theme& theme = themeOf(option->palette);
    const QVariant change = index.siblingAtColumn(0).data(StateRole);
    if (!change.isValid() && index.column() == ImageDiffModel::Thing && !index.parent().isValid())
        option->font.setWeight(QFont::DemiBold);
    if (change.isValid() && index.column() == ImageDiffModel::Change)
        setInk(option, changeInk(ImageChange(change.toInt()), theme));
    if (index.column() == ImageDiffModel::Values)
        option->font = monoFont(TextSize::Normal);
}

void dressBuild(QStyleOptionViewItem* option, const QModelIndex& index)
{
    const Theme& theme = themeOf(option->palette);
    const auto fate = PruningModel::Fate(index.siblingAtColumn(0).data(StateRole).toInt());
    if (index.column() == PruningModel::Image)
        option->font.setWeight(QFont::DemiBold);
    if (index.column() == PruningModel::DigestColumn)
        option->font = monoFont(TextSize::Normal);
    if (index.column() != PruningModel::Image && index.column() != PruningModel::Becomes)
        return setInk(option, theme.sub);
    if (index.column() == PruningModel::Becomes && fate != PruningModel::Fate::Stays)
        setInk(option, theme.amber);
}

void dressDamage(QStyleOptionViewItem* option, const QModelIndex& index)
{
    const Theme& theme = themeOf(option->palette);
    const bool harmless = StoreFault(index.siblingAtColumn(0).data(StateRole).toInt()) == StoreFault::Unnamed;
    if (index.column() == StoreDamageModel::What)
        option->font = monoFont(TextSize::Normal);
    if (index.column() == StoreDamageModel::State)
        setInk(option, harmless ? theme.sub : theme.red);
}

void dressRecipe(QStyleOptionViewItem* option, const QModelIndex& index)
{
    const QVariant state = index.siblingAtColumn(0).data(StateRole);
    if (!state.isValid())
        return option->font.setWeight(QFont::DemiBold);
    const bool replaced = EffectiveModel::State(state.toInt()) == EffectiveModel::State::Replaced;
    option->font.setStrikeOut(replaced && index.column() == EffectiveModel::What);
    if (replaced || index.column() == EffectiveModel::Kind)
        setInk(option, themeOf(option->palette).sub);
}

} // namespace

ImageDelegate::ImageDelegate(Rows rows, QWidget* parent) : QStyledItemDelegate(parent), m_rows(rows) {}

QSize ImageDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize needed = QStyledItemDelegate::sizeHint(option, index);
    return {needed.width(), std::max(needed.height(), imageRowHeight)};
}

void ImageDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    switch (m_rows) {
    case Rows::Lineage:
        return dressImage(option, index);
    case Rows::Differences:
        return dressDifference(option, index);
    case Rows::Pruning:
        return dressBuild(option, index);
    case Rows::Damage:
        return dressDamage(option, index);
    case Rows::Recipe:
        return dressRecipe(option, index);
    }
}

} // namespace snowmelt
