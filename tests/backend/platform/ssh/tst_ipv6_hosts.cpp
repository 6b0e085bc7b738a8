// SPDX-License-Identifier: GPL-3.0-or-later
// Hosts that have IPv6 alone, on real sshd. As root the test stands on a machine of its own, whose only network has no
// IPv4; whoever else runs it has ::1.
#include "backend/platform/ssh/ssh_platform.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "tests/backend/transport/test_sshd.h"
#include "tests/support/nobody_to_ask.h"

#include <QCoro/QCoroTask>

#include <sched.h>

using namespace snowmelt;
using namespace snowmelt::testing;
using QCoro::waitFor;

namespace {

const FleetKey fleet{QStringLiteral("six"), QStringLiteral("six")};

/// Network and mounts of this process, and of what it starts, become its own.
bool standsAlone()
{
    return geteuid() == 0 && ::unshare(CLONE_NEWNET | CLONE_NEWNS) == 0;
}

bool isFurnished(const QString& hosts)
{
    const QString shell = QStringLiteral("set -e; mount --make-rprivate /; mount --bind %1 /etc/hosts\n"
                                         "ip link set lo up; ip link add six0 type veth peer name six1\n"
                                         "ip link set six0 up; ip link set six1 up\n"
                                         "ip addr add fd97::1/64 dev six0 nodad\n"
                                         "ip addr add fe80::97/64 dev six0 nodad\n");
    return QProcess::execute(QStringLiteral("sh"), {QStringLiteral("-c"), shell.arg(hosts)}) == 0;
}

Blueprint blueprintOf(const QByteArray& hosts)
{
    const QByteArray text =
        "snowmelt: 1\nname: six\nplatform: {kind: ssh}\ngroups: {web: {hosts: [" + hosts + "], port: 80}}\n";
    const auto parsed = parseBlueprint(text, QStringLiteral("/x/six.yaml"));
    Q_ASSERT(parsed.ok());
    return parsed.value;
}

} // namespace

#define VERIFY_REACHED(result)                                                                                         \
    do {                                                                                                               \
        const auto& seen = (result);                                                                                   \
        QVERIFY2(seen.ok(), seen.failed() ? qPrintable(seen.error().args.join(u' ') + seen.error().detail) : "-");     \
        QCOMPARE(seen->out, QByteArray("in\n"));                                                                       \
    } while (false)

