// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/dialogs/dialog_frame.h"

namespace snowmelt {

/// Before what was typed in a recipe would be lost.
class UnsavedRecipeQuestion final : public DialogFrame
{
    Q_OBJECT
public:
    UnsavedRecipeQuestion(const QString& file, QWidget* parent);

Q_SIGNALS:
    void saveAsked();
    void discardAsked();
};

/// Somebody else wrote the recipe since it was read, or took it away.
class ChangedRecipeQuestion final : public DialogFrame
{
    Q_OBJECT
public:
    ChangedRecipeQuestion(const QString& file, bool gone, QWidget* parent);

Q_SIGNALS:
    void overwriteAsked();
    void theirsAsked();
};

} // namespace snowmelt
