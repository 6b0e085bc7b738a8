// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace snowmelt {

/// Stands where a list would be when there is nothing to list: says why, and what to do next.
class EmptyPage final : public QWidget
{
    Q_OBJECT
public:
    /// Without an action there is no button.
    EmptyPage(const QString& title, const QString& text, const QString& action, QWidget* parent);

Q_SIGNALS:
    void asked();
};

} // namespace snowmelt
