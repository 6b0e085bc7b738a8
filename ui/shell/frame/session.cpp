// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/session.h"

#include "models/document/fold_operation.h"

namespace snowmelt {

Session::Session(Operations* operations, QObject* parent)
    : QObject(parent), m_operations(operations), m_document(new FleetDocument(this))
{
    connect(operations, &Operations::event, this, &Session::take);
}

Session::~Session()
{
    if (m_operations && isLive())
        m_operations->cancel(m_watch);
}

void Session::open(const Blueprint& blueprint)
{
    if (isLive())
        m_operations->cancel(m_watch);
    m_left += m_running;
    m_running.clear();
    m_watch.clear();
    m_document->open(blueprint);
    look();
    Q_EMIT underWayChanged();
}

OperationId Session::start(const Intent& intent)
{
    const OperationId id = m_operations->start(Request{m_document->blueprint(), intent});
    m_running.insert(id);
    return id;
}

void Session::cancel(const OperationId& id)
{
    m_document->noteCancelAsked(id);
    m_operations->cancel(id);
}

void Session::look()
{
    if (!isLive()) {
        m_watch = start(WatchIntent{});
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
