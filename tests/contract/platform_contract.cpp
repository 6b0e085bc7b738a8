// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/platform_contract.h"

#include "backend/platform/possessions.h"
#include "backend/platform/usage.h"

#include <QCoro/QCoroTask>
#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTest>

namespace snowmelt::contract {
namespace {

using namespace std::chrono_literals;
using QCoro::waitFor;

constexpr auto toldMs = 2000; ///< a change in the world is told within

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QList<BirthFile> birthFiles(const NodeSpec& spec)
{
    QList<BirthFile> files;
    for (const BirthContent& file : spec.files)
        if (!file.secret)
            files << BirthFile{file.path, file.mode, file.uid, file.gid, sha256(file.content)};
    return files;
}

QStringList portTexts(const QList<PublishedPort>& ports)
{
    QStringList out;
    for (const PublishedPort& port : ports)
        out << port.outside.text() + u'>' + QString::number(port.inside);
    out.sort();
    return out;
}

CancelToken cancelledToken()
{
    CancelSource source;
    source.cancel();
    return source.token();
}

} // namespace

#define REQUIRE_CAPABILITY(capability)                                                                                 \
    if (!m_subject.platform->capability())                                                                             \
    QSKIP("this platform does not have it")

void PlatformContract::initTestCase()
{
    m_subject = m_factory();
    QVERIFY(m_subject.platform);
    const auto opened = waitFor(m_subject.platform->open({}));
    QVERIFY2(opened.ok(), opened.failed() ? qPrintable(opened.error().detail) : "cancelled");
}

void PlatformContract::cleanupTestCase()
{
    if (m_subject.cleanUp)
        m_subject.cleanUp();
}

QList<NodeFacts> PlatformContract::nodes()
{
    const auto listed = waitFor(m_subject.platform->observe()->list(m_subject.fleet, {}));
    return listed.ok() ? listed.value() : QList<NodeFacts>{NodeFacts{}};
}

QString PlatformContract::nameOf(int n) const
{
    return m_subject.node(n).name;
}

NodeFacts PlatformContract::facts(int n)
{
    for (const NodeFacts& it : nodes())
        if (it.name == nameOf(n))
            return it;
    return {};
}

Endpoint PlatformContract::serviceOf(int n) const
{
    for (const PublishedPort& port : m_subject.node(n).ports)
        if (port.inside == m_subject.servicePort)
            return port.outside;
    return {};
}

Result<Done> PlatformContract::create(int n)
{
    return waitFor(m_subject.platform->provision()->create(m_subject.fleet, m_subject.node(n), {}));
}

HttpAnswer PlatformContract::ask(Endpoint service)
{
    CallContext context;
    const auto answer =
        waitFor(m_subject.platform->httpProbe()->get(service, m_subject.servicePath, context.within(5s)));
    return answer.ok() ? answer.value() : HttpAnswer{-1, {}, QStringLiteral("an error, which it must never be"), 0};
}

void PlatformContract::itSaysWhatIsLeft()
{
    const auto room = waitFor(m_subject.platform->headroom({}));
    QVERIFY(room.ok());
    QVERIFY(room->memory > 0);
    QVERIFY(room->disk > 0);
    CallContext context;
    context.cancel = cancelledToken();
    QVERIFY(waitFor(m_subject.platform->headroom(context)).cancelled());
}

void PlatformContract::theNetworkIsEnsuredTwice()
{
    REQUIRE_CAPABILITY(provision);
    Provision* provision = m_subject.platform->provision();
    QVERIFY(waitFor(provision->ensureNetwork(m_subject.fleet, m_subject.network, {})).ok());
    QVERIFY(waitFor(provision->ensureNetwork(m_subject.fleet, m_subject.network, {})).ok());
}

void PlatformContract::anImageIsImportedTwice()
{
    REQUIRE_CAPABILITY(imageImport);
    ImageImport* images = m_subject.platform->imageImport();
    for (int time = 0; time < 2; ++time) {
        const auto imported = waitFor(images->importImage(m_subject.layout, m_subject.image, m_subject.digest, {}));
        QVERIFY2(imported.ok(), imported.failed() ? qPrintable(imported.error().detail) : "cancelled");
        QCOMPARE(waitFor(images->hasImage(m_subject.digest, {})).value(), true);
    }
    QCOMPARE(waitFor(images->hasImage(Digest::ofBytes("never built"), {})).value(), false);
}

void PlatformContract::anImageThatIsNotThereIsRefused()
{
    REQUIRE_CAPABILITY(provision);
    NodeSpec spec = m_subject.node(1);
    spec.image.version = QStringLiteral("0.0.0-absent");
    spec.digest = Digest::ofBytes("never built");
    const auto created = waitFor(m_subject.platform->provision()->create(m_subject.fleet, spec, {}));
    QVERIFY(created.failed());
    QCOMPARE(created.error().code, ErrorCode::ImageNotOnPlatform);
    QCOMPARE(created.error().args, QStringList{spec.image.text()});
    QVERIFY(nodes().isEmpty());
}

void PlatformContract::aCancelledCreateMakesNothing()
{
    REQUIRE_CAPABILITY(provision);
    CallContext context;
    context.cancel = cancelledToken();
    QVERIFY(waitFor(m_subject.platform->provision()->create(m_subject.fleet, m_subject.node(1), context)).cancelled());
    QVERIFY(nodes().isEmpty());
}

void PlatformContract::aNodeIsWhatItWasToldToBe()
{
    REQUIRE_CAPABILITY(provision);
    const auto created = create(1);
    QVERIFY2(created.ok(), created.failed() ? qPrintable(created.error().detail) : "cancelled");
    const NodeSpec spec = m_subject.node(1);
    const NodeFacts node = facts(1);
    QCOMPARE(node.name, spec.name);
    QCOMPARE(node.group, spec.group);
    QCOMPARE(node.role, spec.role);
    QCOMPARE(node.slot, spec.slot);
    QCOMPARE(node.deployment, spec.deployment);
    QCOMPARE(node.image, spec.image);
    QCOMPARE(node.digest, spec.digest);
    QCOMPARE(node.address, spec.address);
    QCOMPARE(portTexts(node.ports), portTexts(spec.ports));
    QCOMPARE(node.sshHostKey, spec.sshHostKey);
    QCOMPARE(node.birth.files, birthFiles(spec));
    QVERIFY(node.birth.bornAt.isValid());
    QCOMPARE(node.birth.bornAt.timeSpec(), Qt::UTC);
    QVERIFY(node.startedAt.isValid());
    QCOMPARE(node.lifecycle, Lifecycle::Running);
    QVERIFY(node.fleet == m_subject.fleet);
    QVERIFY(portTexts(spec.ports).contains(node.ssh.text() + QStringLiteral(">22")));
}

void PlatformContract::creatingItAgainChangesNothing()
{
    REQUIRE_CAPABILITY(provision);
    const NodeFacts before = facts(1);
    QVERIFY(create(1).ok());
    QCOMPARE(nodes().size(), 1);
    QVERIFY(facts(1) == before);
}

void PlatformContract::aSecondNodeIsListedInOrder()
{
    REQUIRE_CAPABILITY(provision);
    NodeSpec spec = m_subject.node(2);
    spec.name = QStringLiteral("an-earlier-name");
    QVERIFY(waitFor(m_subject.platform->provision()->create(m_subject.fleet, spec, {})).ok());
    QStringList names;
    for (const NodeFacts& node : nodes())
        names << node.name;
    QCOMPARE(names, (QStringList{spec.name, nameOf(1)}));
    QVERIFY(waitFor(m_subject.platform->provision()->destroy(m_subject.fleet, spec.name, {})).ok());
    QCOMPARE(nodes().size(), 1);
}

void PlatformContract::aTakenPortIsRefusedAndLeavesNothing()
{
    REQUIRE_CAPABILITY(provision);
    NodeSpec spec = m_subject.node(3);
    for (PublishedPort& port : spec.ports)
        if (port.inside == m_subject.servicePort)
            port.outside = serviceOf(1);
    const auto created = waitFor(m_subject.platform->provision()->create(m_subject.fleet, spec, {}));
    QVERIFY(created.failed());
    QCOMPARE(created.error().code, ErrorCode::PortTaken);
    QCOMPARE(created.error().args, (QStringList{serviceOf(1).host, QString::number(serviceOf(1).port)}));
    QCOMPARE(nodes().size(), 1);
}

void PlatformContract::theServiceAnswers()
{
    REQUIRE_CAPABILITY(httpProbe);
    const int limitMs = static_cast<int>(std::chrono::milliseconds(m_subject.bootLimit).count());
    QTRY_COMPARE_WITH_TIMEOUT(ask(serviceOf(1)).status, 200, limitMs);
    QVERIFY(ask(serviceOf(1)).failure.isEmpty());
}

void PlatformContract::nobodyAnswersOnAClosedPort()
{
    REQUIRE_CAPABILITY(httpProbe);
    const HttpAnswer answer = ask({serviceOf(1).host, 1});
    QCOMPARE(answer.status, 0);
    QVERIFY(!answer.failure.isEmpty());
    CallContext context;
    context.cancel = cancelledToken();
    QVERIFY(waitFor(m_subject.platform->httpProbe()->get(serviceOf(1), m_subject.servicePath, context)).cancelled());
}

void PlatformContract::whatANodeUsesIsTold()
{
    REQUIRE_CAPABILITY(usage);
    const auto used = waitFor(m_subject.platform->usage()->measure(m_subject.fleet, {}));
    QVERIFY2(used.ok(), used.failed() ? qPrintable(used.error().detail) : "cancelled");
    QCOMPARE(used->keys(), QStringList{nameOf(1)});
    const Utilisation own = used->value(nameOf(1));
    QVERIFY(own.cpu >= 0);
    QVERIFY(own.memory > 0);
    QVERIFY(own.memoryLimit == 0 || own.memoryLimit >= own.memory);
    QVERIFY(own.at.isValid());
    const FleetKey other{QStringLiteral("no-such-fleet"), QStringLiteral("none")};
    QVERIFY(waitFor(m_subject.platform->usage()->measure(other, {}))->isEmpty());
    CallContext context;
    context.cancel = cancelledToken();
    QVERIFY(waitFor(m_subject.platform->usage()->measure(m_subject.fleet, context)).cancelled());
}

void PlatformContract::aStopIsTold()
{
    REQUIRE_CAPABILITY(provision);
    m_subject.platform->watch(m_subject.fleet);
    QSignalSpy told(m_subject.platform.get(), &Platform::changed);
    QVERIFY(waitFor(m_subject.platform->provision()->stop(m_subject.fleet, nameOf(1), 5s, {})).ok());
    QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), toldMs);
    QCOMPARE(told.first().first().toString(), m_subject.fleet.id);
    m_subject.platform->unwatch(m_subject.fleet);
    QCOMPARE(facts(1).lifecycle, Lifecycle::Stopped);
    QVERIFY(waitFor(m_subject.platform->provision()->stop(m_subject.fleet, nameOf(1), 5s, {})).ok());
}

