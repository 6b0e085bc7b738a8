// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/blueprint_editor.h"
#include "ui/shell/dialogs/dialog_frame.h"

#include <functional>

class QFormLayout;
class QTextEdit;

namespace snowmelt {

class FleetDocument;

/// What is open, for the dialogs that change it.
struct EditTarget
{
    BlueprintEditor* editor;
    const FleetDocument* document;
};

/// Asks for what an edit needs, and shows as it is typed what it means, which lines of the file it changes, or why it
/// cannot be made.
class EditDialog final : public DialogFrame
{
    Q_OBJECT
public:
    EditDialog(const EditTarget& target, const QString& title, const QString& action, QWidget* parent);

    QFormLayout* form() const { return m_form; }
    /// What the fields say now. Called whenever one of them changes, which they tell by follow().
    void setEdit(std::function<Edit()> edit);
    void follow();

Q_SIGNALS:
    void made(const snowmelt::Edit& edit);

private:
    void present(const Edited& outcome, const Edit& edit);
    void showLines(const QString& before, const QString& after);
    void grow();
    void make();

    EditTarget m_target;
    std::function<Edit()> m_edit;
    QFormLayout* m_form;
    QLabel* m_meaning;
    QTextEdit* m_lines;
};

} // namespace snowmelt
