// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/probe_run.h"
#include "tests/backend/transport/test_sshd.h"

using namespace snowmelt;
using namespace snowmelt::testing;
using namespace std::chrono_literals;

namespace {

// Files that are there since the host was made: what a test writes is always new.
const QByteArray oldFolder = "/usr/share/common-licenses";

/// A real sshd; what went over the channel is kept.
class RecordedNode : public Exec
{
public:
    Task<ExecResult> exec(NodeFacts, ExecRequest request, CallContext context) override
    {
        scripts.append(request.script);
        const Result<ExecResult> answer = co_await m_ssh.exec(m_sshd.target(), request, context);
        received += answer.ok() ? answer->out.size() : 0;
        co_return answer;
    }
    QByteArrayList scripts;
    qsizetype received = 0;

private:
    TestSshd m_sshd;
    SshExec m_ssh;
};

class UnreachableNode : public Exec
{
public:
    Task<ExecResult> exec(NodeFacts, ExecRequest, CallContext) override
    {
        co_return Error{ErrorCode::SshUnreachable, {QStringLiteral("web-1")}, {}};
    }
};

} // namespace

class TestProbeRun : public QObject
{
    Q_OBJECT

    std::unique_ptr<RecordedNode> m_node;
    std::unique_ptr<QTemporaryDir> m_home;
    HashPlace m_place;

    ProbeFacts look(const HashPlace& place)
    {
        m_node->scripts.clear();
        m_node->received = 0;
        ProbeRequest request{makeNonce(), oldFolder, {}, {}, {DriftSection::Files}};
        const auto facts = QCoro::waitFor(runProbe(m_node.get(), {}, request, CallContext::cleanup(100s), place));
        if (!facts.ok())
            qFatal("%s", qPrintable(facts.error().detail));
        return **facts;
    }
    static int hashedOf(const ProbeFacts& facts)
    {
        return int(std::ranges::count_if(facts.files, [](const FileFact& one) { return !one.sha256.isEmpty(); }));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QFileInfo old(QFile::decodeName(oldFolder + "/GPL-3"));
        if (old.metadataChangeTime().secsTo(QDateTime::currentDateTime()) < 600)
            QSKIP("a host that is older than ten minutes is needed");
        m_node = std::make_unique<RecordedNode>();
    }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_place = {m_home->filePath(QStringLiteral("hashes/shop/web-1")), "web-1", false};
    }
    void cleanupTestCase()
    {
        m_node.reset();
        QCoreApplication::processEvents(); // channels that were being closed are freed from the loop
    }

    void anUnchangedNodeIsNotHashedAgain()
    {
        const ProbeFacts first = look(m_place);
        const qsizetype all = m_node->received;
        QVERIFY(hashedOf(first) > 5);
        const ProbeFacts second = look(m_place);
        QCOMPARE(m_node->scripts.size(), 1);
        QVERIFY(second.moment->recent);
        QVERIFY(all - m_node->received > hashedOf(first) * 64); // no hash was sent
        QCOMPARE(second.files, first.files);
        QVERIFY(second.unseen.isEmpty());
    }

    void anUnchangedNodesMemoryStays()
    {
        look(m_place);
        const HashMemory first = *readHashes(m_place);
        QVERIFY(QFile::setPermissions(m_place.file, QFile::ReadOwner)); // the mark of a file that nobody wrote again
        look(m_place);
        QCOMPARE(QFile::permissions(m_place.file) & QFile::WriteOwner, QFile::Permissions());
        QCOMPARE(*readHashes(m_place), first);
        HashMemory old = first;
        old.hashed.at -= 2 * 3600;
        keepHashes({m_place.file, old.of, false}, old);
        look(m_place);
        QVERIFY(readHashes(m_place)->hashed.at >= first.hashed.at);
    }

    void whatIsNotRememberedIsAskedForAnew()
    {
        const ProbeFacts first = look(m_place);
        HashPlace own = m_place;
        own.of += '\n' + oldFolder;
        HashMemory memory = *readHashes(m_place);
        QCOMPARE(memory.of, own.of);
        memory.files.remove(oldFolder + "/GPL-3");
        keepHashes(own, memory);
        const ProbeFacts second = look(m_place);
        QCOMPARE(m_node->scripts.size(), 2);
        QVERIFY(!second.moment->recent);
        QCOMPARE(second.files, first.files);
        look(m_place);
        QCOMPARE(m_node->scripts.size(), 1); // and is remembered then
    }

    void everythingWhenItIsWantedOrDue()
    {
        look(m_place);
        HashPlace full = m_place;
        full.full = true;
        QVERIFY(!look(full).moment->recent);
        QVERIFY(look(m_place).moment->recent);
        HashMemory memory = *readHashes(m_place);
        memory.fullAt = memory.fullAt.addDays(-8);
        keepHashes(m_place, memory);
        QVERIFY(!look(m_place).moment->recent);
        QVERIFY(readHashes(m_place)->fullAt > memory.fullAt);
        HashPlace other = m_place;
        other.of = "web-1 after its rebirth";
        QVERIFY(!look(other).moment->recent);
    }

    void aFileThatIsBrokenIsNoMemory()
    {
        const ProbeFacts first = look(m_place);
        QVERIFY(QFile::resize(m_place.file, QFileInfo(m_place.file).size() / 2));
        const ProbeFacts second = look(m_place);
        QVERIFY(!second.moment->recent);
        QCOMPARE(second.files, first.files);
    }

    void nothingIsRememberedWithoutAPlace()
    {
        look({});
        QVERIFY(!look({}).moment->recent);
        QVERIFY(!QFile::exists(m_home->filePath(QStringLiteral("hashes"))));
    }

    void anErrorIsTold()
    {
        UnreachableNode node;
        const auto facts =
            QCoro::waitFor(runProbe(&node, {}, {makeNonce(), oldFolder, {}, {}}, CallContext::cleanup(100s), m_place));
        QVERIFY(facts.failed());
        QCOMPARE(facts.error().code, ErrorCode::SshUnreachable);
    }
};

QTEST_GUILESS_MAIN(TestProbeRun)
#include "tst_probe_run.moc"
