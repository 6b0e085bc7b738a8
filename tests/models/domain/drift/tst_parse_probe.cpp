// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/domain/drift/probe_answer.h"

#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>

using namespace snowmelt;
using namespace snowmelt::testing;

namespace {

const QList<QByteArray> sectionNames{"packages", "users", "groups", "sockets", "files", "hashes"};

QString reasonOf(const ProbeFacts& facts, DriftSection section)
{
    const auto found =
        std::ranges::find_if(facts.unseen, [section](const Unseen& unseen) { return unseen.section == section; });
    return found == facts.unseen.end() ? QString() : found->reason;
}

} // namespace

class TestParseProbe : public QObject
{
    Q_OBJECT

    const TestNode m_node = TestNode::shop();
    const Baseline m_baseline = m_node.baseline();
    const QByteArray m_answer = m_node.answer(m_baseline);

    QByteArray with(const QByteArray& name, const QByteArray& body, int status) const
    {
        QByteArray answer = m_answer;
        const qsizetype begin = answer.indexOf(QByteArray("\n" + nonce + " begin " + name + "\n"));
        const qsizetype end = answer.indexOf(QByteArray("\n" + nonce + " end " + name + " "));
        const qsizetype lineEnd = answer.indexOf('\n', end + 1) + 1;
        return answer.replace(begin, lineEnd - begin, TestNode::frame(name, body, status));
    }

private Q_SLOTS:
    void readsWhatWasSaid()
    {
        const ProbeFacts facts = parseProbe(m_answer, {}, false, nonce);
        QVERIFY(facts.unseen.isEmpty());
        QCOMPARE(facts.seen.size(), 5);
        QCOMPARE(facts.packages, m_node.packages);
        QCOMPARE(facts.files, m_node.files);
        QCOMPARE(facts.users, m_node.users);
        QCOMPARE(facts.groups, m_node.groups);
        QCOMPARE(facts.sockets, m_node.sockets);
    }

    void packagesThatAreNotWholeAreNotTheSame()
    {
        const QByteArray lines = "ii \ta\t1\tamd64\nrc \tb\t1\tamd64\nun \tc\t\t\niF \td\t1\tamd64\nhi \te\t1\tall\n";
        const ProbeFacts facts = parseProbe(with("packages", lines, 0), {}, false, nonce);
        QCOMPARE(facts.packages.size(), 3);
        QCOMPARE(facts.packages.at(1).version, QStringLiteral("1 (iF)"));
        QCOMPARE(facts.packages.at(2).version, QStringLiteral("1"));
    }

    void sockets()
    {
        const QByteArray lines =
            "udp   UNCONN 0      0            0.0.0.0:514        0.0.0.0:*    users:((\"rsyslogd\",pid=1,fd=3))\n"
            "tcp   LISTEN 0      128   127.0.0.1%lo:53           0.0.0.0:*\n"
            "tcp   LISTEN 0      128              *:8404               *:*    users:((\"haproxy\",pid=9,fd=5))\n"
            "tcp   LISTEN 0      128              *:8404               *:*    users:((\"haproxy\",pid=9,fd=6))\n";
        const ProbeFacts facts = parseProbe(with("sockets", lines, 0), {}, false, nonce);
        const QList<SocketFact> expected{
            {QStringLiteral("udp"), QStringLiteral("0.0.0.0"), 514, QStringLiteral("rsyslogd")},
            {QStringLiteral("tcp"), QStringLiteral("127.0.0.1%lo"), 53, {}},
            {QStringLiteral("tcp"), QStringLiteral("*"), 8404, QStringLiteral("haproxy")}};
        QCOMPARE(facts.sockets, expected);
    }

    void namesMayHoldAnything()
    {
        TestNode node = m_node;
        const QByteArray name = "/opt/눈\n송이\tx'\xff";
        node.put(file(name, "x"));
        const ProbeFacts facts = parseProbe(node.answer(m_baseline), {}, false, nonce);
        QVERIFY(facts.unseen.isEmpty());
        QCOMPARE(facts.files.value(name), node.files.value(name));
    }

