// SPDX-License-Identifier: GPL-3.0-or-later
// Hosts that misbehave once a script runs on them: each has a state of its own, and the others of the round do not
// notice. What goes wrong before that is tests/backend/transport's.
#include "backend/drift/probe_run.h"
#include "backend/drift/scan_round.h"
#include "models/domain/code_names.h"
#include "tests/backend/transport/test_sshd.h"

using namespace snowmelt;
using namespace snowmelt::testing;
using namespace std::chrono_literals;

namespace {

/// Nodes by name, each with an sshd of its own.
class SomeHosts : public Exec
{
public:
    void add(const QString& name, const QString& config = {}) { m_hosts[name] = std::make_unique<TestSshd>(config); }
    Task<ExecResult> exec(NodeFacts node, ExecRequest request, CallContext context) override
    {
        return m_ssh.exec(m_hosts.at(node.name)->target(), std::move(request), std::move(context));
    }
    void remove(const QString& name)
    {
        m_ssh.forget(m_hosts.at(name)->target().endpoint);
        m_hosts.erase(name);
    }

private:
    std::map<QString, std::unique_ptr<TestSshd>> m_hosts;
    SshExec m_ssh;
};

/// Gives a node's earlier answer, or a piece of one.
class ReplayedNode : public Exec
{
public:
    Task<ExecResult> exec(NodeFacts, ExecRequest, CallContext) override
    {
        const ExecResult given = answer; // GCC 12 moves a member out
        co_return given;
    }
    ExecResult answer;
};

NodeFacts named(const QString& name)
{
    NodeFacts node;
    node.name = name;
    return node;
}

qint64 peakMemoryKiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').at(1).toLongLong();
    }
    return 0;
}

} // namespace

class TestBadHosts : public QObject
{
    Q_OBJECT

    std::unique_ptr<SomeHosts> m_hosts;
    std::unique_ptr<QTemporaryDir> m_folder;
    QMap<QString, Result<FactsPtr>> m_found;
    const QString m_bad = QStringLiteral("bad");
    const QStringList m_good{QStringLiteral("good-1"), QStringLiteral("good-2")};

    ProbeRequest request() const { return {makeNonce(), QFile::encodeName(m_folder->path()), {}, {}}; }

    // Good ones before and behind it.
    void scanRound(std::chrono::milliseconds patience)
    {
        m_found.clear();
        ScanRound<FactsPtr> round;
        round.nodes = {named(m_good.first()), named(m_bad), named(m_good.last())};
        round.scan = [this, patience](const NodeFacts& node) {
            const bool isBad = node.name == m_bad;
            return runProbe(m_hosts.get(), node, request(), CallContext::cleanup(isBad ? patience : 100s), {});
        };
        round.begun = [](const NodeFacts&) {};
        round.ended = [this](const NodeFacts& node, const Result<FactsPtr>& facts) {
            m_found.insert(node.name, facts);
        };
        QCoro::waitFor(scanAll(round));
    }

