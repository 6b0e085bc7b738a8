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
    void undo() override
    {
        m_editor->splice(inverse(m_splices));
        m_editor->noteRename(m_edit, true);
    }
    void redo() override
    {
        m_editor->splice(m_splices);
        m_editor->noteRename(m_edit, false);
    }

private:
    BlueprintEditor* m_editor;
    Edit m_edit;
    QList<Splice> m_splices;
};

class BlueprintEditor::Aside final : public QUndoCommand
{
public:
    explicit Aside(std::unique_ptr<AsideStep> step) : m_step(std::move(step)) {}

    const AsideStep& step() const { return *m_step; }
    void undo() override { m_step->undo(); }
    void redo() override { m_step->redo(); }
    /// Of one kind only; QUndoStack asks nothing of commands of another.
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* next) override
    {
        return m_step->absorb(*static_cast<const Aside*>(next)->m_step);
    }

private:
    std::unique_ptr<AsideStep> m_step;
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

void BlueprintEditor::take(std::unique_ptr<AsideStep> step)
{
    m_stack->push(new Aside(std::move(step)));
    Q_EMIT changed();
}

bool BlueprintEditor::canUndo() const
{
    return m_stack->canUndo();
}

bool BlueprintEditor::canRedo() const
{
    return m_stack->canRedo();
}

const Edit* BlueprintEditor::editAt(int index) const
{
    const auto* command = dynamic_cast<const Command*>(m_stack->command(index));
    return command ? &command->edit() : nullptr;
}

const AsideStep* BlueprintEditor::asideAt(int index) const
{
    const auto* aside = dynamic_cast<const Aside*>(m_stack->command(index));
    return aside ? &aside->step() : nullptr;
}

const Edit* BlueprintEditor::toUndo() const
{
    return editAt(m_stack->index() - 1);
}

const Edit* BlueprintEditor::toRedo() const
{
    return editAt(m_stack->index());
}

const AsideStep* BlueprintEditor::asideToUndo() const
{
    return asideAt(m_stack->index() - 1);
}

const AsideStep* BlueprintEditor::asideToRedo() const
{
    return asideAt(m_stack->index());
}

void BlueprintEditor::noteRename(const Edit& edit, bool undone)
{
    const auto* rename = std::get_if<Rename>(&edit);
    if (rename && undone)
        Q_EMIT renamed(rename->to, rename->part);
    else if (rename)
        Q_EMIT renamed(rename->part, rename->to);
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
        if (const Edit* edit = editAt(i))
            edits.append(*edit);
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
