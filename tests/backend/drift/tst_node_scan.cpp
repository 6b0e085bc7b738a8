// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/node_scan.h"
#include "tests/backend/transport/test_sshd.h"

#include <QDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace snowmelt;
using namespace snowmelt::testing;
using namespace std::chrono_literals;

namespace {

/// Runs on a real sshd.
class SshNode : public Exec
{
public:
    Task<ExecResult> exec(NodeFacts, ExecRequest request, CallContext context) override
    {
        ++calls;
        return m_ssh.exec(m_sshd.target(), std::move(request), std::move(context));
    }
    int calls = 0;

private:
    TestSshd m_sshd;
    SshExec m_ssh;
};

/// Says whatever it is told to.
class ScriptedNode : public Exec
{
public:
    explicit ScriptedNode(ExecResult answer) : m_answer(std::move(answer)) {}
    Task<ExecResult> exec(NodeFacts, ExecRequest, CallContext) override
    {
        const Result<ExecResult> answer = m_answer;
        co_return answer;
    }

private:
    ExecResult m_answer;
};

/// An image whose files are those of this host at the time it was made.
class HostImage : public BirthImage
{
public:
    Inventory contents;
    QMap<QByteArray, QByteArray> texts;
    bool damaged = false;

    Result<Inventory> inventory() const override { return contents; }
    Result<QByteArray> readFile(const QByteArray& path, qint64) const override
    {
        if (damaged)
            return Error{ErrorCode::ImageCorrupt, {QStringLiteral("shop@1")}, {}};
        if (texts.contains(path))
            return texts.value(path);
        return Error{ErrorCode::FileUnreadable, {QString::fromUtf8(path)}, {}};
    }
};

QByteArray contentOf(const QByteArray& path)
{
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QByteArray& path, const QByteArray& content)
{
    QFile file(QFile::decodeName(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

CallContext soon()
{
    return CallContext::cleanup(100s);
}

} // namespace

class TestNodeScan : public QObject
{
    Q_OBJECT

    std::unique_ptr<SshNode> m_host;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<HostImage> m_image;
    NodeScan m_scan;

    QByteArray path(const char* name) const { return QFile::encodeName(m_folder->filePath(QString::fromUtf8(name))); }

    DriftReport scan()
    {
        auto baseline = QCoro::waitFor(loadBaseline(m_scan));
        auto facts = QCoro::waitFor(probeNode(m_host.get(), m_scan, *baseline, soon()));
        if (!facts.ok())
            qFatal("%s", qPrintable(facts.error().detail));
        auto report = QCoro::waitFor(compareNode(m_host.get(), m_scan, *baseline, *facts, soon()));
        if (!report.ok())
            qFatal("%s", qPrintable(report.error().detail));
        // Other programs of this host open and close their sockets as they like.
        DriftReport quiet = *report;
        quiet.differences.removeIf([](const Difference& d) { return d.section == DriftSection::Sockets; });
        return quiet;
    }

    static QByteArrayList keys(const DriftReport& report)
    {
        QByteArrayList names;
        for (const Difference& difference : report.differences)
            names.append(difference.key.mid(difference.key.lastIndexOf('/') + 1));
        return names;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(QStringLiteral("/usr/bin/dpkg-query")))
            QSKIP("a Debian host is needed");
        m_host = std::make_unique<SshNode>();
        m_folder = std::make_unique<QTemporaryDir>(QDir::homePath() + QStringLiteral("/.snowmelt-scan-XXXXXX"));
        chmod(QFile::encodeName(m_folder->path()).constData(), 0755); // what is in it may be shown
        for (const char* name : {"content", "mode", "owner", "deleted", "secret", "given"})
            writeFile(path(name), "a=1\n");
        chmod(path("secret").constData(), 0600);

        // The image is this host, as its own probe sees it.
        m_image = std::make_shared<HostImage>();
        m_scan.node.name = QStringLiteral("web-1");
        m_scan.image = m_image;
        m_scan.root = QFile::encodeName(m_folder->path());
        const auto empty = QCoro::waitFor(loadBaseline(m_scan));
        const auto facts = QCoro::waitFor(probeNode(m_host.get(), m_scan, *empty, soon()));
        QVERIFY(facts.ok());
        QVERIFY((*facts)->unseen.isEmpty());
        m_image->contents.packages = (*facts)->packages;
        m_image->contents.files = (*facts)->files;
        m_image->contents.users = (*facts)->users;
        m_image->contents.groups = (*facts)->groups;
        for (const QByteArray& name : accountFilePaths())
            m_image->texts.insert(name, contentOf(name));
        for (const char* name : {"content", "secret"})
            m_image->texts.insert(path(name), "a=1\n");
    }
    void cleanupTestCase()
    {
        m_host.reset();
        QCoreApplication::processEvents(); // channels that were being closed are freed from the loop
        m_folder.reset();
    }

    void anUnchangedNodeDiffersInNothing()
    {
        m_host->calls = 0;
        const DriftReport report = scan();
        QCOMPARE(keys(report), QByteArrayList());
        QVERIFY(report.complete());
        QCOMPARE(report.node, QStringLiteral("web-1"));
        QVERIFY(report.scannedAt.isValid());
        QCOMPARE(m_host->calls, 1);
    }

    /// What it would have explained must not be called drift.
    void aDamagedImageIsNoAbsentFile()
    {
        m_image->damaged = true;
        QCOMPARE(QCoro::waitFor(loadBaseline(m_scan)).error().code, ErrorCode::ImageCorrupt);
        m_image->damaged = false;
        const QList<PackageFact> packages = m_image->contents.packages;
        m_image->contents.packages.append({QStringLiteral("gone"), QStringLiteral("1"), {}});
        const auto baseline = QCoro::waitFor(loadBaseline(m_scan));
        m_image->contents.packages = packages;
        const auto facts = QCoro::waitFor(probeNode(m_host.get(), m_scan, *baseline, soon()));
        QVERIFY(facts.ok());
        m_image->damaged = true;
        const auto report = QCoro::waitFor(compareNode(m_host.get(), m_scan, *baseline, *facts, soon()));
        m_image->damaged = false;
        QVERIFY(report.failed());
        QCOMPARE(report.error().code, ErrorCode::ImageCorrupt);
    }

    void findsWhatWasChangedAndShowsTexts()
    {
        writeFile(path("content"), "a=2\n");
        writeFile(path("secret"), "a=2\n");
        QCOMPARE(chmod(path("mode").constData(), 0640), 0);
        const bool isRoot = geteuid() == 0;
        if (isRoot)
            QCOMPARE(chown(path("owner").constData(), 12345, gid_t(-1)), 0);
        QCOMPARE(unlink(path("deleted").constData()), 0);
        writeFile(path("새\n것"), "x");
        m_host->calls = 0;
        const DriftReport report = scan();
        QByteArrayList expected{"content", "deleted", "mode", "secret", "새\n것"};
        if (isRoot)
            expected.insert(3, "owner");
        QCOMPARE(keys(report), expected);
        QVERIFY(report.complete());
        QCOMPARE(report.differences.first().baselineText, QStringLiteral("a=1\n"));
        QCOMPARE(report.differences.first().actualText, QStringLiteral("a=2\n"));
        for (const Difference& difference : report.differences) {
            if (difference.key != path("content"))
                QVERIFY(difference.actualText.isEmpty() && difference.baselineText.isEmpty());
        }
        QCOMPARE(m_host->calls, 2);
    }

    void aRuleHidesOnTheDayOfTheScan()
    {
        writeFile(path("content"), "a=2\n");
        writeFile(path("secret"), "a=2\n");
        const qsizetype differences = scan().differences.size();
        IgnoreRule rule{DriftSection::Files, QFile::decodeName(path("content"))};
        rule.reason = QStringLiteral("ours");
        rule.groups = QStringList{QStringLiteral("web")};
        IgnoreRule over = rule;
        over.match = QFile::decodeName(path("secret"));
        over.until = QDateTime::currentDateTimeUtc().date().addDays(-1);
        m_scan.rules = {rule, over};
        m_scan.node.group = QStringLiteral("web");
        const DriftReport report = scan();
        m_scan.node.group = QStringLiteral("api");
        const DriftReport elsewhere = scan();
        m_scan.rules.clear();
        m_scan.node.group.clear();
        QCOMPARE(report.hidden.size(), 1);
        QCOMPARE(report.hidden.first().difference.key, path("content"));
        QCOMPARE(report.hidden.first().rule, rule);
        QCOMPARE(report.differences.size(), differences - 1);
        QCOMPARE(report.expired, (QList<ExpiredRule>{{over, 1}}));
        QCOMPARE(elsewhere.differences.size(), differences);
        QVERIFY(elsewhere.hidden.isEmpty() && elsewhere.expired.isEmpty());
    }

    void anAnswerThatIsNoneOfTheProbe()
    {
        ScriptedNode node({127, {}, "sh: not found\n", false});
        const auto baseline = QCoro::waitFor(loadBaseline(m_scan));
        const Result<FactsPtr> facts = QCoro::waitFor(probeNode(&node, m_scan, *baseline, soon()));
        QVERIFY(facts.failed());
        QCOMPARE(codeName(facts.error().code), codeName(ErrorCode::ProbeUnreadable));
        QCOMPARE(facts.error().detail, QStringLiteral("sh: not found"));
    }

    void aCancelEndsTheScan()
    {
        const auto baseline = QCoro::waitFor(loadBaseline(m_scan));
        CancelSource source;
        NodeScan everything = m_scan;
        everything.root = "/";
        auto task = probeNode(m_host.get(), everything, *baseline, {source.token(), QDeadlineTimer(60s)});
        QTest::qWait(200);
        QElapsedTimer clock;
        clock.start();
        source.cancel();
        QVERIFY(QCoro::waitFor(task).cancelled());
        QVERIFY(clock.elapsed() < 5'000); // of the 60 s it may take
    }
};

QTEST_GUILESS_MAIN(TestNodeScan)
#include "tst_node_scan.moc"
