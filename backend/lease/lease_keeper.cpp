// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/lease/lease_keeper.h"

#include "backend/execution/completion.h"
#include "backend/execution/timing.h"
#include "models/domain/event_json.h"

#include <QMap>

#include <algorithm>

#include <time.h>

namespace snowmelt {

namespace {

/// Runs on while the machine is suspended, and no clock setting moves it.
std::chrono::milliseconds awakeAndAsleep()
{
    timespec time = {};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::milliseconds(time.tv_sec * 1000 + time.tv_nsec / 1'000'000);
}

bool isLoss(const Result<Done>& result)
{
    return result.failed() && result.error().code == ErrorCode::LeaseLost;
}

/// A deployment that is resumed says its plan again; how far it came stays true.
bool isTheSame(const Plan& plan, const QJsonObject& noted)
{
    return noted.value(QLatin1String("deployment")).toString() == plan.deployment;
}

/// What is true once this has been said. One that goes on with what was open keeps its step until it begins another.
LeaseNote noteAfter(LeaseNote note, const EventBody& body)
{
    if (const auto* made = std::get_if<PlanMade>(&body)) {
        if (!isTheSame(made->plan, note.plan))
            note = {};
        note.plan = toJson(made->plan);
    } else if (const auto* begun = std::get_if<StepBegun>(&body)) {
        note.step = begun->step;
    } else if (const auto* back = std::get_if<RollingBack>(&body)) {
        note.goingBack = true;
        note.step = std::max(note.step, back->from);
    }
    return note;
}

} // namespace

/// Shared with the loops: they may outlive the keeper by a turn of the event loop.
struct LeaseKeeper::State
{
    State(std::shared_ptr<FleetLeases> all, HeldLease lease, LeaseHooks calls)
        : leases(std::move(all)), held(std::move(lease)), hooks(std::move(calls)), confirmed(awakeAndAsleep()),
          noted(held.open)
    {
    }

    CallContext context() const { return {stop.token(), QDeadlineTimer(QDeadlineTimer::Forever)}; }
    bool stopped() const { return stop.token().isCancelled(); }
    const LeaseTiming& timing() const { return leases->timing(); }
    std::chrono::milliseconds left() const { return confirmed + std::chrono::seconds(held.seconds) - awakeAndAsleep(); }
    void lose(const Error& error)
    {
        if (stopped())
            return;
        loss = error;
        stop.cancel();
        hooks.onLost(error);
    }
    void loseUnreachable(const Error& last)
    {
        lose({ErrorCode::LeaseLost,
              {leases->fleet(), QString(), QStringLiteral("expired unreachable")},
              codeName(last.code) + u' ' + last.args.join(u' ') + u' ' + last.detail});
    }
    /// What a call that renews has come to. `asked`: before it was sent, so that we never think it ours too long.
    void take(const Result<Done>& renewed, std::chrono::milliseconds asked)
    {
        if (renewed.ok())
            confirmed = asked;
        else if (isLoss(renewed))
            lose(renewed.error());
        else if (renewed.failed() && left().count() <= 0)
            loseUnreachable(renewed.error());
    }
    void wish(const LeaseNote& next)
    {
        isNoted = isNoted && next == noted;
        noted = next;
    }
    /// What was asked already is not asked of the deployment again, its answer got lost.
    QByteArray replyTo(const LeaseAsk& ask)
    {
        if (const auto known = replies.constFind(ask.id); known != replies.constEnd())
            return *known;
        const Result<LeaseRequest> request = parseRequest(ask.text);
        const QByteArray reply = replyText(
            request.failed() ? request.error() : hooks.onRequest(request->command, request->person, request->seconds));
        replies.insert(ask.id, reply);
        return reply;
    }