void PlatformContract::aStoppedNodeUsesNothing()
{
    REQUIRE_CAPABILITY(usage);
    const auto used = waitFor(m_subject.platform->usage()->measure(m_subject.fleet, {}));
    QVERIFY(used.ok());
    QVERIFY(used->isEmpty());
}

void PlatformContract::aStartBringsTheSameNodeBack()
{
    REQUIRE_CAPABILITY(provision);
    const NodeFacts before = facts(1);
    QVERIFY(waitFor(m_subject.platform->provision()->start(m_subject.fleet, nameOf(1), {})).ok());
    QVERIFY(waitFor(m_subject.platform->provision()->start(m_subject.fleet, nameOf(1), {})).ok());
    const NodeFacts after = facts(1);
    QCOMPARE(after.lifecycle, Lifecycle::Running);
    QVERIFY(after.birth == before.birth);
    QCOMPARE(after.address, before.address);
    QVERIFY(after.startedAt >= before.startedAt);
    const int limitMs = static_cast<int>(std::chrono::milliseconds(m_subject.bootLimit).count());
    QTRY_COMPARE_WITH_TIMEOUT(ask(serviceOf(1)).status, 200, limitMs);
}

void PlatformContract::anUnknownNodeIsNamed()
{
    REQUIRE_CAPABILITY(provision);
    const QString unknown = QStringLiteral("no-such-node");
    const auto started = waitFor(m_subject.platform->provision()->start(m_subject.fleet, unknown, {}));
    QVERIFY(started.failed());
    QCOMPARE(started.error().code, ErrorCode::NodeUnknown);
    QCOMPARE(started.error().args, QStringList{unknown});
}