    QString stateOf(const QString& name) const
    {
        const Result<FactsPtr> found = m_found.value(name);
        if (found.failed())
            return codeName(found.error().code);
        QStringList reasons;
        for (const Unseen& unseen : (*found)->unseen)
            reasons.append(unseen.reason);
        reasons.removeDuplicates();
        return reasons.isEmpty() ? QStringLiteral("complete") : reasons.join(u", ");
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(QStringLiteral("/usr/bin/dpkg-query")))
            QSKIP("a Debian host is needed");
        m_folder = std::make_unique<QTemporaryDir>();
        QFile file(m_folder->filePath(QString::fromUtf8("\x1b]0;owned\x07\n\xe2\x80\xae")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QFile broken(QFile::decodeName(QFile::encodeName(m_folder->path()) + "/plain"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        m_hosts = std::make_unique<SomeHosts>();
        for (const QString& name : m_good)
            m_hosts->add(name);
    }
    void cleanupTestCase()
    {
        m_hosts.reset();
        for (int turn = 0; turn < 20; ++turn) // channels that were being closed are freed from the loop
            QCoreApplication::processEvents();
    }

    void haveAStateOfTheirOwn_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* title, const char* command, const char* state, const char* detail = "") {
            QTest::newRow(title) << QString::fromLatin1(command) << QString::fromLatin1(state)
                                 << QString::fromLatin1(detail);
        };
        row("nologin", "/usr/sbin/nologin", "probeUnreadable");
        row("a shell that ends at once", "exit 0", "probeUnreadable");
        row("a shell that is not there", "/nowhere/shell", "probeUnreadable", "/nowhere/shell");
        row("a message of the day", "echo Welcome; echo 'to the jungle' >&2; exec /bin/sh -s", "complete");
        row("fish", "exec /usr/bin/fish -c \"$SSH_ORIGINAL_COMMAND\"", "complete");
        row("a shell that is none and says the script back", "cat", "the answer has no end");
        row("an end in the middle", "/bin/sh -s | head -c 3000", "the answer has no end");
        row("a connection that breaks", "/bin/sh -s | head -c 3000; kill -9 $PPID", "sshBroken");
    }
    void haveAStateOfTheirOwn()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, detail);
        if (command.contains(u"fish") && !QFile::exists(QStringLiteral("/usr/bin/fish")))
            QSKIP("fish is not installed");
        m_hosts->add(m_bad, u"ForceCommand " + command + u'\n');
        scanRound(100s);
        m_hosts->remove(m_bad);
        QTEST(stateOf(m_bad), "state");
        if (!detail.isEmpty())
            QVERIFY2(m_found.value(m_bad).error().detail.contains(detail),
                     qPrintable(m_found.value(m_bad).error().detail));
        for (const QString& name : m_good)
            QCOMPARE(stateOf(name), QStringLiteral("complete"));
    }

    void oneThatHangsInTheMiddle()
    {
        // Ends with its connection.
        m_hosts->add(m_bad, QStringLiteral("ForceCommand /bin/sh -s | head -c 3000; "
                                           "while kill -0 $PPID; do sleep 0.2; done 2> /dev/null\n"));
        scanRound(3s);
        m_hosts->remove(m_bad);
        QVERIFY(m_found.value(m_bad).failed());
        QCOMPARE(stateOf(m_bad), QStringLiteral("timedOut"));
        for (const QString& name : m_good)
            QCOMPARE(stateOf(name), QStringLiteral("complete"));
    }

    void oneThatNeverStopsTalking_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("state");
        QTest::newRow("nothing else") << QStringLiteral("head -c 2147483648 /dev/zero")
                                      << QStringLiteral("probeUnreadable");
        QTest::newRow("in the middle") << QStringLiteral("/bin/sh -s | { head -c 3000; head -c 2147483648 /dev/zero; }")
                                       << QStringLiteral("truncated");
        QTest::newRow("as complaints") << QStringLiteral("head -c 2147483648 /dev/zero >&2")
                                       << QStringLiteral("probeUnreadable");
    }
    void oneThatNeverStopsTalking()
    {
        QFETCH(const QString, command);
        const qint64 before = peakMemoryKiB();
        m_hosts->add(m_bad, u"ForceCommand " + command + u'\n');
        scanRound(100s);
        m_hosts->remove(m_bad);
        QTEST(stateOf(m_bad), "state");
        QVERIFY(peakMemoryKiB() - before < 1024 * 1024); // of the 2 GiB that were sent
        for (const QString& name : m_good)
            QCOMPARE(stateOf(name), QStringLiteral("complete"));
    }

    // An answer of another time is none: it has another nonce. Pieces of a right one are not made up for.
    void answersThatAreNotOfThisQuestion()
    {
        ReplayedNode node;
        ProbeRequest old = request();
        ExecRequest sent;
        sent.script = probeScript(old);
        node.answer = *QCoro::waitFor(m_hosts->exec(named(m_good.first()), sent, CallContext::cleanup(100s)));
        QVERIFY(node.answer.out.size() > 10'000);
        const auto replayed = QCoro::waitFor(runProbe(&node, named(m_bad), request(), CallContext::cleanup(100s), {}));
        QVERIFY(replayed.failed());
        QCOMPARE(replayed.error().code, ErrorCode::ProbeUnreadable);

        const QByteArray whole = node.answer.out;
        QVERIFY(whole.size() > 10'000);
        for (qsizetype size = whole.size() - 1; size > 0; size -= whole.size() / 20) {
            node.answer.out = whole.left(size);
            const auto cut = QCoro::waitFor(runProbe(&node, named(m_bad), old, CallContext::cleanup(100s), {}));
            QVERIFY(cut.failed() || !(*cut)->unseen.isEmpty());
        }
        node.answer.out = whole + whole; // each frame twice
        const auto twice = QCoro::waitFor(runProbe(&node, named(m_bad), old, CallContext::cleanup(100s), {}));
        QVERIFY(twice.ok());
        QVERIFY((*twice)->seen.isEmpty());
        QVERIFY((*twice)->unseen.size() >= 5);
    }
};

QTEST_GUILESS_MAIN(TestBadHosts)
#include "tst_bad_hosts.moc"
