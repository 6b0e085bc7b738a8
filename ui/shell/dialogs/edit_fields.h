// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/dialogs/edit_dialog.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace snowmelt {

/// Fields of an edit dialog: each has a row with its name, and tells the dialog when it changes.
QLineEdit* addTextField(EditDialog* dialog, const QString& label, const QString& text);
/// Takes more than the blueprint does, so that what is wrong is said and not swallowed.
QSpinBox* addNumberField(EditDialog* dialog, const QString& label, int value);
QComboBox* addChoiceField(EditDialog* dialog, const QString& label, const QStringList& texts);
/// The versions a blueprint knows.
QComboBox* addImageField(EditDialog* dialog, const Blueprint& blueprint, const ImageRef& current);
ImageRef chosenImage(const QComboBox* field);
/// A name of this kind that no part has yet: "web", "web2", …
QString freeName(const Blueprint& blueprint, const QString& wanted);

} // namespace snowmelt
