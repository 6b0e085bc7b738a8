// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/domain/drift/probe_answer.h"

#include <QtTest>

#include <functional>

using namespace snowmelt;
using namespace snowmelt::testing;

namespace {

using Change = std::function<void(TestNode&)>;

// "changed Files /etc/x: mode 0644 0600, owner …", one line per difference.
QStringList told(const DriftReport& report)
{
    static const QStringList kinds{QStringLiteral("added"), QStringLiteral("removed"), QStringLiteral("changed")};
    static const QStringList sections{QStringLiteral("package"), QStringLiteral("file"), QStringLiteral("user"),
                                      QStringLiteral("group"), QStringLiteral("socket")};
    QStringList lines;
    for (const Difference& difference : report.differences) {
        QStringList fields;
        for (const FieldChange& field : difference.fields)
            fields.append(field.field + u'=' + field.baseline.left(20) + u'>' + field.actual.left(20));
        lines.append(kinds.at(int(difference.kind)) + u' ' + sections.at(int(difference.section)) + u' ' +
                     displayText(difference.key) + u": " + fields.join(u' '));
    }
    return lines;
}

} // namespace
Q_DECLARE_METATYPE(Change)

class TestCompare : public QObject
{
    Q_OBJECT

    const TestNode m_node = TestNode::shop();
    const Baseline m_baseline = m_node.baseline();

private Q_SLOTS:
    void theSameIsTheSame()
    {
        const DriftReport report = compared(m_node, m_baseline);
        QCOMPARE(told(report), QStringList());
        QVERIFY(report.complete());
        QCOMPARE(report.baselineImage, m_baseline.inventory.image);
    }

    void theRootItselfMayBeUnknown()
    {
        Baseline baseline = m_baseline;
        baseline.inventory.files.remove("/");
        QCOMPARE(told(compared(m_node, baseline)), QStringList());
        TestNode node = m_node;
        node.files["/"].mode = 0777;
        QCOMPARE(told(compared(node, m_baseline)), QStringList(QStringLiteral("changed file /: mode=0755>0777")));
    }

