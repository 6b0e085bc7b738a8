// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/buildhost/host_runner.h"

#include "backend/buildhost/local_tar.h"
#include "backend/execution/blocking.h"
#include "backend/execution/interruption.h"
#include "backend/execution/line_cutter.h"
#include "backend/image/durable_file.h"
#include "backend/image/layer_format.h"
#include "backend/image/layer_travel.h"
#include "backend/image/stoppable_impl.h"
#include "backend/transport/bell.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>

namespace snowmelt {

namespace {

/// Too little for any Debian root and what it takes to make it.
const QByteArray spaceKib = "1048576";

/// Until a host has ended what was running and removed it.
constexpr std::chrono::seconds endLimit{90};

QByteArray numberOf(const TierPlace& place)
{
    return QFileInfo(place.work).fileName().toLatin1();
}

/// The file that a stream is written to; whether it could be is asked at its end.
class Sink
{
public:
    explicit Sink(const QString& path) : m_file(path) {}
    bool open() { return m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered); }
    bool take(const QByteArray& bytes)
    {
        if (m_file.write(bytes) == bytes.size())
            return true;
        m_failed = errno;
        return false;
    }
    int failed() const { return m_failed; }

private:
    QFile m_file;
    int m_failed = 0;
};

} // namespace

/// The call that holds the build there, which runs beside all others.
struct HostRunner::Keeper
{
    bool isWanted = true;
    bool begun = false;
    bool ended = false;
    Result<ExecResult> answer = Cancelled{};
    Bell bell;
    CancelSource cancel;
};

HostRunner::HostRunner(std::shared_ptr<HostChannel> channel, QString host)
    : m_host(std::move(host)), m_talk(std::move(channel), m_host)
{
}

HostRunner::~HostRunner()
{
    if (m_keeper)
        m_keeper->cancel.cancel();
}

HostCall HostRunner::callOf(const QByteArray& function, const QByteArrayList& more) const
{
    return {function, QByteArrayList{m_id} + more};
}

QByteArray HostRunner::opaqueAttribute() const
{
    return m_root == HostRoot::Namespace ? layer::usersOpaqueAttribute : layer::opaqueAttribute;
}

Task<Done> HostRunner::canBuild(LoadedRecipe recipe, CallContext context)
{
    if (recipe.recipe.packer && m_host.isEmpty())
        co_return Error{ErrorCode::BuildNeedsRoot, {QStringLiteral("always")}, {}};
    if (recipe.recipe.packer)
        co_return Error{ErrorCode::HostCannotBuild, {m_host, QStringLiteral("packer")}, {}};
    if (!m_isRoot) {
        const auto root = co_await becomeRoot(context);
        if (!root)
            co_return root;
    }
    const QByteArray tier = recipe.recipe.tier == Tier::Os ? "os" : "above";
    const HostCall look{"look", {tier, processorHere(), spaceKib}};
    const HostStreams nothing;
    const auto looked = co_await m_talk.call(look, nothing, context);
    if (looked.failed())
        co_return asHere(looked.error());
    if (!looked)
        co_return looked.as<Done>();
    m_base = QFile::decodeName(looked->out.trimmed());
    m_talk.workIn(m_base);
    const auto opened = co_await open(context);
    co_return opened;
}

Task<Done> HostRunner::becomeRoot(CallContext context)
{
    if (m_host.isEmpty()) {
        const auto entered = co_await enterNamespace(context);
        co_return entered;
    }
    const auto rights = co_await m_talk.rights(context);
    if (!rights)
        co_return rights.as<Done>();
    if (*rights != HostRights::Root && *rights != HostRights::Sudo) {
        const auto entered = co_await enterNamespace(context);
        co_return entered;
    }
    m_root = *rights == HostRights::Root ? HostRoot::Login : HostRoot::Sudo;
    m_talk.become(m_root);
    m_isRoot = true;
    co_return Done{};
}

Task<Done> HostRunner::enterNamespace(CallContext context)
{
    m_root = HostRoot::Namespace;
    m_talk.become(m_root);
    const HostCall say{"say", {"root"}};
    const HostStreams nothing;
    const auto said = co_await m_talk.call(say, nothing, context);
    if (said.failed() && said.error().code == ErrorCode::RemoteCommandFailed)
        co_return asHere({ErrorCode::HostCannotBuild, {m_host, QStringLiteral("rights")}, said.error().detail});
    if (!said)
        co_return said.as<Done>();
    m_isRoot = true;
    co_return Done{};
}

/// What a host lacks, of this machine.
Error HostRunner::asHere(const Error& error) const
{
    if (!m_host.isEmpty())
        return error;
    if (error.code == ErrorCode::HostToolMissing)
        return {ErrorCode::ToolMissing, error.args.mid(1), error.detail};
    if (error.code != ErrorCode::HostCannotBuild)
        return error;
    const QString what = error.args.mid(1).join(u' ');
    return {ErrorCode::BuildNeedsRoot, {}, error.detail.isEmpty() ? what : error.detail};
}

