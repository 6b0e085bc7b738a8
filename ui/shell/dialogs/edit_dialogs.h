// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/ties.h"
#include "ui/shell/dialogs/edit_dialog.h"

namespace snowmelt {

/// One dialog for each kind of edit; shown with open().
EditDialog* makeAddDialog(const EditTarget& target, PartKind kind, QWidget* parent);
EditDialog* makeResizeDialog(const EditTarget& target, const QString& group, QWidget* parent);
EditDialog* makeRenameDialog(const EditTarget& target, const QString& part, QWidget* parent);
EditDialog* makeImageDialog(const EditTarget& target, const QString& part, QWidget* parent);
EditDialog* makeConnectDialog(const EditTarget& target, const QString& part, QWidget* parent);
EditDialog* makeDisconnectDialog(const EditTarget& target, const QString& part, QWidget* parent);
EditDialog* makeDeleteDialog(const EditTarget& target, const QString& part, QWidget* parent);

} // namespace snowmelt
