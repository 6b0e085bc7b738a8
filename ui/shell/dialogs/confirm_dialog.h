// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/dialogs/dialog_frame.h"

class QCheckBox;

namespace snowmelt {

class FleetDocument;

/// A question with its consequences, as a value.
struct Question
{
    QString name; ///< object name of the dialog
    QString title;
    QString text;
    QStringList steps; ///< what will be done, in order
    QString warning;   ///< what is lost; empty: nothing
    QString action;    ///< the primary button
    QString choice;    ///< a check box; empty: none
};

Question upQuestion(const FleetDocument& document);
Question downQuestion(const FleetDocument& document);
Question cancelDeploymentQuestion(const FleetDocument& document);

class ConfirmDialog final : public DialogFrame
{
    Q_OBJECT
public:
    ConfirmDialog(const Question& question, QWidget* parent);
    bool isChosen() const; ///< the check box
private:
    QCheckBox* m_choice = nullptr;
};

} // namespace snowmelt