void HostRunner::tellCopying(const TierPlace& place) const
{
    if (!m_host.isEmpty())
        place.emit(Progress{Phase::CopyingToHost, {place.image.text(), m_host}, 0, 0});
}

QCoro::Task<> HostRunner::keep(HostTalk talk, QByteArray id, std::shared_ptr<Keeper> keeper)
{
    HostStreams streams;
    streams.isWanted = [keeper] { return keeper->isWanted; };
    streams.out = [keeper](const QByteArray& said) {
        if (said.contains("kept"))
            keeper->begun = true;
        keeper->bell.ring();
        return true;
    };
    const HostCall call{"keep", {id}};
    const CallContext context{keeper->cancel.token()};
    const auto answer = co_await talk.call(call, streams, context);
    keeper->answer = answer;
    keeper->ended = true;
    keeper->bell.ring();
}

Task<Done> HostRunner::open(CallContext context)
{
    if (m_keeper && m_keeper->ended)
        co_return Error{ErrorCode::SshBroken, {m_host, m_host}, {}};
    if (m_keeper)
        co_return Done{};
    m_id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    const auto keeper = std::make_shared<Keeper>();
    m_keeper = keeper;
    keep(m_talk, m_id, keeper);
    const Interruption interruption(context, [keeper] { keeper->bell.ring(); });
    while (!keeper->begun && !keeper->ended && !interruption.happened()) {
        Completion news = keeper->bell.next();
        co_await news;
    }
    if (keeper->ended && !keeper->begun)
        co_return keeper->answer.as<Done>();
    if (interruption.happened())
        co_return interruption.as<Done>(m_host);
    co_return Done{};
}

Task<QByteArrayList> HostRunner::lacking(QByteArray function, QByteArrayList hashes, CallContext context)
{
    const HostCall call{function, hashes};
    const HostStreams nothing;
    const auto said = co_await m_talk.call(call, nothing, context);
    if (!said)
        co_return said.as<QByteArrayList>();
    QByteArrayList lacks = said->out.split('\n');
    lacks.removeAll(QByteArray());
    co_return lacks;
}

Task<QStringList> HostRunner::provide(TierPlace place, QList<LayerSource> layers, CallContext context)
{
    QStringList folders;
    QByteArrayList hashes;
    for (const LayerSource& layer : layers) {
        hashes.append(layer.digest.hex().toLatin1());
        folders.append(m_base + QStringLiteral("/layers/") + layer.digest.hex());
    }
    const auto lacks = co_await lacking("lacksLayers", hashes, context);
    if (!lacks)
        co_return lacks.as<QStringList>();
    for (const LayerSource& layer : layers) {
        if (!lacks->contains(layer.digest.hex().toLatin1()))
            continue;
        const auto sent = co_await sendLayer(place, layer, context);
        if (!sent)
            co_return sent.as<QStringList>();
    }
    co_return folders;
}

Task<Done> HostRunner::sendFile(HostCall call, QString file, CallContext context)
{
    HostStreams streams;
    streams.inputFile = file;
    const auto sent = co_await m_talk.call(call, streams, context);
    QFile::remove(file);
    if (!sent)
        co_return sent.as<Done>();
    co_return Done{};
}

Task<Done> HostRunner::sendLayer(TierPlace place, LayerSource layer, CallContext context)
{
    tellCopying(place);
    const QString file = place.work + QStringLiteral("/travelling.tar");
    const std::function<Result<Digest>(StopFlag)> write = [layer, file,
                                                           attribute = opaqueAttribute()](const StopFlag& stop) {
        return writeForTravel(layer.file, layer.digest, attribute, file, stop);
    };
    const auto sum = co_await runStoppable<Digest>(write, context);
    if (!sum)
        co_return sum.as<Done>();
    const HostCall call = callOf("takeLayer", {layer.digest.hex().toLatin1(), sum->hex().toLatin1()});
    const auto sent = co_await sendFile(call, file, context);
    co_return sent;
}

/// Those of a locked tier that the host does not have; the index knows their hashes.
Task<Done> HostRunner::sendDebs(TierPlace place, CallContext context)
{
    const QList<IndexedDeb> debs = debsOf(place.work);
    QByteArrayList hashes;
    for (const IndexedDeb& deb : debs)
        hashes.append(deb.sha256);
    if (debs.isEmpty())
        co_return Done{};
    const auto lacks = co_await lacking("lacksDebs", hashes, context);
    if (!lacks)
        co_return lacks.as<Done>();
    if (lacks->isEmpty())
        co_return Done{};
    const QString archive = place.work + QStringLiteral("/debs.tar");
    const std::function<Result<Done>(StopFlag)> write = [work = place.work, wanted = *lacks,
                                                         archive](const StopFlag& stop) {
        return tarOfDebs(work, wanted, archive, stop);
    };
    const auto written = co_await runStoppable<Done>(write, context);
    if (!written)
        co_return written;
    const HostCall call = callOf("takeDebs", {});
    const auto sent = co_await sendFile(call, archive, context);
    co_return sent;
}

