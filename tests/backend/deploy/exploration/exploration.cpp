// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/deploy/exploration/exploration.h"

#include "backend/balancer/haproxy/haproxy_config.h"
#include "models/domain/code_names.h"
#include "tests/backend/deploy/exploration/troubles.h"

#include <QTimer>

#include <algorithm>
#include <cstdlib>

namespace snowmelt::test {

using QCoro::waitFor;

namespace {

/// A whole deployment takes a twentieth of a second; one that still runs then never ends.
constexpr std::chrono::seconds longestRun{60};

void planAs(DeployRun& run, Setting setting)
{
    if (setting == Setting::Rebirth)
        run.planRebirthOf(QStringLiteral("web-2"));
    if (setting == Setting::Alone) {
        run.fleet.keepOnly(1);
        run.plan.blue = run.plan.blue.first(1);
        run.plan.green = run.plan.green.first(1);
    }
    if (setting == Setting::Same) {
        run.plan.to = run.fleet.blue;
        run.plan.toDigest = SimulatedFleet::digestOf(run.fleet.blue);
        for (PlannedNode& green : run.plan.green) {
            green.image = run.plan.to;
            green.digest = run.plan.toDigest;
        }
    }
}

void setClockwork(DeployRun& run)
{
    run.timing.second = DeployTiming::ms(5);
    run.timing.settleLimit = DeployTiming::ms(150);
    run.plan.healthSeconds = 20;
    run.plan.drainSeconds = 10;
}

/// One recipe, from its first start to its last.
class Run
{
public:
    explicit Run(const Recipe& recipe) : m_recipe(recipe), m_run(1)
    {
        planAs(m_run, recipe.setting);
        setClockwork(m_run);
        m_watch = std::make_unique<WorldWatch>(&m_run);
        m_troubles = std::make_unique<Troubles>(&m_run, m_watch.get());
    }
    Explored explore();

private:
    void start(const Launch& launch);
    Result<DeployEnd> perform(Purpose purpose);
    void refused(const Result<DeployEnd>& answer, const Launch& launch);
    void settle();
    void judgeEnd();
    void judgeClosed();
    void require(bool kept, const QString& promise, const QString& what = {});
    bool isWhole();
    bool saysTheTruth(Safety safety);
    QStringList servingNow();
    QStringList withoutLost(QStringList names) const;
    QString orphanedSlot();

