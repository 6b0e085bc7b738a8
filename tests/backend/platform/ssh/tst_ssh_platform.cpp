// SPDX-License-Identifier: GPL-3.0-or-later
// Hosts that were there before, on real sshd in network namespaces: who logs in with which shell and which rights, what
// the configuration says, and that one dead host delays nobody.
#include "backend/drift/probe_run.h"
#include "backend/platform/ssh/ssh_platform.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "tests/support/host_farm.h"
#include "tests/support/nobody_to_ask.h"

#include <QCoro/QCoroTask>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace snowmelt;
using namespace std::chrono_literals;
using QCoro::waitFor;

namespace {

const FleetKey fleet{QStringLiteral("farm"), QStringLiteral("farm")};

const QByteArray people = "Host sh\n User plainuser\nHost adm\n User admin\nHost bash\n User noisy\nHost fish\n User "
                          "fishy\nHost csh\n User odd\nHost none\n User nobodyhome\nHost sh adm bash fish csh none\n "
                          "HostName 10.97.91.6\n";

Blueprint blueprintOf(const QByteArray& hosts, const QByteArray& platform = "kind: ssh")
{
    const QByteArray text =
        "snowmelt: 1\nname: farm\nplatform: {" + platform + "}\ngroups: {web: {hosts: [" + hosts + "], port: 80}}\n";
    const auto parsed = parseBlueprint(text, QStringLiteral("/x/farm.yaml"));
    Q_ASSERT(parsed.ok());
    return parsed.value;
}

} // namespace

