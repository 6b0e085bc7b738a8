// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/empty_page.h"

#include "ui/shell/style/look.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

EmptyPage::EmptyPage(const QString& title, const QString& text, const QString& action, QWidget* parent)
    : QWidget(parent)
{
    QVBoxLayout* column = makeColumn(this, 4 * metric::unit);
    QLabel* head = makeLabel(title, TextSize::Large, QFont::DemiBold, Ink::Text, this);
    head->setObjectName(QStringLiteral("emptyTitle"));
    QLabel* words = makeLabel(text, TextSize::Normal, QFont::Normal, Ink::Sub, this);
    words->setObjectName(QStringLiteral("emptyText"));
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignHCenter);
    column->addStretch(2);
    column->addWidget(head, 0, Qt::AlignHCenter);
    column->addWidget(words);
    if (!action.isEmpty()) {
        auto* button = new QPushButton(action, this);
        button->setObjectName(QStringLiteral("emptyAction"));
        connect(button, &QPushButton::clicked, this, &EmptyPage::asked);
        column->addWidget(button, 0, Qt::AlignHCenter);
    }
    column->addStretch(3);
}

} // namespace snowmelt