    Recipe m_recipe;
    DeployRun m_run;
    std::unique_ptr<WorldWatch> m_watch;
    std::unique_ptr<Troubles> m_troubles;
    std::optional<DeployEnd> m_end; ///< of the last start; none: its process died
    QString m_broken;
    int m_starts = 0;
    bool m_adopted = false;
};

void Run::require(bool kept, const QString& promise, const QString& what)
{
    if (!kept && m_broken.isEmpty())
        m_broken = what.isEmpty() ? promise : QString(promise + u": "_qs + what);
}

QStringList Run::withoutLost(QStringList names) const
{
    names.removeIf([this](const QString& name) { return m_watch->lost().contains(name); });
    return names;
}

QStringList Run::servingNow()
{
    return withoutLost(m_run.serving().split(u' ', Qt::SkipEmptyParts));
}

/// One side stands whole and serves, the other is gone.
bool Run::isWhole()
{
    const QStringList nodes = m_run.nodes().split(u' ');
    const bool isBefore = nodes == m_watch->before() && servingNow() == withoutLost(m_watch->before());
    const bool isAfter = nodes == m_watch->after() && servingNow() == withoutLost(m_watch->after());
    return isBefore || isAfter;
}

bool Run::saysTheTruth(Safety safety)
{
    const QStringList nodes = m_run.nodes().split(u' ');
    const QStringList serving = servingNow();
    const bool servesBefore = serving == withoutLost(m_watch->before());
    const bool servesAfter = serving == withoutLost(m_watch->after());
    switch (safety) {
    case Safety::NothingTouched:
    case Safety::Unchanged:
    case Safety::BlueServes:
        return servesBefore && nodes == m_watch->before();
    case Safety::BlueServesGreenKept:
        return servesBefore && nodes != m_watch->before();
    case Safety::AsWanted:
    case Safety::GreenServesAlone:
        return servesAfter && nodes == m_watch->after();
    case Safety::GreenServes:
        return servesAfter && nodes != m_watch->after();
    default:
        return safety == Safety::Uncertain;
    }
}

Result<DeployEnd> Run::perform(Purpose purpose)
{
    switch (purpose) {
    case Purpose::Deploy:
        return m_run.run();
    case Purpose::Finish:
        break;
    case Purpose::Continue:
        return m_run.resume(Way::Continue);
    case Purpose::GoBack:
        return m_run.resume(Way::RollBack);
    case Purpose::Adopt:
        return m_run.resume(Way::Adopt);
    }
    return m_run.finish();
}

/// A way may be closed by what the journal and the world say; nothing else keeps a start from beginning but its own
/// troubles.
void Run::refused(const Result<DeployEnd>& answer, const Launch& launch)
{
    const QString why = answer.cancelled() ? u"cancelled"_qs : codeName(answer.error().code);
    m_run.log.append(u"(refused %1)"_qs.arg(why));
    const bool isClosed = answer.failed() && (answer.error().code == ErrorCode::WayClosed ||
                                              answer.error().code == ErrorCode::PastNoReturn);
    require(isClosed || answer.cancelled() || !launch.troubles.isEmpty(), u"settled"_qs, why);
}

void Run::start(const Launch& launch)
{
    ++m_starts;
    m_run.startAgain();
    m_troubles->arrange(launch.troubles);
    const Result<DeployEnd> answer = perform(launch.purpose);
    const bool died = m_run.isDead();
    m_run.startAgain();
    if (!died && !answer.ok())
        return refused(answer, launch);
    m_end = died ? std::nullopt : std::optional<DeployEnd>(*answer);
    m_adopted = m_end && m_end->outcome == OutcomeKind::Done && launch.purpose == Purpose::Adopt;
    m_run.log.append(m_end ? u"(%1 %2 %3)"_qs.arg(outcomeName(m_end->outcome), codeName(m_end->safety),
                                                  m_end->error ? codeName(m_end->error->code) : QString())
                           : u"(died)"_qs);
    judgeEnd();
}

/// Whoever did not die says what is so.
void Run::judgeEnd()
{
    if (!m_end)
        return;
    require(saysTheTruth(m_end->safety), u"told"_qs, codeName(m_end->safety));
    require(isWhole() || m_adopted || m_end->outcome != OutcomeKind::Done, u"open"_qs, outcomeName(m_end->outcome));
}

/// A start that nothing troubles ends what is open.
void Run::settle()
{
    if (m_end && (isWhole() || m_adopted))
        return;
    start({Purpose::Finish, {}});
    const bool ended = m_end && !m_end->error && isWhole();
    require(ended || m_troubles->mayStayOpen(), u"settled"_qs,
            m_end && m_end->error ? codeName(m_end->error->code) : QString());
}

QString Run::orphanedSlot()
{
    const Result<BalancerReading> reading = waitFor(m_run.fleet.driver.read(m_run.fleet.balancer(), {}));
    const BackendState* backend = reading ? reading->find(m_run.plan.group) : nullptr;
    if (!backend)
        return QStringLiteral("the balancer does not answer");
    for (const SlotState& slot : backend->slots_) {
        const QList<NodeFacts> nodes = m_run.fleet.platform.world().list(m_run.fleet.key);
        const bool isSomebodys = std::ranges::find(nodes, slot.address, &NodeFacts::address) != nodes.cend();
        if (slot.mode != SlotMode::Free && !isSomebodys)
            return slot.name + u' ' + slot.address;
    }
    return {};
}

void Run::judgeClosed()
{
    const bool isUntroubled =
        std::ranges::all_of(m_recipe.launches, [](const Launch& launch) { return launch.troubles.isEmpty(); });
    require(!isUntroubled || m_end->outcome == OutcomeKind::Done, u"done"_qs, codeName(m_end->safety));
    const QByteArray text = m_run.fleet.configText();
    require(text.contains(m_troubles->foreign()), u"others"_qs, QString::fromUtf8(m_troubles->foreign()));
    const bool isClosed = isWhole() && m_end && !m_end->error && !m_troubles->mayStayOpen();
    require(!isClosed || orphanedSlot().isEmpty(), u"tidy"_qs, orphanedSlot());
    // What a hand changed after Snowmelt's last word is the hand's.
    const bool isTheHands = text.contains(":8080 disabled");
    const QStringList before = servingNow();
    m_run.fleet.platform.world().reloadBalancer(m_run.fleet.key, m_run.plan.balancer);
    const QStringList after = servingNow();
    const bool isKnown = m_end && m_end->safety != Safety::Uncertain;
    require(!isKnown || isTheHands || before == after, u"restart"_qs, before.join(u' ') + u" → " + after.join(u' '));
    require(!isClosed || orphanedSlot().isEmpty(), u"tidy"_qs, orphanedSlot());
}

Explored Run::explore()
{
    // What is whole is not open: nobody would resume it.
    for (const Launch& launch : m_recipe.launches) {
        if (m_starts == 0 || !m_end || !isWhole())
            start(launch);
    }
    settle();
    m_run.fleet.settle();
    m_watch->stop();
    require(m_troubles->maySpoilTraffic() || m_run.failedRequests() == 0, u"traffic"_qs,
            QString::number(m_run.failedRequests()));
    judgeClosed();
    // What was seen on the way broke first.
    const QString broken = m_watch->broken().isEmpty() ? m_broken : m_watch->broken();
    const QString state = u"serving: %1\nnodes: %2"_qs.arg(m_run.serving(), m_run.nodes());
    return {broken, m_run.text() + u'\n' + state, m_starts};
}

[[noreturn]] void neverEnds(const Recipe& recipe)
{
    qCritical("ends: this deployment does not: SNOWMELT_EXPLORE='%s'", qPrintable(recipe.text()));
    std::_Exit(EXIT_FAILURE);
}

} // namespace

Explored explore(const Recipe& recipe)
{
    QTimer watchdog;
    QObject::connect(&watchdog, &QTimer::timeout, [&recipe] { neverEnds(recipe); });
    watchdog.start(longestRun);
    return Run(recipe).explore();
}

Course::Stretch Course::stretch(StepKind step) const
{
    const auto it = std::ranges::find(steps, step, &Stretch::step);
    return it == steps.cend() ? Stretch{} : *it;
}

Course courseOf(Setting setting)
{
    DeployRun run(1);
    planAs(run, setting);
    setClockwork(run);
    Course course;
    const auto now = [&run] { return int(run.fleet.platform.callLog().size()); };
    for (const Step& step : run.plan.steps) {
        const QString name = codeName(step.kind);
        run.on(u"begun "_qs + name, [&course, now, kind = step.kind] { course.steps.append({kind, now() + 1, 0}); });
        run.on(u"done "_qs + name, [&course, now] {
            if (!course.steps.isEmpty())
                course.steps.last().last = now();
        });
    }
    run.run();
    course.calls = now();
    return course;
}

} // namespace snowmelt::test