    void saysWhyItCouldNotSee_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("err");
        QTest::addColumn<int>("section");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* title, const char* name, int status, const char* body, const char* err,
                            DriftSection section, const char* reason) {
            QTest::newRow(title) << QByteArray(name) << status << QByteArray(body) << QByteArray(err) << int(section)
                                 << QString::fromLatin1(reason);
        };
        row("too slow", "packages", 124, "", "", DriftSection::Packages, "timedOut");
        row("not installed", "sockets", 127, "", "timeout: failed to run command 'ss'", DriftSection::Sockets,
            "commandMissing");
        row("its own words", "users", 1, "", "cut: /etc/passwd: Is a directory", DriftSection::Users,
            "cut: /etc/passwd: Is a directory");
        row("no words", "groups", 3, "", "", DriftSection::Groups, "exit status 3");
        row("nonsense", "groups", 0, "one:two\n", "", DriftSection::Groups, "the answer makes no sense");
        row("no files at all", "files", 0, "", "", DriftSection::Files, "the answer makes no sense");
        row("hashes too slow", "hashes", 124, "", "", DriftSection::Files, "timedOut");
    }
    void saysWhyItCouldNotSee()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, err);
        QFETCH(int, section);
        const ProbeFacts facts = parseProbe(with(name, body, status), TestNode::frame(name, err, status), false, nonce);
        QTEST(reasonOf(facts, DriftSection(section)), "reason");
        QCOMPARE(facts.seen.contains(DriftSection(section)), name == "hashes");
        QVERIFY(!compareWithBirth(m_baseline, facts).complete());
    }

    void whatToolsSayIsToldWithoutSecrets()
    {
        const QByteArray err = TestNode::frame("users", "sh: TOKEN=S3cr3t: not found", 1);
        const QString why = reasonOf(parseProbe(with("users", "", 1), err, false, nonce), DriftSection::Users);
        QVERIFY2(why.startsWith(QStringLiteral("sh: TOKEN=… sha256 ")), qPrintable(why));
        QVERIFY(!why.contains(QStringLiteral("S3cr3t")));
    }

    void closedFoldersAreBlind()
    {
        TestNode node = m_node;
        node.put(folder("/srv"));
        node.put(file("/srv/x", "x"));
        const Baseline baseline = node.baseline();
        node.files.remove("/srv/x");
        const QByteArray err =
            TestNode::frame("files", "find: '/srv': Permission denied\nfind: '/run/x': Permission denied\n", 1);
        const QByteArray answer = node.answer(baseline);
        QByteArray partial = answer;
        partial.replace(" end files 0\n", " end files 1\n");
        const DriftReport report = compareWithBirth(baseline, parseProbe(partial, err, false, nonce));
        QCOMPARE(report.differences.size(), 0);
        QCOMPARE(report.unseen, QList<Unseen>({{DriftSection::Files, "/srv", QStringLiteral("permissionDenied")}}));
    }

    void otherFileSystemsAreBlind()
    {
        TestNode node = m_node;
        node.put(folder("/srv"));
        node.put(file("/srv/x", "x"));
        const Baseline baseline = node.baseline();
        node.files.remove("/srv/x");
        QByteArray answer = node.answer(baseline);
        answer.replace("\t42\t1700000001.5\t7\t/srv", "\t43\t1\t7\t/srv");
        answer.replace("\t42\t1700000001.5\t7\t/proc", "\t44\t1\t7\t/proc");
        const DriftReport report = compareWithBirth(baseline, parseProbe(answer, {}, false, nonce));
        QCOMPARE(report.differences.size(), 0);
        QCOMPARE(report.unseen.size(), 1);
        QCOMPARE(report.unseen.first().what, QByteArray("/srv"));
    }

    void aFileThatCouldNotBeHashedIsUnseen()
    {
        QByteArray hashes = m_node.hashRecords();
        const QByteArray record = QByteArray(hashOf("a=1\n") + "  /etc/shop.conf").append('\0');
        QVERIFY(hashes.contains(record));
        hashes.replace(record, {});
        const QByteArray err = TestNode::frame("hashes", "sha256sum: /etc/shop.conf: Permission denied\n", 123);
        const DriftReport report =
            compareWithBirth(m_baseline, parseProbe(with("hashes", hashes, 123), err, false, nonce));
        QCOMPARE(report.differences.size(), 0);
        QCOMPARE(report.unseen,
                 QList<Unseen>({{DriftSection::Files, "/etc/shop.conf", QStringLiteral("permissionDenied")}}));
    }

    // Wherever the answer ends: nothing is called the same unless its frame is whole.
    void everyCutIsNoticed()
    {
        for (qsizetype size = 0; size < m_answer.size() - 1; ++size) {
            const ProbeFacts facts = parseProbe(m_answer.left(size), {}, true, nonce);
            QVERIFY2(!compareWithBirth(m_baseline, facts).complete(), qPrintable(QString::number(size)));
        }
        QVERIFY(compareWithBirth(m_baseline, parseProbe(m_answer, {}, false, nonce)).complete());
    }

    void everyMissingFrameIsNoticed()
    {
        for (const QByteArray& name : sectionNames) {
            QByteArray answer = m_answer;
            answer.replace(QByteArray(nonce + " end " + name), "x");
            QVERIFY2(!parseProbe(answer, {}, false, nonce).unseen.isEmpty(), name.constData());
            answer = m_answer;
            answer.replace(QByteArray(nonce + " begin " + name), "x");
            QVERIFY2(!parseProbe(answer, {}, false, nonce).unseen.isEmpty(), name.constData());
            answer = m_answer + TestNode::frame(name, {});
            QVERIFY2(!parseProbe(answer, {}, false, nonce).unseen.isEmpty(), name.constData());
        }
    }

    // Flipped bits and cut-out pieces: it ends, and a frame that is damaged is never "the same".
    void damagedAnswers()
    {
        QRandomGenerator random(20260101);
        for (int round = 0; round < 4000; ++round) {
            QByteArray answer = m_answer;
            for (int flips = random.bounded(1, 4); flips > 0; --flips) {
                const qsizetype at = random.bounded(int(answer.size()));
                answer[at] = char(answer.at(at) ^ (1 << random.bounded(8)));
            }
            if (round % 3 == 0)
                answer.remove(random.bounded(int(answer.size())), random.bounded(200));
            const ProbeFacts facts = parseProbe(answer, {}, false, nonce);
            const DriftReport report = compareWithBirth(m_baseline, facts);
            for (const QByteArray& name : sectionNames) {
                const bool whole = answer.count(QByteArray("\n" + nonce + " begin " + name + "\n")) == 1 &&
                                   answer.contains(QByteArray("\n" + nonce + " end " + name + " 0\n"));
                QVERIFY(whole || !report.complete());
            }
        }
    }

    void garbage()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 300; ++round) {
            QByteArray body(random.bounded(400), Qt::Uninitialized);
            for (char& byte : body)
                byte = char(random.bounded(256));
            for (const QByteArray& name : sectionNames)
                parseProbe(with(name, body, 0), TestNode::frame(name, body), false, nonce);
        }
    }
};

QTEST_APPLESS_MAIN(TestParseProbe)
#include "tst_parse_probe.moc"
