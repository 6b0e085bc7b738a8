// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/blueprint_editor.h"

#include "models/domain/blueprint/parse_blueprint.h"

#include <QUndoCommand>
#include <QUndoStack>

namespace snowmelt {

/// Keeps the cuts, not the texts: taken back, they give the bytes from before.
class BlueprintEditor::Command final : public QUndoCommand
{
public:
    Command(BlueprintEditor* editor, Edit edit, QList<Splice> splices)
        : m_editor(editor), m_edit(std::move(edit)), m_splices(std::move(splices))
    {
    }

    const Edit& edit() const { return m_edit; }
    void undo() override { m_editor->splice(inverse(m_splices)); }
    void redo() override { m_editor->splice(m_splices); }

private:
    BlueprintEditor* m_editor;
    Edit m_edit;
    QList<Splice> m_splices;
};

BlueprintEditor::BlueprintEditor(QObject* parent) : QObject(parent), m_stack(new QUndoStack(this)) {}

BlueprintEditor::~BlueprintEditor() = default;

void BlueprintEditor::open(const QByteArray& text, const Blueprint& blueprint)
{
    m_stack->clear();
    m_open = true;
    m_text = text;
    m_savedText = text;
    m_blueprint = blueprint;
    Q_EMIT changed();
}

Edited BlueprintEditor::preview(const Edit& edit) const
{
    return edited(m_text, m_blueprint.path, edit);
}

std::optional<EditRefusal> BlueprintEditor::edit(const Edit& edit)
{
    const Edited outcome = preview(edit);
    if (!outcome.ok())
        return outcome.refusal;
    m_stack->push(new Command(this, edit, outcome.splices));
    Q_EMIT changed();
    return std::nullopt;
}

const BlueprintEditor::Command* BlueprintEditor::commandAt(int index) const
{
    return static_cast<const Command*>(m_stack->command(index));
}

const Edit* BlueprintEditor::toUndo() const
{
    return m_stack->canUndo() ? &commandAt(m_stack->index() - 1)->edit() : nullptr;
}

const Edit* BlueprintEditor::toRedo() const
{
    return m_stack->canRedo() ? &commandAt(m_stack->index())->edit() : nullptr;
}

void BlueprintEditor::undo()
{
    m_stack->undo();
    Q_EMIT changed();
}

void BlueprintEditor::redo()
{
    m_stack->redo();
    Q_EMIT changed();
}

void BlueprintEditor::splice(const QList<Splice>& splices)
{
    m_text = spliced(m_text, splices);
    // Every text an edit leads to was read before it was offered, so it can be read.
    m_blueprint = parseBlueprint(m_text, m_blueprint.path).value;
}

void BlueprintEditor::noteSaved()
{
    m_savedText = m_text;
    m_stack->setClean();
    Q_EMIT changed();
}

std::optional<QList<Edit>> BlueprintEditor::unsavedEdits() const
{
    const int clean = m_stack->cleanIndex();
    if (clean < 0 || clean > m_stack->index())
        return std::nullopt;
    QList<Edit> edits;
    for (int i = clean; i < m_stack->index(); ++i)
        edits.append(commandAt(i)->edit());
    return edits;
}

Edited replayed(const QByteArray& text, const QString& path, const QList<Edit>& edits)
{
    Edited outcome{text, {}, {}, {}};
    for (const Edit& edit : edits) {
        outcome = edited(outcome.text, path, edit);
        if (!outcome.ok())
            break;
    }
    return outcome;
}

} // namespace snowmelt