    void oneChangeIsOneDifference_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("line");
        const auto row = [](const char* title, const Change& change, const QString& line) {
            QTest::newRow(title) << change << line;
        };
        row(
            "config line", [](TestNode& n) { n.put(file("/etc/shop.conf", "a=2\n")); },
            QStringLiteral("changed file /etc/shop.conf: content=%1>%2")
                .arg(QString::fromLatin1(hashOf("a=1\n").left(20)), QString::fromLatin1(hashOf("a=2\n").left(20))));
        row(
            "mode", [](TestNode& n) { n.files["/etc/shop.conf"].mode = 0600; },
            QStringLiteral("changed file /etc/shop.conf: mode=0644>0600"));
        row(
            "setuid", [](TestNode& n) { n.files["/usr/bin/bash"].mode = 04755; },
            QStringLiteral("changed file /usr/bin/bash: mode=0755>4755"));
        row(
            "folder's mode", [](TestNode& n) { n.files["/root"].mode = 0755; },
            QStringLiteral("changed file /root: mode=0700>0755"));
        row(
            "owner", [](TestNode& n) { n.files["/etc/shop.conf"].uid = 1000; },
            QStringLiteral("changed file /etc/shop.conf: owner=root (0)>shop (1000)"));
        row(
            "group", [](TestNode& n) { n.files["/etc/shop.conf"].gid = 77; },
            QStringLiteral("changed file /etc/shop.conf: group=root (0)>77"));
        row(
            "several at once",
            [](TestNode& n) {
                n.files["/etc/shop.conf"].uid = 1000;
                n.files["/etc/shop.conf"].mode = 0600;
            },
            QStringLiteral("changed file /etc/shop.conf: mode=0644>0600 owner=root (0)>shop (1000)"));
        row(
            "deleted", [](TestNode& n) { n.files.remove("/usr/bin/sudo"); },
            QStringLiteral("removed file /usr/bin/sudo: type=file>"));
        row(
            "newline and Hangul", [](TestNode& n) { n.put(file("/opt/눈\n송이", "x")); },
            QString::fromUtf8(
                "added file /opt/눈\\n송이: type=>file mode=>0644 size=>1 owner=>root (0) group=>root (0)"));
        row(
            "link's target", [](TestNode& n) { n.put(symbolicLink("/etc/localtime", "Asia/Seoul")); },
            QStringLiteral("changed file /etc/localtime: target=UTC>Asia/Seoul"));
        row(
            "link in place of a file", [](TestNode& n) { n.put(symbolicLink("/etc/shop.conf", "other")); },
            QStringLiteral("changed file /etc/shop.conf: type=file>link"));
        row(
            "new link", [](TestNode& n) { n.put(symbolicLink("/usr/bin/x", "/tmp/x")); },
            QStringLiteral("added file /usr/bin/x: type=>link target=>/tmp/x owner=>root (0) group=>root (0)"));
        row(
            "package",
            [](TestNode& n) {
                n.packages.append({QStringLiteral("nc"), QStringLiteral("1"), QStringLiteral("all")});
            },
            QStringLiteral("added package nc: version=>1 architecture=>all"));
        row(
            "package left", [](TestNode& n) { n.packages.removeFirst(); },
            QStringLiteral("removed package bash: version=5.2> architecture=amd64>"));
        row(
            "package version", [](TestNode& n) { n.packages.first().version = QStringLiteral("5.3"); },
            QStringLiteral("changed package bash: version=5.2>5.3"));
        row(
            "socket",
            [](TestNode& n) {
                n.sockets.append({QStringLiteral("tcp"), QStringLiteral("0.0.0.0"), 8009, QStringLiteral("nc")});
            },
            QStringLiteral("added socket tcp 0.0.0.0:8009: process=>nc"));
        row(
            "udp on a port that tcp may have",
            [](TestNode& n) {
                n.sockets.append({QStringLiteral("udp"), QStringLiteral("*"), 8080, {}});
            },
            QStringLiteral("added socket udp *:8080: process=>?"));
        row(
            "nobody listens", [](TestNode& n) { n.sockets.removeLast(); },
            QStringLiteral("removed socket tcp *:8080: port=8080>"));
        row(
            "user's shell",
            [](TestNode& n) {
                n.users.last().shell = QStringLiteral("/bin/bash");
                n.setAccount("/etc/passwd",
                             QByteArray(n.accountFiles["/etc/passwd"]).replace("/bin/false", "/bin/bash"));
            },
            QStringLiteral("changed user shop: shell=/bin/false>/bin/bash"));
        row(
            "member of a group",
            [](TestNode& n) {
                n.groups.first().members = {QStringLiteral("shop")};
                n.setAccount("/etc/group",
                             QByteArray(n.accountFiles["/etc/group"]).replace("root:x:0:", "root:x:0:shop"));
            },
            QStringLiteral("changed group root: members=>shop"));
        row(
            "new user with its own group and all its lines",
            [](TestNode& n) {
                n.users.append(
                    {QStringLiteral("eve"), 1001, 1001, QStringLiteral("/home/eve"), QStringLiteral("/bin/sh")});
                n.groups.append({QStringLiteral("eve"), 1001, {}});
                n.setAccount("/etc/passwd", n.accountFiles["/etc/passwd"] + "eve:x:1001:1001::/home/eve:/bin/sh\n");
                n.setAccount("/etc/shadow", n.accountFiles["/etc/shadow"] + "eve:!:20000:0:99999:7:::\n", 0640);
                n.setAccount("/etc/group", n.accountFiles["/etc/group"] + "eve:x:1001:\n");
                n.put(file("/etc/passwd-", "backup"));
            },
            QStringLiteral("added user eve: uid=>1001 gid=>1001 home=>/home/eve shell=>/bin/sh"));
        row(
            "user left",
            [](TestNode& n) {
                n.users.removeLast();
                n.groups.removeAt(1);
                n.setAccount("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\n");
                n.setAccount("/etc/shadow", "root:*:19000:0:99999:7:::\n", 0640);
            },
            QStringLiteral("removed user shop: uid=1000> gid=1000> home=/nonexistent> shell=/bin/false>"));
        row(
            "a password alone",
            [](TestNode& n) {
                n.setAccount("/etc/shadow", "root:$y$j9T$x:20000:0:99999:7:::\nshop:!:19000:0:99999:7:::\n", 0640);
            },
            QStringLiteral("changed file /etc/shadow: content=%1>%2")
                .arg(QString::fromLatin1(hashOf(TestNode::shop().accountFiles.value("/etc/shadow")).left(20)),
                     QString::fromLatin1(
                         hashOf("root:$y$j9T$x:20000:0:99999:7:::\nshop:!:19000:0:99999:7:::\n").left(20))));
        row(
            "a file in the place of a socket",
            [](TestNode& n) {
                FileFact fifo = folder("/opt/pipe", 0644);
                fifo.type = FileType::Fifo;
                n.put(fifo);
            },
            QStringLiteral("added file /opt/pipe: type=>fifo mode=>0644 owner=>root (0) group=>root (0)"));
    }
    void oneChangeIsOneDifference()
    {
        QFETCH(Change, change);
        QFETCH(QString, line);
        TestNode node = m_node;
        change(node);
        const DriftReport report = compared(node, m_baseline);
        QCOMPARE(told(report), QStringList(line));
        QVERIFY(report.complete());
        for (const Difference& difference : report.differences)
            QVERIFY(!difference.fields.isEmpty());
    }

    // Whoever adds a user may not change another's password on the way.
    void aUserDoesNotHideAPassword()
    {
        TestNode node = m_node;
        node.users.append({QStringLiteral("eve"), 1001, 100, QStringLiteral("/"), QStringLiteral("/bin/sh")});
        node.setAccount("/etc/shadow", "root:$y$j9T$x:20000:0:99999:7:::\nshop:!:19000:0:99999:7:::\neve:!:1::::::\n",
                        0640);
        const QStringList lines = told(compared(node, m_baseline));
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.at(0).startsWith(QStringLiteral("changed file /etc/shadow: content=")));
        QVERIFY(lines.at(1).startsWith(QStringLiteral("added user eve")));
    }

    void aModeChangeOfShadowStaysAlthoughItsLinesAreExplained()
    {
        TestNode node = m_node;
        node.users.append({QStringLiteral("eve"), 1001, 100, QStringLiteral("/"), QStringLiteral("/bin/sh")});
        node.setAccount("/etc/shadow", node.accountFiles["/etc/shadow"] + "eve:!:1::::::\n", 0644);
        const DriftReport report = compared(node, m_baseline);
        QCOMPARE(told(report).first(), QStringLiteral("changed file /etc/shadow: mode=0640>0644"));
        QVERIFY(report.leftOut.contains({QStringLiteral("/etc/shadow"), QStringLiteral("lines of users"), 1}));
    }

    void aPackageBringsItsFiles()
    {
        TestNode node = m_node;
        node.packages.append({QStringLiteral("nc"), QStringLiteral("1"), QStringLiteral("all")});
        node.put(file("/usr/bin/nc", "x", 0755));
        node.put(file("/etc/nc.conf", "x"));
        node.put(file("/usr/bin/nc-by-hand", "x"));
        node.files["/usr/bin"].mode = 0777;
        const QByteArray lists = "= nc\n/.\n/bin\n/bin/nc\n/etc/nc.conf\n/usr/bin\n- nc\n/etc/nc.conf\n";
        QCOMPARE(
            told(compared(node, m_baseline, lists)),
            QStringList({QStringLiteral("added package nc: version=>1 architecture=>all files=>2"),
                         QStringLiteral("changed file /usr/bin: mode=0755>0777"),
                         QStringLiteral("added file /usr/bin/nc-by-hand: type=>file mode=>0644 size=>1 owner=>root "
                                        "(0) group=>root (0)")}));
    }

    void anUpgradeChangesContentButNoConfiguration()
    {
        TestNode node = m_node;
        node.packages.first().version = QStringLiteral("5.3");
        node.put(file("/usr/bin/bash", "ELF 5.3", 0755));
        node.put(file("/etc/shop.conf", "a=2\n"));
        const QByteArray lists = "= bash\n/bin/bash\n/etc/shop.conf\n- bash\n/etc/shop.conf\n";
        const QStringList lines = told(compared(node, m_baseline, lists));
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(0), QStringLiteral("changed package bash: version=5.2>5.3 files=>1"));
        QVERIFY(lines.at(1).startsWith(QStringLiteral("changed file /etc/shop.conf: content=")));
        node.files["/usr/bin/bash"].mode = 04755; // dpkg did not do that
        QCOMPARE(told(compared(node, m_baseline, lists)).size(), 3);
    }

    void aPackageTakesItsFilesAlong()
    {
        TestNode node = m_node;
        node.packages.removeFirst();
        node.files.remove("/usr/bin/bash");
        node.files.remove("/usr/bin/sudo");
        Baseline baseline = m_baseline;
        baseline.packageFiles[QStringLiteral("bash")].paths = {"/bin/bash"};
        QCOMPARE(told(compared(node, baseline)),
                 QStringList({QStringLiteral("removed package bash: version=5.2> architecture=amd64> files=1>"),
                              QStringLiteral("removed file /usr/bin/sudo: type=file>")}));
        const ProbeFacts facts = parseProbe(node.answer(baseline), {}, false, nonce);
        QCOMPARE(packagesToExplain(baseline.inventory, facts), QStringList(QStringLiteral("bash")));
    }

    void birthFilesAreExpectedAsGiven()
    {
        Baseline baseline = m_baseline;
        baseline.birth.files = {{"/etc/snowmelt/node.conf", 0644, 0, 0, hashOf("NODE=web-1\n")},
                                {"/etc/shop.conf", 0600, 0, 0, hashOf("rendered\n")}};
        TestNode node = m_node;
        node.put(folder("/etc/snowmelt"));
        node.put(file("/etc/snowmelt/node.conf", "NODE=web-1\n"));
        node.put(file("/etc/shop.conf", "rendered\n", 0600));
        QCOMPARE(told(compared(node, baseline)), QStringList());
        node.put(file("/etc/snowmelt/node.conf", "NODE=web-2\n"));
        QVERIFY(told(compared(node, baseline))
                    .value(0)
                    .startsWith(QStringLiteral("changed file /etc/snowmelt/node.conf: content=")));
        node.files.remove("/etc/snowmelt/node.conf");
        QCOMPARE(told(compared(node, baseline)),
                 QStringList(QStringLiteral("removed file /etc/snowmelt/node.conf: type=file>")));
        node.files["/etc/snowmelt"].mode = 0777;
        QCOMPARE(told(compared(node, baseline)).size(), 2);
    }

    void whatIsLeftOutIsCounted()
    {
        TestNode node = m_node;
        node.put(file("/var/log/shop.log", "other\n"));
        node.put(file("/var/log/new.log", "x\n"));
        node.put(file("/etc/hostname", "other\n"));
        node.put({"/opt/s.sock", FileType::Socket, 0777, 0, 0, 0, {}, {}});
        node.sockets.append({QStringLiteral("udp"), QStringLiteral("0.0.0.0"), 41'000, QStringLiteral("rsyslogd")});
        const DriftReport report = compared(node, m_baseline);
        QCOMPARE(told(report), QStringList());
        const QList<LeftOut> expected{{QStringLiteral("/etc/hostname"), QStringLiteral("network"), 1},
                                      {QStringLiteral("/proc/*"), QStringLiteral("kernel"), 1},
                                      {QStringLiteral("/var/log/*"), QStringLiteral("log"), 2},
                                      {QStringLiteral("udp 32768–65535"), QStringLiteral("reply ports"), 1},
                                      {QStringLiteral("unix socket"), QStringLiteral("runtime"), 1}};
        QCOMPARE(report.leftOut, expected);
    }

    void portsOfTheBlueprintMayBeListenedOn()
    {
        TestNode node = m_node;
        node.sockets.append({QStringLiteral("tcp"), QStringLiteral("0.0.0.0"), 9000, QStringLiteral("haproxy")});
        Baseline baseline = m_baseline;
        baseline.ports = {9000, 9001};
        QCOMPARE(told(compared(node, baseline)), QStringList());
    }

    void aSectionThatWasNotSeenDiffersInNothing()
    {
        TestNode node = m_node;
        node.packages.clear();
        node.users.clear();
        QByteArray answer = node.answer(m_baseline);
        answer.replace(" end packages 0", " end packages 1");
        answer.replace(" end users 0", " end users 124");
        const DriftReport report = compareWithBirth(m_baseline, parseProbe(answer, {}, false, nonce));
        QCOMPARE(told(report), QStringList());
        QCOMPARE(report.unseen.size(), 2);
    }
};

QTEST_APPLESS_MAIN(TestCompare)
#include "tst_compare.moc"
