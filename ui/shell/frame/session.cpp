// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/session.h"

#include "models/document/fold_operation.h"
#include "ui/shell/arrangement/place_keeper.h"
#include "ui/shell/frame/settings.h"

#include <algorithm>

namespace snowmelt {

Session::Session(Operations* operations, QObject* parent)
    : QObject(parent), m_operations(operations), m_document(new FleetDocument(this)),
      m_editor(new BlueprintEditor(this)), m_places(new PlaceKeeper(m_document, m_editor, this))
{
    connect(m_editor, &BlueprintEditor::changed, this, [this] {
        if (m_document->isOpen())
            m_document->setBlueprint(m_editor->blueprint(), m_editor->isModified());
    });
    connect(operations, &Operations::event, this, &Session::take);
}

Session::~Session()
{
    if (m_operations && isLive())
        m_operations->cancel(m_watch);
}

void Session::open(const QByteArray& text, const Blueprint& blueprint)
{
    if (isLive())
        m_operations->cancel(m_watch);
    m_left += m_running;
    m_running.clear();
    m_watch.clear();
    m_saved = blueprint;
    m_places->open(blueprint.path);
    m_document->open(blueprint);
    m_document->setScanSeconds(Settings::scanSeconds(blueprint.path));
    m_editor->open(text, blueprint);
    look();
    Q_EMIT underWayChanged();
}

void Session::noteSaved(const QByteArray& text, const Blueprint& blueprint)
{
    m_saved = blueprint;
    if (m_editor->text() == text)
        m_editor->noteSaved();
    else
        m_editor->open(text, blueprint);
    if (isLive())
        watchAnew();
}

void Session::discardEdits()
{
    QList<Edit> edits = m_editor->unsavedEdits().value_or(QList<Edit>());
    std::reverse(edits.begin(), edits.end());
    for (const Edit& edit : std::as_const(edits))
        if (const auto* rename = std::get_if<Rename>(&edit))
            m_places->rename(rename->to, rename->part);
    m_editor->open(m_editor->savedText(), m_saved);
}

/// Whoever watches looks for what the blueprint said when it began.
void Session::watchAnew()
{
    const OperationId last = m_watch;
    m_watch = start(WatchIntent{m_document->scanSeconds()});
    m_operations->cancel(last);
}

void Session::setScanSeconds(int seconds)
{
    if (seconds == m_document->scanSeconds())
        return;
    m_document->setScanSeconds(seconds);
    if (isLive())
        watchAnew();
}

OperationId Session::start(const Intent& intent)
{
    const OperationId id = m_operations->start(Request{m_saved, intent});
    m_running.insert(id);
    return id;
}

void Session::cancel(const OperationId& id)
{
    m_document->noteCancelAsked(id);
    m_operations->cancel(id);
}

void Session::answer(const OperationId& id, const AccessAnswer& answer)
{
    m_operations->answer(id, answer);
}

void Session::look()
{
    if (!isLive()) {
        m_watch = start(WatchIntent{m_document->scanSeconds()});
        Q_EMIT liveChanged(true);
    }
    readAgain();
}

void Session::readAgain()
{
    start(ImagesIntent{});
    start(HistoryIntent{});
}

QList<const OperationState*> Session::underWay() const
{
    QList<const OperationState*> running;
    for (const OperationState& operation : m_document->operations()) {
        if (operation.running())
            running.append(&operation);
    }
    return running;
}

void Session::take(const Event& event)
{
    const auto* finished = std::get_if<Finished>(&event.body);
    if (m_left.contains(event.operation)) {
        if (finished)
            m_left.remove(event.operation);
        if (const auto* asked = std::get_if<QuestionAsked>(&event.body)) // its fleet does not show any more
            m_operations->answer(event.operation, {asked->question.id, false, {}, false});
        return;
    }
    m_document->apply(event);
    if (std::holds_alternative<Started>(event.body))
        Q_EMIT underWayChanged();
    if (finished)
        settle(event, *finished);
}

void Session::settle(const Event& event, const Finished&)
{
    m_running.remove(event.operation);
    if (event.operation == m_watch) {
        m_watch.clear();
        Q_EMIT liveChanged(false);
    }
    const OperationState* operation = m_document->operation(event.operation);
    // Whatever a person did may have made images, and is history now.
    if (operation && !isQuiet(operation->verb, operation->subject))
        readAgain();
    Q_EMIT underWayChanged();
}

} // namespace snowmelt
