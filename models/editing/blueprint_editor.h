// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/edited.h"

#include <QObject>

#include <memory>

class QUndoStack;

namespace snowmelt {

/// Something a person does beside the text, undone in its turn among the edits.
class AsideStep
{
public:
    virtual ~AsideStep() = default;
    virtual QString title() const = 0; ///< as undo and redo name it, in the language of the moment
    virtual void undo() = 0;
    virtual void redo() = 0;
    /// Makes `next`, which was done right after this one, a part of it; false: it stays a step of its own.
    virtual bool absorb(const AsideStep& next) = 0;
};

/// The text of the open blueprint, with edits that can be undone and that nobody else sees until it is saved. Reads and
/// writes no files.
class BlueprintEditor final : public QObject
{
    Q_OBJECT
public:
    explicit BlueprintEditor(QObject* parent = nullptr);
    ~BlueprintEditor() override;

    /// What is on disk, and what the parser makes of it. Forgets all edits.
    void open(const QByteArray& text, const Blueprint& blueprint);
    bool isOpen() const { return m_open; }

    const QByteArray& text() const { return m_text; }
    const Blueprint& blueprint() const { return m_blueprint; }
    const QByteArray& savedText() const { return m_savedText; } ///< as it is on disk, for all we know
    bool isModified() const { return m_text != m_savedText; }

    Edited preview(const Edit& edit) const; ///< changes nothing
    std::optional<EditRefusal> edit(const Edit& edit);
    void take(std::unique_ptr<AsideStep> step); ///< does it (redo()), and can undo it
    bool canUndo() const;
    bool canRedo() const;
    const Edit* toUndo() const; ///< null: there is nothing, or it is no edit
    const Edit* toRedo() const;
    const AsideStep* asideToUndo() const; ///< null: there is nothing, or it is an edit
    const AsideStep* asideToRedo() const;
    void undo();
    void redo();

    /// The text is on disk now.
    void noteSaved();
    /// What led from what is on disk to the text, in order; nullopt: it was undone behind the last save.
    std::optional<QList<Edit>> unsavedEdits() const;

Q_SIGNALS:
    /// Made, undone (then the other way round) or made again; changed() follows.
    void renamed(const QString& from, const QString& to);
    void changed(); ///< text, blueprint, what can be undone, or what is on disk

private:
    class Command;
    class Aside;
    const Edit* editAt(int index) const;
    const AsideStep* asideAt(int index) const;
    void noteRename(const Edit& edit, bool undone);
    void splice(const QList<Splice>& splices);

    QUndoStack* m_stack;
    bool m_open = false;
    QByteArray m_text;
    QByteArray m_savedText;
    Blueprint m_blueprint;
};

/// The edits one after the other on another text; the refusal of the first that cannot be made there.
Edited replayed(const QByteArray& text, const QString& path, const QList<Edit>& edits);

} // namespace snowmelt
