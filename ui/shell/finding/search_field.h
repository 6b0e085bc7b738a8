// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace snowmelt {

/// Where a person types what is looked for. The keys that go through the hits are the field's: the focus stays in it.
class SearchField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(QWidget* parent);

Q_SIGNALS:
    void stepped(int by); ///< arrow and page keys: rows of the list
    void taken(int step); ///< Return: this one, then the next; with Shift the one before
    void entered();       ///< the focus came
    void left();          ///< the focus went
    void escaped();

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace snowmelt
