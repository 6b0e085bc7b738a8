// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/compare/moment_loader.h"

#include "models/document/replay.h"
#include "models/wording/wording.h"
#include "ui/shell/frame/session.h"

namespace snowmelt {

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
    const FleetDocument* document = m_session->document();
    switch (choice.kind) {
    case MomentChoice::Kind::Declared:
        Q_EMIT loaded(declaredMoment(document->blueprint(), document->fleet()));
        return;
    case MomentChoice::Kind::Now:
        Q_EMIT loaded({document->blueprint(), document->fleet(), true});
        return;
    case MomentChoice::Kind::Before:
    case MomentChoice::Kind::After:
        break;
    }
    ReplayIntent intent;
    intent.operation = choice.deployment;
    m_asking = m_session->start(intent);
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
        const Sentence said = sentence(*finished.error);
        Q_EMIT failed(QString(said.what + u' ' + said.next));
        return;
    }
    const Replay replay(std::exchange(m_events, {}));
    if (!replay.hasFleet()) {
        Q_EMIT failed(tr("The journal has no look at the fleet of that time."));
        return;
    }
    const qint64 ms = m_choice.kind == MomentChoice::Kind::Before ? 0 : replay.durationMs();
    Q_EMIT loaded({m_session->document()->blueprint(), replay.at(ms).fleet, true});
}

} // namespace snowmelt
