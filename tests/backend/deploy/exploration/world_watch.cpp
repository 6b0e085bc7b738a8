// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/deploy/exploration/world_watch.h"

#include "backend/balancer/haproxy/haproxy_answers.h"
#include "backend/balancer/haproxy/haproxy_config.h"
#include "models/domain/code_names.h"

#include <algorithm>

namespace snowmelt::test {

namespace {

constexpr qint64 tickMs = 10; ///< of the simulated world

QStringList namesOf(const QList<PlannedNode>& side)
{
    QStringList names;
    for (const PlannedNode& node : side)
        names.append(node.name);
    return names;
}

SlotMode modeOf(const BalancerConfig& config, const QString& group, const QString& slot)
{
    for (const BackendPlacement& backend : config.backends) {
        for (const SlotPlacement& placement : backend.placements) {
            if (backend.group == group && placement.slot == slot)
                return placement.mode;
        }
    }
    return SlotMode::Free;
}

bool anyMissing(const QList<PlannedNode>& side, const QStringList& there)
{
    return std::ranges::any_of(side, [&there](const PlannedNode& node) { return !there.contains(node.name); });
}

} // namespace

WorldWatch::WorldWatch(DeployRun* run)
    : m_run(run), m_world(&run->fleet.platform.world()), m_before(run->nodes().split(u' ')),
      m_green(namesOf(run->plan.green))
{
    m_world->onChanged = [this, before = m_world->onChanged](const QString& fleet) {
        m_nodesChanged = true;
        before(fleet);
    };
    look();
}

QStringList WorldWatch::after() const
{
    QStringList names = m_before;
    for (const PlannedNode& blue : m_run->plan.blue)
        names.removeAll(blue.name);
    names += m_green;
    names.sort();
    return names;
}

void WorldWatch::require(bool kept, const QString& promise, const QString& what)
{
    if (kept || !m_broken.isEmpty())
        return;
    m_broken = promise + u": "_qs + what + u" at "_qs + QString::number(m_world->now()) + u" ms"_qs;
    if (m_run->reached().goingBack)
        m_broken += u", on the way back"_qs;
}

void WorldWatch::look()
{
    if (m_stopped)
        return;
    lookAtServing();
    lookAtNodes();
    lookAtConfig();
    lookAtSessions();
    m_world->at(m_world->now() + tickMs, [this] { look(); });
}

bool WorldWatch::hasBegun(StepKind kind) const
{
    const int reached = m_run->reached().step;
    const auto& steps = m_run->plan.steps;
    return std::any_of(steps.cbegin(), steps.cbegin() + reached + 1,
                       [kind](const Step& step) { return step.kind == kind; });
}

/// As the plan says for the step that was begun and the one before it; a group never starts with fewer than it has.
int WorldWatch::planned() const
{
    int least = int(m_before.size());
    const int reached = m_run->reached().step;
    for (int step = std::max(0, reached - 1); step <= reached; ++step) {
        const int said = m_run->plan.steps.at(step).serving;
        least = said > 0 ? std::min(least, said) : least;
    }
    return std::max<int>(0, least - int(m_lost.size()));
}

void WorldWatch::lookAtServing()
{
    const QStringList serving = m_world->serving(m_run->fleet.key, m_run->plan.balancer);
    const int least = planned();
    require(serving.size() >= least, u"serving"_qs,
            u"%1 of %2: %3"_qs.arg(QString::number(serving.size()), QString::number(least), serving.join(u' ')));
    const auto isGreen = [this](const QString& node) { return m_green.contains(node); };
    require(hasBegun(StepKind::MoveTraffic) || std::ranges::none_of(serving, isGreen), u"recorded"_qs,
            u"green serves, moveTraffic was not begun"_qs);
}

void WorldWatch::lookAtNodes()
{
    if (!m_nodesChanged)
        return;
    m_nodesChanged = false;
    m_there = m_run->nodes().split(u' ');
    const bool blueMissing = anyMissing(m_run->plan.blue, m_there);
    const bool greenMissing = anyMissing(m_run->plan.green, m_there);
    require(!blueMissing || !greenMissing, u"sides"_qs, m_there.join(u' '));
    const auto isThere = [this](const QString& node) { return m_there.contains(node); };
    require(hasBegun(StepKind::CreateNodes) || std::ranges::none_of(m_green, isThere), u"recorded"_qs,
            u"green is there, createNodes was not begun"_qs);
    require(hasBegun(StepKind::DestroyBlue) || !blueMissing, u"recorded"_qs,
            u"blue is gone, destroyBlue was not begun"_qs);
}

void WorldWatch::lookAtConfig()
{
    const QByteArray text = m_world->file(m_run->fleet.key, m_run->plan.balancer, m_run->fleet.driver.configPath());
    const bool isBack = m_run->reached().goingBack;
    require(!m_blueForgotten || !isBack, u"noReturn"_qs, u"goes back though the config has no blue any more"_qs);
    if (text == m_config)
        return;
    m_config = text;
    const Result<BalancerConfig> config = readHaproxyConfig(text);
    if (!config)
        return;
    const auto inMode = [&](SlotMode mode) {
        return [&, mode](const PlannedNode& node) { return modeOf(*config, m_run->plan.group, node.slot) == mode; };
    };
    require(hasBegun(StepKind::MoveTraffic) || std::ranges::none_of(m_run->plan.green, inMode(SlotMode::Ready)),
            u"recorded"_qs, u"the config says green, moveTraffic was not begun"_qs);
    m_blueForgotten = std::ranges::all_of(m_run->plan.blue, inMode(SlotMode::Free));
    require(hasBegun(StepKind::RetireBlue) || !m_blueForgotten, u"recorded"_qs,
            u"the config has no blue, retireBlue was not begun"_qs);
}

int WorldWatch::sessionsOf(const QList<PlannedNode>& side)
{
    const ExecRequest question{"show stat\n", u"socat "_qs};
    const Result<ExecResult> answer = m_world->exec(m_run->fleet.balancer(), question);
    const AnswerTable table = AnswerTable::parse(answer ? answer->out : QByteArray(), ',');
    int sessions = 0;
    for (qsizetype row = 0; row < table.size(); ++row) {
        const QString slot = QString::fromUtf8(table.text(row, "svname"));
        const bool isTheSides = std::ranges::find(side, slot, &PlannedNode::slot) != side.cend();
        sessions += isTheSides ? int(table.number(row, "scur")) : 0;
    }
    return sessions;
}

/// When the drain is said to be over, and once more when blue is retired.
void WorldWatch::lookAtSessions()
{
    for (const StepKind after : {StepKind::Bake, StepKind::RetireBlue}) {
        if (m_drainedBefore.contains(after) || !hasBegun(after) || m_run->reached().goingBack)
            continue;
        m_drainedBefore.insert(after);
        const int sessions = sessionsOf(m_run->plan.blue);
        require(sessions == 0, u"drained"_qs,
                QString::number(sessions) + u" sessions on blue before "_qs + codeName(after));
    }
}

} // namespace snowmelt::test