class TestIpv6Hosts : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    bool m_alone = false;
    test::NobodyToAsk m_nobody;
    std::unique_ptr<SshPlatform> m_platform;

    QString file(const QString& name) const { return m_folder.filePath(name); }
    QString knownHosts() const { return file(QStringLiteral(".ssh/known_hosts")); }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile out(file(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
        QVERIFY(out.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }
    QByteArray known() const
    {
        QFile in(knownHosts());
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    static QByteArray block(const QByteArray& host, const QByteArray& hostName, const TestSshd& sshd)
    {
        const SshTarget target = sshd.target();
        return "Host " + host + "\n HostName " + hostName + "\n Port " + QByteArray::number(target.endpoint.port) +
               "\n User " + target.user.toUtf8() + "\n IdentityFile " + target.privateKeyFile.toUtf8() + '\n';
    }
    void configure(const QByteArray& lines, const QByteArray& strictness) const
    {
        write(QStringLiteral(".ssh/config"), lines + "Host *\n StrictHostKeyChecking " + strictness +
                                                 "\n HashKnownHosts no\n UserKnownHostsFile " + knownHosts().toUtf8() +
                                                 '\n');
    }
    Result<ExecResult> reached(const QByteArray& hosts, const QString& name)
    {
        SshPerson person{QStringLiteral("root"), m_folder.path(), QStringLiteral("desk"), 0, {}};
        m_platform = std::make_unique<SshPlatform>(&m_nobody, HostTiming{}, person);
        m_platform->know(fleet, blueprintOf(hosts));
        const auto listed = waitFor(m_platform->observe()->list(fleet, {}));
        if (!listed.ok())
            return listed.as<ExecResult>();
        for (const NodeFacts& node : *listed) {
            if (node.name == name && node.unseen)
                return *node.unseen;
            if (node.name == name)
                return waitFor(static_cast<Platform&>(*m_platform).exec()->exec(node, {"echo in", {}}, {}));
        }
        return Error{ErrorCode::Unexpected, {name}, {}};
    }
    /// The machine's own client, with the same files.
    bool sshReaches(const QString& host, const QString& strictness) const
    {
        QProcess ssh;
        ssh.start(QStringLiteral("ssh"), {QStringLiteral("-F"), file(QStringLiteral(".ssh/config")),
                                          QStringLiteral("-o"), QStringLiteral("BatchMode=yes"), QStringLiteral("-o"),
                                          u"StrictHostKeyChecking=" + strictness, host, QStringLiteral("echo in")});
        return ssh.waitForFinished(60'000) && ssh.readAllStandardOutput() == "in\n";
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral(".ssh")));
        write(QStringLiteral("hosts"), "127.0.0.1 localhost\nfd97::1 six.test\n");
        QVERIFY(QFile::setPermissions(file(QStringLiteral("hosts")), QFile::ReadOwner | QFile::ReadOther));
        m_alone = standsAlone();
        if (m_alone && !isFurnished(file(QStringLiteral("hosts"))))
            QSKIP("there are no network devices to be made");
    }
    void cleanup()
    {
        m_platform.reset();
        QFile::remove(knownHosts());
    }

    void throughHostName_data()
    {
        QTest::addColumn<QString>("listens");
        QTest::addColumn<QByteArray>("hostName"); // as the configuration has it
        QTest::addColumn<QByteArray>("knownAs");
        QTest::newRow("loopback") << u"::1"_qs << QByteArray("::1") << QByteArray("::1");
        QTest::newRow("spelled otherwise") << u"::1"_qs << QByteArray("0:0:0::0:1") << QByteArray("::1");
        QTest::newRow("network") << u"fd97::1"_qs << QByteArray("FD97::1") << QByteArray("fd97::1");
        QTest::newRow("name") << u"fd97::1"_qs << QByteArray("six.test") << QByteArray("six.test");
        QTest::newRow("link") << u"fe80::97%six0"_qs << QByteArray("fe80::97%%six0") << QByteArray("fe80::97%six0");
    }
    void throughHostName()
    {
        QFETCH(QString, listens);
        QFETCH(QByteArray, hostName);
        QFETCH(QByteArray, knownAs);
        if (!m_alone && listens != u"::1")
            QSKIP("only root gets a network of its own");
        const TestSshd sshd({}, {}, listens);
        configure(block("six", hostName, sshd), "accept-new");
        VERIFY_REACHED(reached("six", u"six"_qs));
        const QByteArray name = '[' + knownAs + "]:" + QByteArray::number(sshd.target().endpoint.port);
        QVERIFY2(known().startsWith(QByteArray(name + " ssh-ed25519 ")), known().constData());
        QVERIFY(sshReaches(u"six"_qs, u"yes"_qs)); // by the line that was written

        QVERIFY(QFile::remove(knownHosts()));
        QVERIFY(sshReaches(u"six"_qs, u"accept-new"_qs));
        configure(block("six", hostName, sshd), "yes");
        VERIFY_REACHED(reached("six", u"six"_qs)); // by ssh's
        QVERIFY(QFile::remove(knownHosts()));
        const auto unknown = reached("six", u"six"_qs);
        QVERIFY(unknown.failed());
        QCOMPARE(unknown.error().code, ErrorCode::HostKeyUnknown);
        QCOMPARE(unknown.error().args.at(2), QString::fromUtf8(name));
    }

    void throughAJumpHost()
    {
        const TestSshd gate({}, {}, u"::1"_qs);
        const TestSshd behind({}, {}, m_alone ? u"fd97::1"_qs : u"::1"_qs);
        const QByteArray jump = " ProxyJump root@[::1]:" + QByteArray::number(gate.target().endpoint.port) + '\n';
        const QByteArray key = "Host ::1\n IdentityFile " + gate.target().privateKeyFile.toUtf8() + '\n';
        configure(block("behind", m_alone ? "fd97::1" : "::1", behind) + jump + key, "accept-new");
        VERIFY_REACHED(reached("behind", u"behind"_qs));
        QCOMPARE(gate.logins(), 1);
        QCOMPARE(behind.logins(), 1);
        QCOMPARE(known().count('\n'), 2);
        QVERIFY(known().startsWith("[::1]:"));
    }

    void addressesInTheBlueprint()
    {
        const TestSshd sshd({}, {}, u"::1"_qs);
        configure(block("::1", "::1", sshd) + "Host *\n Port 1\n", "accept-new");
        VERIFY_REACHED(reached("\"::1\"", u"::1"_qs));
        VERIFY_REACHED(reached("\"::[1-2]\"", u"::1"_qs));
        const auto nobody = reached("\"::[1-2]\"", u"::2"_qs);
        QVERIFY(nobody.failed());
        QCOMPARE(nobody.error().code, ErrorCode::SshUnreachable);
        QCOMPARE(nobody.error().args, (QStringList{u"::2"_qs, u"[::2]:1"_qs}));
    }
};

QTEST_GUILESS_MAIN(TestIpv6Hosts)
#include "tst_ipv6_hosts.moc"
