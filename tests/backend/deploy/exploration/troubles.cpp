// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/deploy/exploration/troubles.h"

#include <QTimer>

#include <algorithm>

namespace snowmelt::test {

namespace {

// Simulated time. A poll takes some hundred ms of it, a check of the balancer a second.
constexpr int slowMs = 1'500;
constexpr int flapMs = 700;
constexpr int flaps = 40;
constexpr int lateMs = 4'000;
constexpr qint64 longMs = 3'000;
constexpr qint64 foreverMs = 1'000'000'000;
// Calls. The engine's patience with a balancer is some dozens of them.
constexpr int blipCalls = 4;
constexpr int outageCalls = 200;

const QByteArray foreignBackend = "\nbackend reports\n"
                                  "    balance roundrobin\n"
                                  "    option httpchk GET /healthz\n"
                                  "    server a1 10.213.4.90:8080\n";

} // namespace

void Troubles::arrange(const QList<TroubleAt>& troubles)
{
    // A dead process hears of no other fault: the first fault that matches a call is the one that befalls it.
    QList<TroubleAt> ordered = troubles;
    const auto isDeath = [](const TroubleAt& at) { return at.what == Trouble::Die || at.what == Trouble::DieAfter; };
    std::ranges::stable_partition(ordered, isDeath);
    for (const TroubleAt& trouble : ordered)
        arrange(trouble);
}

void Troubles::arrange(const TroubleAt& trouble)
{
    SimulatedFault slow;
    slow.nth = trouble.call;
    slow.kind = SimulatedFault::Kind::Slow;
    slow.slowMs = slowMs;
    switch (trouble.what) {
    case Trouble::Fail:
        return fail(trouble.call, false);
    case Trouble::Lost:
        return fail(trouble.call, true);
    case Trouble::Slow:
        return m_run->fleet.platform.addFault(slow);
    case Trouble::Silent:
        return silence(trouble.call, false);
    case Trouble::SilentLost:
        return silence(trouble.call, true);
    case Trouble::Blip:
        return cutNetwork(trouble.call, blipCalls);
    case Trouble::Outage:
        return cutNetwork(trouble.call, outageCalls);
    case Trouble::Die:
        return m_run->dieAtCall(trouble.call, false);
    case Trouble::DieAfter:
        return m_run->dieAtCall(trouble.call, true);
    default:
        return happen(trouble.call, befalls(trouble.what));
    }
}

void Troubles::fail(int call, bool afterAct)
{
    SimulatedFault fault;
    fault.nth = call;
    fault.afterAct = afterAct;
    fault.error = {ErrorCode::EngineRefused, {QStringLiteral("scripted"), QStringLiteral("500")}, {}};
    m_run->fleet.platform.addFault(fault);
}

void Troubles::silence(int call, bool afterAct)
{
    // Every call is given up after this; the shortest deadline that an ordinary call keeps on a busy machine.
    DeployTiming& timing = m_run->timing;
    for (DeployTiming::ms* limit : {&timing.callLimit, &timing.probeLimit, &timing.createLimit})
        *limit = DeployTiming::ms(25);
    SimulatedFault fault;
    fault.nth = call;
    fault.kind = SimulatedFault::Kind::Hang;
    fault.afterAct = afterAct;
    m_run->fleet.platform.addFault(fault);
}

void Troubles::cutNetwork(int call, int calls)
{
    SimulatedFault fault;
    fault.error = {ErrorCode::SshUnreachable, {QStringLiteral("edge"), QStringLiteral("22")}, {}};
    for (fault.nth = call; fault.nth < call + calls; ++fault.nth)
        m_run->fleet.platform.addFault(fault);
}

void Troubles::happen(int call, std::function<void()> what)
{
    SimulatedFault fault;
    fault.nth = call;
    fault.kind = SimulatedFault::Kind::Happening;
    fault.happening = std::move(what);
    m_run->fleet.platform.addFault(fault);
}

std::function<void()> Troubles::befalls(Trouble what)
{
    const Plan& plan = m_run->plan;
    switch (what) {
    case Trouble::Cancel:
        return [this] { m_run->cancel(); };
    case Trouble::RollBack:
        return [this] { m_run->rollBack(); };
    case Trouble::Pause:
        return [this] { pauseAndContinue(); };
    case Trouble::Abort:
        return [this] { (void)m_run->tellCommand(Command::Abort); };
    case Trouble::Reload:
        return [this] { m_run->fleet.platform.world().reloadBalancer(m_run->fleet.key, QStringLiteral("edge")); };
    case Trouble::Restart:
        return [this] { restartBalancer(); };
    case Trouble::EditRemark:
        return [this] { edit([](QByteArray& text) { text += "# by hand\n"; }); };
    case Trouble::EditDisable:
        return [this] { editDisable(); };
    case Trouble::EditForeign:
        return [this] { editForeign(); };
    case Trouble::KillBlue:
        return [this, node = plan.blue.last()] { kill(node); };
    case Trouble::KillGreen:
        return [this, node = plan.green.last()] { kill(node); };
    case Trouble::SickGreen:
        return [this, node = plan.green.last()] { sicken(node); };
    case Trouble::FlapGreen:
        return [this, node = plan.green.last()] { flap(node); };
    case Trouble::LateGreen:
        return [this] { delayGreen(); };
    case Trouble::Linger:
        return [this] { linger(); };
    case Trouble::LongRequest:
        return [this] { openSession(longMs); };
    default:
        break;
    }
    return {};
}

void Troubles::pauseAndContinue()
{
    if (m_run->tellCommand(Command::Pause))
        return;
    const auto goOn = [run = m_run] { (void)run->tellCommand(Command::Continue); };
    QTimer::singleShot(10, &m_run->fleet.platform, goOn);
}

void Troubles::restartBalancer()
{
    SimulatedWorld& world = m_run->fleet.platform.world();
    world.kill(m_run->fleet.key, QStringLiteral("edge"));
    (void)world.start(m_run->fleet.key, QStringLiteral("edge"));
}

void Troubles::edit(const std::function<void(QByteArray&)>& change)
{
    QByteArray text = m_run->fleet.configText();
    change(text);
    if (!m_run->fleet.writeByHand(text))
        qFatal("the simulated balancer does not take an edit");
}

void Troubles::editDisable()
{
    edit([](QByteArray& text) {
        const qsizetype line = text.indexOf("    server a1 10.");
        if (line >= 0)
            text.insert(text.indexOf('\n', line), " disabled");
    });
}

void Troubles::editForeign()
{
    m_foreign = "server a1 10.213.4.90:8080";
    edit([](QByteArray& text) { text += foreignBackend; });
}

void Troubles::excuse(const QString& node)
{
    m_watch->excuse(node);
    m_staysOpen = true;
    // Without any green, or in a group of one, nobody is left to answer.
    const auto isLost = [this](const PlannedNode& one) { return m_watch->lost().contains(one.name); };
    m_spoilsTraffic |= std::ranges::all_of(m_run->plan.green, isLost) || m_watch->before().size() == 1;
}

void Troubles::kill(const PlannedNode& node)
{
    if (!m_run->nodes().split(u' ').contains(node.name))
        return;
    excuse(node.name);
    m_spoilsTraffic = true;
    m_run->fleet.platform.world().kill(m_run->fleet.key, node.name);
}

void Troubles::sicken(const PlannedNode& node)
{
    excuse(node.name);
    m_run->fleet.platform.world().setUnhealthy(node.name);
}

void Troubles::flap(const PlannedNode& node)
{
    excuse(node.name);
    SimulatedWorld& world = m_run->fleet.platform.world();
    for (int turn = 0; turn < flaps; ++turn)
        world.at(world.now() + turn * flapMs,
                 [&world, name = node.name, status = turn % 2 ? 200 : 503] { world.setUnhealthy(name, status); });
}

void Troubles::delayGreen()
{
    SimulatedWorld& world = m_run->fleet.platform.world();
    for (const PlannedNode& node : m_run->plan.green) {
        sicken(node);
        world.at(world.now() + lateMs, [&world, name = node.name] { world.setUnhealthy(name, 200); });
    }
}

void Troubles::linger()
{
    m_staysOpen = true;
    // It breaks when the node that holds it is stopped at last.
    m_spoilsTraffic = true;
    openSession(foreverMs);
}

void Troubles::openSession(qint64 ms)
{
    (void)m_run->fleet.platform.world().holdSession(m_run->fleet.key, QStringLiteral("edge"), ms);
}

} // namespace snowmelt::test