Task<Done> HostRunner::sendWork(TierPlace place, CallContext context)
{
    const QString archive = place.work + QStringLiteral(".tar");
    const std::function<Result<Done>(StopFlag)> write = [work = place.work, archive](const StopFlag& stop) {
        return tarOfWork(work, archive, stop);
    };
    const auto written = co_await runStoppable<Done>(write, context);
    if (!written)
        co_return written;
    const HostCall call = callOf("takeWork", {numberOf(place)});
    const auto sent = co_await sendFile(call, archive, context);
    co_return sent;
}

Task<int> HostRunner::run(TierPlace place, TierScript script, CallContext context)
{
    tellCopying(place);
    const auto debs = co_await sendDebs(place, context);
    if (!debs)
        co_return debs.as<int>();
    const auto work = co_await sendWork(place, context);
    if (!work)
        co_return work.as<int>();
    const auto lines = std::make_shared<LineCutter>(script.onLine);
    HostStreams streams;
    streams.isWanted = [] { return true; };
    streams.out = [lines](const QByteArray& bytes) {
        lines->take(bytes);
        return true;
    };
    const HostCall call = callOf("runScript", {numberOf(place), script.mark, QByteArray::number(timeOfBuilding)});
    const auto ran = co_await m_talk.call(call, streams, context);
    if (!ran)
        co_return ran.as<int>();
    lines->end();
    const std::optional<int> status = scriptStatus(ran->err);
    if (!status)
        co_return Error{ErrorCode::SshBroken, {m_host, m_host}, {}};
    const auto facts = co_await fetchFacts(place, context);
    if (!facts)
        co_return facts.as<int>();
    co_return int(*status);
}

Task<Done> HostRunner::fetchFacts(TierPlace place, CallContext context)
{
    const HostCall call = callOf("giveFacts", {numberOf(place)});
    const HostStreams nothing;
    const auto given = co_await m_talk.call(call, nothing, context);
    if (!given)
        co_return given.as<Done>();
    const std::function<Result<Done>()> write =
        [tar = given->out, folder = QString(place.work + QStringLiteral("/facts"))] { return untarFacts(tar, folder); };
    const auto written = co_await runBlocking<Done>(write);
    co_return written;
}

Task<PackedLayer> HostRunner::pack(TierPlace place, CallContext context)
{
    if (!m_host.isEmpty())
        place.emit(Progress{Phase::FetchingLayer, {place.image.text(), m_host}, 0, 0});
    const QString archive = place.work + QStringLiteral("/upper.tar");
    const auto sink = std::make_shared<Sink>(archive);
    if (!sink->open())
        co_return writeError(archive, errno);
    HostStreams streams;
    streams.out = [sink](const QByteArray& bytes) { return sink->take(bytes); };
    const HostCall call = callOf("giveLayer", {numberOf(place), QByteArray::number(timeOfBuilding)});
    const auto given = co_await m_talk.call(call, streams, context);
    if (sink->failed() != 0)
        co_return writeError(archive, sink->failed());
    if (!given)
        co_return given.as<PackedLayer>();
    const TravelledLayer layer{opaqueAttribute(), archive, place.work + QStringLiteral("/layer.tar"), timeOfBuilding};
    const std::function<Result<PackedLayer>(StopFlag)> pack = [layer](const StopFlag& stop) {
        return packTravelled(layer, stop);
    };
    auto packed = co_await runStoppable<PackedLayer>(pack, context);
    QFile::remove(archive);
    co_return packed;
}

Task<QString> HostRunner::adopt(TierPlace place, Digest digest, CallContext context)
{
    const HostCall call = callOf("adoptLayer", {numberOf(place), digest.hex().toLatin1()});
    const HostStreams nothing;
    const auto adopted = co_await m_talk.call(call, nothing, context);
    if (!adopted)
        co_return adopted.as<QString>();
    co_return QFile::decodeName(adopted->out.trimmed());
}

// When the host cannot be told any more, it notices by itself.
Task<Done> HostRunner::end()
{
    if (!m_keeper)
        co_return Done{};
    const auto keeper = m_keeper;
    keeper->isWanted = false;
    const Interruption interruption(CallContext::cleanup(endLimit), [keeper] { keeper->bell.ring(); });
    while (!keeper->ended && !interruption.happened()) {
        Completion news = keeper->bell.next();
        co_await news;
    }
    keeper->cancel.cancel();
    m_keeper.reset();
    co_return Done{};
}

} // namespace snowmelt