    std::shared_ptr<FleetLeases> leases;
    HeldLease held;
    LeaseHooks hooks;
    CancelSource stop;
    Completion renewalEnded;
    Completion listeningEnded;
    std::chrono::milliseconds confirmed; ///< when the lease was last known to be ours, by awakeAndAsleep()
    LeaseNote noted;
    bool isNoted = true;   ///< the host has `noted`
    bool hasNoted = false; ///< it has something of us, not only what it had
    std::optional<Error> loss;
    QMap<QString, QByteArray> replies;
};

LeaseKeeper::LeaseKeeper(std::shared_ptr<FleetLeases> leases, HeldLease held, LeaseHooks hooks)
    : d(std::make_shared<State>(std::move(leases), std::move(held), std::move(hooks)))
{
    renewing(d);
    listening(d);
}

LeaseKeeper::~LeaseKeeper()
{
    d->stop.cancel();
}

const HeldLease& LeaseKeeper::held() const
{
    return d->held;
}

bool LeaseKeeper::isFresh() const
{
    return !d->loss && d->left().count() > 0;
}

QCoro::Task<> LeaseKeeper::renewing(StatePtr state)
{
    const LeaseTiming timing = state->timing();
    std::chrono::milliseconds delay = timing.renew;
    std::chrono::milliseconds failedAt{0};
    Result<Done> renewed = Done{};
    while (!state->stopped()) {
        Task<Done> waiting =
            pause(std::min(delay, std::max(state->left(), std::chrono::milliseconds(1))), state->context());
        const Result<Done> waited = co_await waiting;
        if (!waited)
            break;
        const std::chrono::milliseconds asked = awakeAndAsleep();
        const bool isOver = state->left().count() <= 0;
        if (isOver && renewed.failed() && asked - failedAt < 2 * timing.again) {
            state->loseUnreachable(renewed.error());
            break;
        }
        // After a long sleep nothing is left, and one more question is the only way to know.
        const auto limit = isOver ? timing.call : std::min(state->left(), timing.call);
        Task<Done> renewal = state->leases->renew(state->held.token, state->context().within(limit));
        renewed = co_await renewal;
        failedAt = awakeAndAsleep();
        state->take(renewed, asked);
        delay = renewed ? timing.renew : timing.again;
    }
    state->renewalEnded.fire();
}

QCoro::Task<> LeaseKeeper::listening(StatePtr state)
{
    while (!state->stopped()) {
        const LeaseTiming& timing = state->timing();
        Task<LeaseView> asking = state->leases->store().awaitAsk(state->held.token, timing.listen,
                                                                 state->context().within(timing.listen + timing.call));
        const Result<LeaseView> view = co_await asking;
        bool heard = false;
        if (view) {
            Task<Done> answers = answering(state, *view);
            const Result<Done> answered = co_await answers;
            heard = answered.ok();
        }
        if (heard || state->stopped())
            continue;
        Task<Done> waiting = pause(timing.again, state->context());
        (void)co_await waiting;
    }
    state->listeningEnded.fire();
}

/// A taker wakes us, so that we stop at once and not at the next renewal.
Task<Done> LeaseKeeper::answering(StatePtr state, LeaseView view)
{
    const Result<LeaseBook> book = parseBook(view.book, state->leases->store().name());
    if (!book)
        co_return book.as<Done>();
    if (!findLease(*book, state->held.token)) {
        state->lose(lostLease(*book, state->leases->fleet(), state->held.token));
        co_return Done{};
    }
    for (const LeaseAsk& ask : std::as_const(view.asks)) {
        if (state->stopped())
            break;
        const QByteArray reply = state->replyTo(ask);
        // Even when the deployment has just ended because of it: who asked shall know.
        const CallContext context = CallContext::cleanup(state->timing().call);
        Task<Done> answer = state->leases->store().answer(state->held.token, ask.id, reply, context);
        const Result<Done> answered = co_await answer;
        if (!answered)
            co_return answered;
        state->replies.remove(ask.id);
    }
    co_return Done{};
}

/// A last try that had too little time left says less than what broke the one before it.
static Result<Done> tellingOf(const Result<Done>& before, const Result<Done>& last)
{
    const bool ranOut = last.failed() && last.error().code == ErrorCode::TimedOut;
    return ranOut && before.failed() ? before : last;
}

Task<Done> LeaseKeeper::note(EventBody body, CallContext context)
{
    const StatePtr state = d; // the keeper may go meanwhile
    state->wish(noteAfter(state->noted, body));
    Result<Done> noted = Done{};
    while (!state->isNoted && !state->stopped()) {
        const std::chrono::milliseconds asked = awakeAndAsleep();
        Task<Done> call = state->leases->note(state->held.token, state->noted, context.within(state->timing().call));
        const Result<Done> answer = co_await call;
        noted = tellingOf(noted, answer);
        state->take(noted, asked);
        state->isNoted = noted.ok();
        state->hasNoted |= noted.ok();
        if (noted || state->stopped())
            continue;
        Task<Done> waiting = pause(state->timing().again, context);
        const Result<Done> waited = co_await waiting;
        if (!waited)
            co_return waited.cancelled() ? waited : noted;
    }
    co_return state->loss ? Result<Done>(*state->loss) : noted;
}

Task<Done> LeaseKeeper::end(WorkLeft left, CallContext context)
{
    const StatePtr state = d;
    state->stop.cancel();
    co_await state->renewalEnded;
    co_await state->listeningEnded;
    if (state->loss)
        co_return Done{};
    if (!state->isNoted && left == WorkLeft::Open) {
        Task<Done> call = state->leases->note(state->held.token, state->noted, context);
        (void)co_await call; // the release says whether the host can be reached
    }
    Task<Done> releasing = state->leases->release(state->held.token, state->hasNoted ? left : WorkLeft::Open, context);
    const Result<Done> released = co_await releasing;
    if (isLoss(released))
        co_return Done{};
    co_return released;
}

} // namespace snowmelt
