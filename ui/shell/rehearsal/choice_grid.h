// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace snowmelt {

/// The columns that all rows of a rehearsal's choices share: two of names and fields, and what is left.
enum ChoiceColumn { ChoiceName, ChoiceField, ChoiceGap, SecondName, SecondField, ChoiceRest };

/// Keeps its columns' widths while a row is hidden: nothing moves when it opens. A short second name stands by its
/// field, not where a longer one that is hidden would begin.
inline void addChoice(QGridLayout* grid, int row, ChoiceColumn column, QLabel* name, QWidget* field)
{
    const auto keep = [grid](int at, const QWidget* part) {
        grid->setColumnMinimumWidth(at, std::max(grid->columnMinimumWidth(at), part->sizeHint().width()));
    };
    name->setBuddy(field);
    grid->addWidget(name, row, column, column == SecondName ? Qt::AlignRight | Qt::AlignVCenter : Qt::Alignment());
    grid->addWidget(field, row, column + 1);
    keep(column, name);
    keep(column + 1, field);
}

} // namespace snowmelt