class TestSshPlatform : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::HostFarm> m_farm;
    test::NobodyToAsk m_nobody;
    std::unique_ptr<SshPlatform> m_platform;

    void open(const Blueprint& blueprint, HostTiming timing = {})
    {
        m_platform = std::make_unique<SshPlatform>(&m_nobody, timing, m_farm->person());
        m_platform->know(fleet, blueprint);
    }
    QList<NodeFacts> nodes()
    {
        const auto listed = waitFor(m_platform->observe()->list(fleet, {}));
        return listed.ok() ? *listed : QList<NodeFacts>();
    }
    NodeFacts node(const QString& name)
    {
        for (const NodeFacts& one : nodes())
            if (one.name == name)
                return one;
        return {};
    }
    Result<ExecResult> exec(const QString& name, const QByteArray& script)
    {
        Platform& platform = *m_platform;
        return waitFor(platform.exec()->exec(node(name), {script, {}}, {}));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_farm = std::make_unique<test::HostFarm>();
        if (!m_farm->fault().isEmpty())
            QSKIP(qPrintable(m_farm->fault()));
    }
    void cleanup()
    {
        m_platform.reset();
        QCoreApplication::processEvents(); // connections that were being closed are freed from the loop
        m_farm->configure();
    }

    void everyLoginShellRunsTheScript_data()
    {
        QTest::addColumn<QString>("host");
        for (const char* host : {"sh", "bash", "fish", "csh", "adm"})
            QTest::newRow(host) << QString::fromLatin1(host);
    }
    void everyLoginShellRunsTheScript()
    {
        QFETCH(QString, host);
        m_farm->configure(people);
        open(blueprintOf(host.toUtf8()));
        const auto result = exec(host, "printf 'it runs'; printf oops >&2; exit 7\n");
        QVERIFY2(result.ok(), result.failed() ? qPrintable(result.error().detail) : "cancelled");
        QCOMPARE(result->out, QByteArray("it runs"));
        QCOMPARE(result->err, QByteArray("oops"));
        QCOMPARE(result->exitStatus, 7);
    }

    void aLoginWithoutAShellIsSaid()
    {
        m_farm->configure(people);
        open(blueprintOf("none, sh"));
        const NodeFacts closed = node(u"none"_qs);
        QVERIFY(closed.unseen);
        QCOMPARE(closed.unseen->code, ErrorCode::RemoteCommandFailed);
        QVERIFY(closed.unseen->detail.contains(u"not available"_qs));
        QCOMPARE(closed.lifecycle, Lifecycle::Running);
        QVERIFY(!node(u"sh"_qs).unseen);
        QCOMPARE(exec(u"none"_qs, "true\n").error(), *closed.unseen);
    }

    void sudoIsUsedWhereItIsAllowed()
    {
        m_farm->configure(people);
        QVERIFY(QFile::resize(m_farm->path(u"sudo.log"_qs), 0));
        open(blueprintOf("adm, sh, plain"));
        QCOMPARE(exec(u"adm"_qs, "id -u\n")->out, QByteArray("0\n"));
        QCOMPARE(exec(u"plain"_qs, "id -u\n")->out, QByteArray("0\n"));
        QVERIFY(exec(u"sh"_qs, "id -u\n")->out.toInt() > 0);
        (void)exec(u"sh"_qs, "true\n");
        QFile log(m_farm->path(u"sudo.log"_qs));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray asked = log.readAll();
        QCOMPARE(asked.count("plainuser: -n -- /bin/sh -s\n"), 1); // tried once, and never again
        QVERIFY(!asked.contains("root:"));
    }

    void whoIsReachedAndHow()
    {
        open(blueprintOf("hidden, plain", "kind: ssh, user: root"));
        const NodeFacts hidden = node(u"hidden"_qs);
        QVERIFY2(!hidden.unseen, hidden.unseen ? qPrintable(hidden.unseen->detail) : "");
        QCOMPARE(hidden.sshUser, u"root"_qs);
        QCOMPARE(hidden.sshJumps, QStringList{u"root@10.97.91.2"_qs});
        QCOMPARE(hidden.address, u"10.97.91.10"_qs);
        QCOMPARE(hidden.ssh, (Endpoint{u"10.97.91.10"_qs, 22}));
        QCOMPARE(hidden.group, u"web"_qs);
        QCOMPARE(node(u"plain"_qs).sshJumps, QStringList());
    }

    void oneDeadHostDelaysNobody()
    {
        // Nobody has this address: what is sent there gets no answer at all.
        m_farm->configure("Host dead\n HostName 10.97.91.7\n ProxyJump none\n");
        HostTiming timing;
        timing.quiet = 1s;
        open(blueprintOf("dead, plain, gate"), timing);
        const QList<NodeFacts> listed = nodes();
        QCOMPARE(listed.size(), 3);
        QCOMPARE(listed.at(0).name, u"dead"_qs);
        QVERIFY(listed.at(0).unseen);
        QCOMPARE(listed.at(0).unseen->code, ErrorCode::SshUnreachable);
        QCOMPARE(listed.at(0).lifecycle, Lifecycle::Stopped);
        QVERIFY(!listed.at(1).unseen);
        QVERIFY(!listed.at(2).unseen);
    }

    void keysNobodyKnowsAreNotTrusted()
    {
        m_farm->configure("Host stranger\n HostName 10.97.91.6\n UserKnownHostsFile /dev/null\n"
                          " StrictHostKeyChecking ask\n");
        open(blueprintOf("stranger"));
        const NodeFacts stranger = node(u"stranger"_qs);
        QVERIFY(stranger.unseen);
        QCOMPARE(stranger.unseen->code, ErrorCode::NobodyAnswered);
        QCOMPARE(stranger.lifecycle, Lifecycle::Running);
    }

    void theConfigurationIsReadAnew()
    {
        m_farm->configure("Host plain\n Port x\n");
        open(blueprintOf("plain"));
        const NodeFacts wrong = node(u"plain"_qs);
        QVERIFY(wrong.unseen);
        QCOMPARE(wrong.unseen->code, ErrorCode::SshConfigInvalid);
        QCOMPARE(wrong.unseen->args,
                 (QStringList{u"plain"_qs, m_farm->path(u"person/.ssh/config"_qs), u"2"_qs, u"2"_qs}));
        m_farm->configure();
        QVERIFY(!node(u"plain"_qs).unseen);
    }

    void whatLeadsElsewhereIsRefusedWhatDoesNotIsTold()
    {
        m_farm->configure("Host plain\n ProxyCommand nc %h %p\nHost gate\n Ciphers aes128-ctr\n");
        open(blueprintOf("plain, gate"));
        const NodeFacts plain = node(u"plain"_qs);
        QVERIFY(plain.unseen);
        QCOMPARE(plain.unseen->code, ErrorCode::SshConfigUnsupported);
        QCOMPARE(plain.unseen->args.value(1), u"ProxyCommand"_qs);
        QVERIFY(!node(u"gate"_qs).unseen);
        Platform& platform = *m_platform;
        QCOMPARE(platform.takeNotes(fleet),
                 QStringList{m_farm->path(u"person/.ssh/config"_qs) + u":4:2: Ciphers aes128-ctr"});
        (void)nodes();
        QCOMPARE(platform.takeNotes(fleet), QStringList());
    }

    void aBlueprintsOwnConfigurationIsTheOnlyOne()
    {
        const QString own = m_farm->path(u"person/own"_qs);
        QFile file(own);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Host elsewhere\n HostName 10.97.91.6\n StrictHostKeyChecking yes\n");
        file.close();
        Blueprint blueprint = blueprintOf("elsewhere", "kind: ssh, ssh-config: own");
        blueprint.path = m_farm->path(u"person/farm.yaml"_qs);
        open(blueprint);
        QVERIFY(!node(u"elsewhere"_qs).unseen);
        blueprint.platform.sshConfig = u"missing"_qs;
        open(blueprint);
        QCOMPARE(node(u"elsewhere"_qs).unseen->code, ErrorCode::SshConfigInvalid);
    }

    void hostsThatAnsweredAreNotAskedAgainAtOnce()
    {
        open(blueprintOf("plain"));
        (void)nodes();
        const int logins = m_farm->logins(u"plain"_qs);
        (void)nodes();
        (void)exec(u"plain"_qs, "true\n");
        QCOMPARE(m_farm->logins(u"plain"_qs), logins); // one connection for all of it
    }

    void changesAreToldOnlyWhileWatched()
    {
        HostTiming timing;
        timing.fresh = timing.retry = 0ms;
        open(blueprintOf("plain"), timing);
        QSignalSpy told(m_platform.get(), &Platform::changed);
        (void)nodes();
        QCOMPARE(told.size(), 0);
        m_platform->watch(fleet);
        QVERIFY(m_farm->setRunning(u"plain"_qs, false));
        QTRY_COMPARE_WITH_TIMEOUT(node(u"plain"_qs).lifecycle, Lifecycle::Stopped, 60'000);
        QVERIFY(!told.isEmpty());
        QVERIFY(m_farm->setRunning(u"plain"_qs, true));
        m_platform->unwatch(fleet);
    }

    /// Through a jump host, by a user who is not root and may not become it.
    void aLookSaysWhatOnlyRootMaySee()
    {
        m_farm->configure("Host inner\n HostName 10.97.91.10\n ProxyJump gate\n User plainuser\n");
        open(blueprintOf("inner"));
        Platform& platform = *m_platform;
        ProbeRequest request;
        request.nonce = makeNonce();
        request.sections = {DriftSection::Users, DriftSection::Sockets};
        const NodeFacts inner = node(u"inner"_qs);
        const auto facts = waitFor(runProbe(platform.exec(), inner, request, CallContext().within(120s)));
        QVERIFY2(facts.ok(), facts.failed() ? qPrintable(codeName(facts.error().code)) : "cancelled");
        QVERIFY((*facts)->seen.contains(DriftSection::Users));
        QVERIFY(!(*facts)->users.isEmpty());
        QVERIFY(!(*facts)->processesAreNamed);
    }
};

QTEST_GUILESS_MAIN(TestSshPlatform)
#include "tst_ssh_platform.moc"
