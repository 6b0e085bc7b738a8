// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/export.h"
#include "ui/shell/dialogs/dialog_frame.h"

class QComboBox;
class QLineEdit;

namespace snowmelt {

class FleetDocument;

/// Writes the diagram as SVG or PNG.
class ExportDialog final : public DialogFrame
{
    Q_OBJECT
public:
    ExportDialog(FleetDocument* document, QWidget* parent);

Q_SIGNALS:
    void exported(const QString& path);

private:
    void browse();
    void follow();
    void write();
    ExportOptions options() const;

    FleetDocument* m_document;
    QLineEdit* m_path;
    QComboBox* m_look;
    QComboBox* m_scale;
};

} // namespace snowmelt
