// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/compare/moment_loader.h"

#include "models/wording/wording.h"
#include "ui/shell/frame/session.h"

#include <utility>

namespace snowmelt {

namespace {

QString whyFailed(const Error& error)
{
    const Sentence said = sentence(error);
    return said.what + u' ' + said.next;
}

} // namespace

MomentLoader::MomentLoader(Session* session, QObject* parent) : QObject(parent), m_session(session)
{
    const FleetDocument* document = session->document();
    connect(document, &FleetDocument::recorded, this, &MomentLoader::take);
    connect(document, &FleetDocument::operationFinished, this, &MomentLoader::settle);
}

void MomentLoader::load(const MomentChoice& choice)
{
    m_choice = choice;
    m_asking.clear();
    m_events.clear();
    m_past.reset();
    if (choice.deployment.isEmpty())
        return follow();
    ReplayIntent intent;
    intent.operation = choice.deployment;
    m_asking = m_session->start(intent);
}

void MomentLoader::follow()
{
    switch (m_choice.kind) {
    case MomentChoice::Kind::Declared:
        return tell();
    case MomentChoice::Kind::Now:
        return tellNow();
    case MomentChoice::Kind::Before:
    case MomentChoice::Kind::After:
        // What is past stays as it was, however often somebody looks at the fleet.
        if (m_past && m_session->document()->blueprint() != m_told)
            tell();
        return;
    }
}

void MomentLoader::exchange(MomentLoader& other)
{
    std::swap(m_choice, other.m_choice);
    std::swap(m_asking, other.m_asking);
    std::swap(m_events, other.m_events);
    std::swap(m_past, other.m_past);
    std::swap(m_told, other.m_told);
}

/// A fleet that nobody could look at is not one of which nothing runs.
void MomentLoader::tellNow()
{
    const FleetState& fleet = m_session->document()->fleet();
    if (fleet.observedAt.isNull())
        Q_EMIT failed(tr("Nobody has looked at the fleet yet."));
    else if (!fleet.isUp() && !fleet.complete())
        Q_EMIT failed(whyFailed(fleet.blind.first()));
    else
        tell();
}

void MomentLoader::tell()
{
    const FleetDocument* document = m_session->document();
    m_told = document->blueprint();
    Q_EMIT loaded({m_choice.kind, m_told, document->fleet(), m_past});
}

void MomentLoader::take(const OperationId& id, const Event& event)
{
    if (id == m_asking)
        m_events.append(event);
}

void MomentLoader::settle(const OperationId& id, const Finished& finished)
{
    if (id != m_asking)
        return;
    m_asking.clear();
    if (finished.error) {
        Q_EMIT failed(whyFailed(*finished.error));
        return;
    }
    const auto past = std::make_shared<const Replay>(std::exchange(m_events, {}));
    if (!past->hasFleet()) {
        Q_EMIT failed(tr("The journal has no look at the fleet of that time."));
        return;
    }
    m_past = past;
    tell();
}

} // namespace snowmelt