void PlatformContract::destroyingTwiceIsFine()
{
    REQUIRE_CAPABILITY(provision);
    QVERIFY(waitFor(m_subject.platform->provision()->destroy(m_subject.fleet, nameOf(1), {})).ok());
    QVERIFY(nodes().isEmpty());
    QVERIFY(waitFor(m_subject.platform->provision()->destroy(m_subject.fleet, nameOf(1), {})).ok());
}

void PlatformContract::changesAreToldOnlyWhileWatched()
{
    REQUIRE_CAPABILITY(provision);
    QSignalSpy told(m_subject.platform.get(), &Platform::changed);
    QVERIFY(create(1).ok());
    QVERIFY(!told.wait(300));
    m_subject.platform->watch(m_subject.fleet);
    QVERIFY(waitFor(m_subject.platform->provision()->destroy(m_subject.fleet, nameOf(1), {})).ok());
    QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), toldMs);
    m_subject.platform->unwatch(m_subject.fleet);
}

/// A fleet nobody knows: its network cannot go while a node is in it, and goes after it.
void PlatformContract::possessionsAreListedAndRemovedWhenNothingHoldsThem()
{
    Possessions* possessions = m_subject.platform->possessions();
    if (!possessions)
        QSKIP("this platform lists none");
    NodeSpec spec = m_subject.node(1);
    spec.volumes = {{QStringLiteral("left"), QStringLiteral("/var/lib/left")}};
    QVERIFY(waitFor(m_subject.platform->provision()->create(m_subject.fleet, spec, {})).ok());
    const auto ours = [&](OrphanKind kind) {
        QList<Possession> found;
        const auto listed = waitFor(possessions->list({}));
        for (const Possession& it : listed.ok() ? *listed : QList<Possession>()) {
            const bool image = kind == OrphanKind::Image && it.id == m_subject.digest.hex();
            if (it.kind == kind && (image || it.fleet.id == m_subject.fleet.id))
                found << it;
        }
        return found;
    };
    QCOMPARE(ours(OrphanKind::Node).size(), 1);
    QCOMPARE(ours(OrphanKind::Node).first().part, spec.name);
    for (const OrphanKind kind : {OrphanKind::Network, OrphanKind::Volume, OrphanKind::Image}) {
        const QList<Possession> held = ours(kind);
        QCOMPARE(held.size(), 1);
        QVERIFY(held.first().inUse);
        const auto refused = waitFor(possessions->remove(held.first(), {}));
        QVERIFY(refused.failed());
        QCOMPARE(refused.error().code, ErrorCode::EngineRefused);
        QCOMPARE(ours(kind).size(), 1);
    }
    QCOMPARE(ours(OrphanKind::Volume).first().part, QStringLiteral("left"));
    QVERIFY(ours(OrphanKind::Volume).first().madeAt.isValid());
    for (const OrphanKind kind : {OrphanKind::Node, OrphanKind::Volume, OrphanKind::Network}) {
        const QList<Possession> found = ours(kind);
        QCOMPARE(found.size(), 1);
        QVERIFY(!found.first().inUse);
        QVERIFY(waitFor(possessions->remove(found.first(), {})).ok());
        QCOMPARE(ours(kind), QList<Possession>());
        QVERIFY(waitFor(possessions->remove(found.first(), {})).ok()); // what is gone is removed
    }
}

void PlatformContract::theNetworkIsRemovedTwice()
{
    REQUIRE_CAPABILITY(provision);
    Provision* provision = m_subject.platform->provision();
    QVERIFY(waitFor(provision->removeVolumes(m_subject.fleet, {})).ok());
    QVERIFY(waitFor(provision->removeVolumes(m_subject.fleet, {})).ok());
    QVERIFY(waitFor(provision->removeNetwork(m_subject.fleet, {})).ok());
    QVERIFY(waitFor(provision->removeNetwork(m_subject.fleet, {})).ok());
}

} // namespace snowmelt::contract
