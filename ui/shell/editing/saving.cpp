// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/editing/saving.h"

#include "ui/shell/dialogs/edit_unsaved.h"
#include "ui/shell/editing/blueprint_file.h"
#include "ui/shell/editing/edit_words.h"
#include "ui/shell/frame/session.h"

#include <QFileInfo>

namespace snowmelt {

Saving::Saving(Session* session, QWidget* window) : QObject(window), m_session(session), m_window(window) {}

void Saving::save(const Then& then)
{
    const BlueprintEditor* editor = m_session->editor();
    if (editor->isModified())
        write(editor->savedText(), editor->text(), editor->blueprint(), then);
    else if (then)
        then();
}

void Saving::write(const std::optional<QByteArray>& expected, const QByteArray& text, const Blueprint& blueprint,
                   const Then& then)
{
    const QString name = QFileInfo(blueprint.path).fileName();
    const WriteOutcome outcome = writeBlueprintFile(blueprint.path, expected, text);
    if (outcome.kind == WriteOutcome::Kind::ChangedMeanwhile)
        return askAboutTheirs(outcome.theirs, then);
    if (outcome.kind == WriteOutcome::Kind::Failed) {
        Q_EMIT failed(tr("%1 could not be written, and is as it was: %2").arg(name, outcome.reason));
        return;
    }
    m_session->noteSaved(text, blueprint);
    Q_EMIT said(tr("Saved to %1").arg(name));
    if (then)
        then();
}

/// Our changes made once more, on their text.
Edited Saving::mergedInto(const QByteArray& theirs) const
{
    const BlueprintEditor* editor = m_session->editor();
    const std::optional<QList<Edit>> edits = editor->unsavedEdits();
    if (!edits)
        return {{}, {}, {}, EditRefusal{EditRefusal::Why::Layout, {}, {}}};
    return replayed(theirs, editor->blueprint().path, *edits);
}

void Saving::askAboutTheirs(const std::optional<QByteArray>& theirs, const Then& then)
{
    const BlueprintEditor* editor = m_session->editor();
    const Edited merged = theirs ? mergedInto(*theirs) : Edited();
    const QString whyNot = merged.ok() ? QString() : refusalText(*merged.refusal);
    auto* question = new ChangedFileQuestion(
        {QFileInfo(editor->blueprint().path).fileName(), !theirs.has_value(), whyNot}, m_window);
    connect(question, &ChangedFileQuestion::overwriteAsked, this, [this, theirs, then] {
        write(theirs, m_session->editor()->text(), m_session->editor()->blueprint(), then);
    });
    connect(question, &ChangedFileQuestion::mergeAsked, this,
            [this, theirs, merged, then] { write(theirs, merged.text, merged.blueprint, then); });
    question->open();
}

void Saving::whenSaved(const Then& then)
{
    if (!m_session->editor()->isModified())
        return then();
    const QString name = QFileInfo(m_session->editor()->blueprint().path).fileName();
    auto* question = new UnsavedQuestion(name, m_window);
    connect(question, &UnsavedQuestion::saveAsked, this, [this, then] { save(then); });
    connect(question, &UnsavedQuestion::discardAsked, m_session, &Session::discardEdits);
    connect(question, &UnsavedQuestion::discardAsked, this, then, Qt::QueuedConnection);
    question->open();
}

} // namespace snowmelt
