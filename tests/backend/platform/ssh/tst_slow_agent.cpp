// SPDX-License-Identifier: GPL-3.0-or-later
// An agent's time, in which it may ask its person, is not the host's.
#include "backend/platform/ssh/ssh_platform.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "models/domain/ssh/host_key.h"
#include "tests/backend/transport/fake_agent.h"
#include "tests/backend/transport/test_sshd.h"
#include "tests/support/nobody_to_ask.h"

#include <QCoro/QCoroTask>

using namespace snowmelt;
using namespace snowmelt::testing;
using namespace std::chrono_literals;
using QCoro::waitFor;

class TestSlowAgent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCoreApplication::processEvents(); } // connections that were being closed are freed from the loop

    void aHostIsNotGivenUpMeanwhile()
    {
        const TestSshd sshd;
        FakeAgent agent(sshd.path(u"agent.sock"_qs));
        const SshTarget target = sshd.target();
        agent.answers.insert(listRequest, listOf({parseHostKey(sshd.text(u"client.pub"_qs))->blob}));
        agent.answers.insert(signRequest, wireText(QByteArray(1, 5))); // it says no in the end
        agent.delayMs = 3000;
        sshd.makeKey(u"other"_qs, u"ed25519"_qs);
        sshd.authorize(u"other"_qs);
        QVERIFY(QDir().mkpath(sshd.path(u".ssh"_qs)));
        QFile config(sshd.path(u".ssh/config"_qs));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("Host one\n HostName 127.0.0.1\n Port " + QByteArray::number(target.endpoint.port) + "\n User " +
                     target.user.toUtf8() + "\n IdentityAgent " + agent.fullServerName().toUtf8() + "\n IdentityFile " +
                     sshd.path(u"other"_qs).toUtf8() + "\n StrictHostKeyChecking accept-new\n");
        config.close();
        test::NobodyToAsk nobody;
        HostTiming timing;
        timing.silence = 2s;
        timing.quiet = 1s;
        SshPlatform platform(&nobody, timing, {u"root"_qs, sshd.path({}), u"desk"_qs, 0, {}});
        const auto blueprint = parseBlueprint("snowmelt: 1\nname: slow\nplatform: {kind: ssh}\n"
                                              "groups: {web: {hosts: [one], port: 80}}\n",
                                              u"/x/slow.yaml"_qs);
        QVERIFY(blueprint.ok());
        platform.know({u"slow"_qs, u"slow"_qs}, blueprint.value);
        QVERIFY(waitFor(platform.open({})).ok()); // as a person begins something
        const auto nodes = waitFor(platform.observe()->list({u"slow"_qs, u"slow"_qs}, {}));
        QVERIFY(nodes.ok());
        QCOMPARE(nodes->size(), 1);
        const Error unseen = nodes->first().unseen.value_or(Error());
        QVERIFY2(!nodes->first().unseen, qPrintable(unseen.args.join(u' ')));
        QVERIFY(agent.asked.contains(signRequest));
        QCOMPARE(sshd.logins(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSlowAgent)
#include "tst_slow_agent.moc"
