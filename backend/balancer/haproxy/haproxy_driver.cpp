// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_driver.h"

#include "backend/balancer/haproxy/haproxy_answers.h"
#include "backend/balancer/haproxy/haproxy_commands.h"
#include "backend/balancer/haproxy/haproxy_config.h"
#include "backend/balancer/haproxy/haproxy_config_edits.h"
#include "backend/balancer/haproxy/haproxy_reading.h"
#include "backend/balancer/haproxy/haproxy_runs.h"
#include "backend/balancer/haproxy/haproxy_sessions.h"
#include "backend/balancer/haproxy/haproxy_state_file.h"
#include "backend/execution/process.h"
#include "backend/execution/timing.h"

namespace snowmelt {
namespace {

using namespace std::chrono_literals;

constexpr auto roundTripLimit = 20s;
constexpr auto checkLimit = 5s; ///< `timeout check` is 2 s
constexpr auto pollEvery = 50ms;
constexpr qsizetype askedInFull = 100;

Error socketError(const QString& balancer, const ExecResult& result, const ExecRequest& request)
{
    if (result.exitStatus == 127)
        return {ErrorCode::ToolMissing, {QStringLiteral("socat"), QStringLiteral("socat")}, lastLines(result.err)};
    if (result.err.contains("No such file or directory") || result.err.contains("Connection refused"))
        return {ErrorCode::BalancerSocketGone, {balancer}, lastLines(result.err)};
    return {ErrorCode::RemoteCommandFailed,
            {balancer, request.command, QString::number(result.exitStatus)},
            lastLines(result.err)};
}

Error refused(const QString& balancer, const QByteArray& command, const QByteArray& answer)
{
    const QString said = QString::fromUtf8(answer.trimmed());
    return {ErrorCode::BalancerRefused, {balancer, QString::fromUtf8(command), said}, said};
}

Error writeError(const QString& balancer, const HaproxyPaths& paths, const ExecResult& result)
{
    if (result.exitStatus == haproxy::writeRejected)
        return {ErrorCode::BalancerConfigRejected, {balancer}, lastLines(result.err)};
    if (result.exitStatus == haproxy::writeMoved)
        return {ErrorCode::BalancerConfigMoved, {balancer}, {}};
    if (result.exitStatus == haproxy::writeLocked)
        return {ErrorCode::TimedOut,
                {QString::fromUtf8(paths.config) + QStringLiteral(".lock"), QString::number(haproxy::lockSeconds)},
                lastLines(result.err)};
    if (result.exitStatus == haproxy::writeFailed)
        return {ErrorCode::FileUnwritable, {QString::fromUtf8(paths.config)}, lastLines(result.err)};
    return {ErrorCode::RemoteCommandFailed,
            {balancer, QStringLiteral("haproxy -c"), QString::number(result.exitStatus)},
            lastLines(result.err)};
}

} // namespace

HaproxyDriver::HaproxyDriver(Exec* exec, HaproxyPaths paths) : m_exec(exec), m_paths(std::move(paths)) {}

QByteArray HaproxyDriver::renderConfig(const BalancerConfig& config) const
{
    return renderHaproxyConfig(config, m_paths);
}

QByteArray HaproxyDriver::configPath() const
{
    return m_paths.config;
}

Task<QList<QByteArray>> HaproxyDriver::ask(NodeFacts balancer, QByteArrayList commands, CallContext context)
{
    const ExecRequest request = haproxy::request(m_paths, commands);
    const Result<ExecResult> result = co_await m_exec->exec(balancer, request, context.within(roundTripLimit));
    if (!result)
        co_return result.as<QList<QByteArray>>();
    if (result->exitStatus != 0)
        co_return socketError(balancer.name, result.value(), request);
    const QList<QByteArray> answers = splitAnswers(result->out);
    if (answers.size() < commands.size())
        co_return Error{ErrorCode::BalancerSocketGone, {balancer.name}, QString::fromUtf8(result->out.right(500))};
    co_return answers;
}

Task<Done> HaproxyDriver::command(NodeFacts balancer, QByteArrayList commands, CallContext context)
{
    const Result<QList<QByteArray>> answers = co_await ask(balancer, commands, context);
    if (!answers)
        co_return answers.as<Done>();
    for (qsizetype i = 0; i < commands.size(); ++i)
        if (!haproxy::accepted(commands.at(i), answers->at(i)))
            co_return refused(balancer.name, commands.at(i), answers->at(i));
    co_return Done{};
}

Task<BalancerReading> HaproxyDriver::read(NodeFacts balancer, CallContext context)
{
    const QByteArrayList commands = haproxy::readCommands();
    const Result<QList<QByteArray>> answers = co_await ask(balancer, commands, context);
    if (!answers)
        co_return answers.as<BalancerReading>();
    const auto reading = parseHaproxyReading({answers->at(0), answers->at(1), answers->at(2)});
    if (!reading)
        co_return refused(balancer.name, commands.join(';'), answers->join().left(200));
    co_return *reading;
}

/// `show sess` is a line for each session; whether one was upgraded is only in the two dozen lines of `show sess ID`,
/// which are dear on a balancer with thousands. So only the oldest are asked: those are what a drain waits for.
Task<QList<OpenSession>> HaproxyDriver::sessions(NodeFacts balancer, QString group, CallContext context)
{
    const QByteArrayList list(1, haproxy::showSessions());
    const Result<QList<QByteArray>> listing = co_await ask(balancer, list, context);
    if (!listing)
        co_return listing.as<QList<OpenSession>>();
    QList<OpenSession> sessions;
    QByteArrayList questions;
    for (const ListedSession& listed : parseSessions(listing->first(), group)) {
        sessions << listed.session;
        if (questions.size() < askedInFull)
            questions << haproxy::showSession(listed.id);
    }
    if (questions.isEmpty())
        co_return sessions;
    const Result<QList<QByteArray>> details = co_await ask(balancer, questions, context);
    if (!details)
        co_return details.as<QList<OpenSession>>();
    for (qsizetype i = 0; i < questions.size(); ++i)
        sessions[i].webSocket = upgradedSession(details->at(i), sessions.at(i).slot);
    co_return sessions;
}

Task<QStringList> HaproxyDriver::lacking(NodeFacts balancer, CallContext context)
{
    const QByteArrayList questions = haproxy::abilityCommands();
    const Result<QList<QByteArray>> answers = co_await ask(balancer, questions, context);
    if (!answers)
        co_return answers.as<QStringList>();
    co_return haproxy::lackingCommands(answers->at(0), answers->at(1));
}

/// A check that was under way when the slot changed its address would be believed for the new one: "DRAIN" and "L7OK"
/// on a dead address for a second. Maint begins no new check, so one waits for the last to end before the address
/// changes.
Task<Done> HaproxyDriver::awaitNoCheck(NodeFacts balancer, QString group, QString slot, CallContext context)
{
    const CallContext bounded = context.within(checkLimit);
    const QByteArrayList commands(1, haproxy::showServers());
    while (true) {
        const Result<QList<QByteArray>> answers = co_await ask(balancer, commands, bounded);
        if (!answers)
            co_return answers.as<Done>();
        if (!checkInFlight(answers->first(), group, slot))
            co_return Done{};
        const Result<Done> waited = co_await pause(pollEvery, bounded);
        if (!waited)
            co_return waited;
    }
}

Task<Done> HaproxyDriver::admit(NodeFacts balancer, QString group, SlotPlacement placement, CallContext context)
{
    const QByteArrayList maint = haproxy::setMode(group, placement.slot, SlotMode::Maint);
    const Result<Done> stopped = co_await command(balancer, maint, context);
    if (!stopped)
        co_return stopped;
    const Result<Done> quiet = co_await awaitNoCheck(balancer, group, placement.slot, context);
    if (!quiet)
        co_return quiet;
    const QByteArrayList address(1, haproxy::setAddress(group, placement.slot, placement.address, placement.port));
    const Result<Done> pointed = co_await command(balancer, address, context);
    if (!pointed)
        co_return pointed;
    placement.mode = SlotMode::Drain;
    const QList<SlotPlacement> one(1, placement);
    const Result<Done> drained = co_await setRun(balancer, group, one, context);
    co_return drained;
}

Task<Done> HaproxyDriver::setMode(NodeFacts balancer, QString group, QString slot, SlotMode mode, CallContext context)
{
    const QList<SlotPlacement> one(1, SlotPlacement{slot, {}, 0, mode});
    const Result<Done> result = co_await setRun(balancer, group, one, context);
    co_return result;
}

Task<Done> HaproxyDriver::setModes(NodeFacts balancer, QString group, QList<SlotPlacement> modes, CallContext context)
{
    for (const QList<SlotPlacement>& run : haproxy::runsOf(modes)) {
        const Result<Done> result = co_await setRun(balancer, group, run, context);
        if (!result)
            co_return result;
    }
    co_return Done{};
}

Task<Done> HaproxyDriver::setRun(NodeFacts balancer, QString group, QList<SlotPlacement> modes, CallContext context)
{
    QByteArrayList commands;
    for (const SlotPlacement& wanted : modes)
        commands += haproxy::setMode(group, wanted.slot, wanted.mode);
    const Result<Done> sent = co_await command(balancer, commands, context);
    if (!sent)
        co_return sent;
    const Result<BalancerReading> reading = co_await read(balancer, context);
    if (!reading)
        co_return reading.as<Done>();
    const auto disobeyed = haproxy::disobeyed(reading.value(), group, modes);
    if (disobeyed)
        co_return refused(balancer.name, commands.join(';'), *disobeyed);
    co_return Done{};
}

Task<std::optional<QByteArray>> HaproxyDriver::fileText(NodeFacts balancer, QByteArray path, CallContext context)
{
    const ExecRequest request = haproxy::readRequest(path);
    const Result<ExecResult> result = co_await m_exec->exec(balancer, request, context.within(roundTripLimit));
    if (!result)
        co_return result.as<std::optional<QByteArray>>();
    if (result->exitStatus != 0 && result->err.contains("No such file or directory"))
        co_return std::optional<QByteArray>();
    if (result->exitStatus != 0)
        co_return Error{ErrorCode::FileUnreadable, {QString::fromUtf8(path)}, lastLines(result->err)};
    co_return std::optional<QByteArray>(result->out);
}

QByteArray HaproxyDriver::textFor(const BalancerConfig& config) const
{
    const std::optional<QByteArray> edited = config.text.isEmpty() ? std::nullopt : editedConfig(config.text, config);
    return edited ? *edited : renderConfig(config);
}

Task<Done> HaproxyDriver::writeConfig(NodeFacts balancer, BalancerConfig config, CallContext context)
{
    const QByteArray text = textFor(config);
    const ExecRequest request = haproxy::writeRequest(m_paths, text, config.revision);
    const Result<ExecResult> result = co_await m_exec->exec(balancer, request, context.within(roundTripLimit));
    if (!result)
        co_return result.as<Done>();
    if (result->exitStatus != 0)
        co_return writeError(balancer.name, m_paths, result.value());
    if (result->out != text)
        co_return Error{ErrorCode::BalancerDisagrees, {balancer.name, QString::fromUtf8(m_paths.config)}, {}};
    co_return Done{};
}

Task<BalancerConfig> HaproxyDriver::readConfig(NodeFacts balancer, CallContext context)
{
    const Result<std::optional<QByteArray>> found = co_await fileText(balancer, m_paths.config, context);
    if (!found)
        co_return found.as<BalancerConfig>();
    if (!*found)
        co_return Error{ErrorCode::FileUnreadable, {QString::fromUtf8(m_paths.config)}, {}};
    const QByteArray text = found->value();
    Result<BalancerConfig> config = readHaproxyConfig(text);
    if (!config)
        co_return config;
    BalancerConfig read = config.take();
    read.revision = haproxy::revisionOf(text);
    read.text = text;
    read.edits = editsByHand(text, renderConfig(read));
    co_return read;
}

QString HaproxyDriver::stateFile(const BalancerConfig& config, const QString& group) const
{
    return stateFileOf(config.text, group);
}

Task<std::optional<ServingSlots>> HaproxyDriver::readStateFile(NodeFacts balancer, QString path, QString group,
                                                               CallContext context)
{
    const Result<std::optional<QByteArray>> text = co_await fileText(balancer, path.toUtf8(), context);
    if (!text)
        co_return text.as<std::optional<ServingSlots>>();
    if (!*text)
        co_return std::optional<ServingSlots>();
    const std::optional<ServingSlots> saved = parseStateFile(text->value(), group);
    if (!saved)
        co_return Error{ErrorCode::Unexpected, {path}, QString::fromUtf8(text->value().left(200))};
    co_return saved;
}

} // namespace snowmelt
