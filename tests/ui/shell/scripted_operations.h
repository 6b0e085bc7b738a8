// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/operations.h"
#include "tests/models/document/sample_events.h"

#include <QMap>

namespace snowmelt {

/// The port with a person behind it: remembers what was asked, and says what the test tells it to say.
class ScriptedOperations final : public Operations
{
public:
    OperationId start(const Request& request) override
    {
        const OperationId id = QStringLiteral("op%1").arg(++m_count);
        m_requests.insert(id, request);
        m_order.append(id);
        say(id, Started{verbOf(request.intent), request.blueprint.name, subjectOf(request.intent)});
        // Answers come later, as they do from another thread.
        QMetaObject::invokeMethod(
            this, [this, id, intent = request.intent] { answerReads(id, intent); }, Qt::QueuedConnection);
        return id;
    }

    void cancel(const OperationId& id) override { cancelled.append(id); }
    void answer(const OperationId&, const AccessAnswer& answer) override { answers.append(answer); }

    void say(const OperationId& id, EventBody body)
    {
        Q_EMIT event(Event{id, QDateTime::currentDateTimeUtc(), std::move(body)});
    }
    void finish(const OperationId& id, OutcomeKind outcome = OutcomeKind::Done, Safety safety = Safety::AsWanted,
                std::optional<Error> error = {})
    {
        say(id, Finished{outcome, safety, std::move(error), 1200});
    }

    /// The last operation that was started with this kind of intent; empty: none.
    template <typename Wanted>
    OperationId lastOf() const
    {
        for (auto id = m_order.rbegin(); id != m_order.rend(); ++id) {
            if (std::holds_alternative<Wanted>(m_requests.value(*id).intent))
                return *id;
        }
        return {};
    }
    Blueprint blueprintOf(const OperationId& id) const { return m_requests.value(id).blueprint; }
    template <typename Wanted>
    Wanted intent(const OperationId& id) const
    {
        return std::get<Wanted>(m_requests.value(id).intent);
    }

    QList<OperationId> cancelled;
    QList<AccessAnswer> answers;
    QList<ImageRecord> images = sample::images(false);
    QList<HistoryEntry> pastEntries{past("h2", "scan", "failed"), past("h1", "up", "done")};
    bool answersHistory = true; ///< false: the test answers
    std::optional<Plan> plan;   ///< answers a PlanIntent at once; nullopt: the test answers

private:
    void answerReads(const OperationId& id, const Intent& intent)
    {
        if (std::holds_alternative<ImagesIntent>(intent)) {
            say(id, ImagesListed{images});
            finish(id, OutcomeKind::Done, Safety::Unchanged);
        } else if (std::holds_alternative<HistoryIntent>(intent) && answersHistory) {
            say(id, HistoryListed{pastEntries});
            finish(id, OutcomeKind::Done, Safety::Unchanged);
        } else if (std::holds_alternative<PlanIntent>(intent) && plan) {
            say(id, PlanMade{*plan});
            finish(id, OutcomeKind::Done, Safety::Unchanged);
        }
    }

    static HistoryEntry past(const char* id, const char* verb, const char* outcome)
    {
        return {QString::fromLatin1(id),
                QString::fromLatin1(verb),
                QStringLiteral("shop"),
                {},
                QStringLiteral("kim@lab"),
                sample::at(0),
                sample::at(9),
                QString::fromLatin1(outcome)};
    }

    int m_count = 0;
    QMap<OperationId, Request> m_requests;
    QList<OperationId> m_order;
};

} // namespace snowmelt
